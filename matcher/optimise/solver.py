"""Solving one PuLP model, with HiGHS or, for a second opinion, with CBC: the only door.

Every answer is checked here against the model before it is passed on, so that whoever reads
one need not ask whether it can be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import pulp

from matcher.optimise.cbc import name_cbc, solve_cbc
from matcher.optimise.highs import name_highs, solve_highs
from matcher.optimise.solution import Basis, Solution
from matcher.optimise.soundness import refuse_unsound
from models.proposals import Solver


class Solve(Protocol):
    """Minimises a model; see `solve`."""

    def __call__(
        self,
        model: pulp.LpProblem,
        /,
        *,
        relax: bool,
        nodes: int | None,
        seconds: float | None,
        relative_gap: float,
        basis: Basis | None,
    ) -> Solution:
        """Give what the solver answers, unchecked."""


@dataclass(frozen=True)
class SolverEngine:
    """A solver: how it is called, and its name with its version."""

    name: Callable[[], str]
    solve: Solve


ENGINES: dict[Solver, SolverEngine] = {
    Solver.HIGHS: SolverEngine(name_highs, solve_highs),
    Solver.CBC: SolverEngine(name_cbc, solve_cbc),
}


def solver_name(solver: Solver) -> str:
    """Name a solver with its version, for certificates."""
    return ENGINES[solver].name()


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
        When the solver broke down, is not installed, or answers what cannot be.
    """
    solution = ENGINES[solver].solve(
        model, relax=relax, nodes=nodes, seconds=seconds, relative_gap=relative_gap, basis=basis
    )
    refuse_unsound(model, solution, relax=relax, relative_gap=relative_gap)
    return solution
