"""Solving one PuLP model, with HiGHS or, for a second opinion, with CBC."""

import pulp

from matcher.optimise.cbc import name_cbc, solve_cbc
from matcher.optimise.highs import name_highs, solve_highs
from matcher.optimise.solution import Basis, Solution
from models.proposals import Solver


def solver_name(solver: Solver) -> str:
    """Name a solver with its version, for certificates."""
    return name_cbc() if solver is Solver.CBC else name_highs()


def solve(
    model: pulp.LpProblem,
    solver: Solver,
    *,
    relax: bool = False,
    nodes: int | None = None,
    seconds: float | None = None,
    relative_gap: float = 1e-9,
    basis: Basis | None = None,
) -> Solution:
    """Minimise a model, which has no constant in its objective.

    Parameters
    ----------
    solver : Solver
    relax : bool
        Leave out integrality; gives duals.
    nodes : int, optional
        Branch-and-bound nodes that may be spent.
    seconds : float, optional
        A safety stop only.
    basis : Basis, optional
        Where a relaxation like this one ended; it begins there if the solver can.

    Raises
    ------
    SolverFailure
        When the solver broke down, or is not installed.
    """
    if solver is Solver.CBC:
        return solve_cbc(
            model, relax=relax, nodes=nodes, seconds=seconds, relative_gap=relative_gap
        )
    return solve_highs(
        model, relax=relax, nodes=nodes, seconds=seconds, relative_gap=relative_gap, basis=basis
    )
