"""A small test that a solver is there and answers rightly."""

import pulp

from matcher.optimise.solver import Attempt, solve_once, solver_name
from models.errors import SolverFailure
from models.proposals import Solver

_VALUES, _WEIGHTS, _ROOM, _BEST = (6, 5, 4, 3), (5, 4, 3, 2), 7, 9


def try_solver(solver: Solver) -> str:
    """Let a solver pack a small knapsack, and give its name with its version.

    Raises
    ------
    SolverFailure
        If it is not there, breaks down, or answers wrongly.
    """
    model = pulp.LpProblem("tryout")
    takes = [model.add_variable(f"take_{i}", cat=pulp.LpBinary) for i in range(len(_VALUES))]
    model += pulp.lpSum(-v * take for v, take in zip(_VALUES, takes, strict=True))
    model += pulp.lpSum(w * take for w, take in zip(_WEIGHTS, takes, strict=True)) <= _ROOM, "room"
    found = solve_once(model, Attempt(solver))
    if not found.is_proven or abs(found.objective + _BEST) > 1e-6:
        raise SolverFailure("solver_failed", status=f"{found.objective} ≠ {-_BEST}")
    return solver_name(solver)
