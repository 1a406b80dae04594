"""Solvers that answer what cannot be, put in the place of the real ones."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pulp
import pytest

from matcher.optimise import bound, solver
from matcher.optimise.solution import Solution
from matcher.optimise.solver import SolverEngine
from models.proposals import Solver

Twist = Callable[[pulp.LpProblem, Solution], Solution]
LOW = 0.1
"""A bound that lies below every proposal of the tests."""


def twist_answers(patch: pytest.MonkeyPatch, twist: Twist) -> None:
    """Let HiGHS solve, and pass on something else."""
    honest = solver.ENGINES[Solver.HIGHS]

    def solve(model: pulp.LpProblem, /, **given: Any) -> Solution:
        return twist(model, honest.solve(model, **given))

    patch.setitem(solver.ENGINES, Solver.HIGHS, SolverEngine(honest.name, solve))


def lower_bounds(patch: pytest.MonkeyPatch, value: float = LOW) -> None:
    """Let the duals of every relaxation prove a bound that is false."""
    honest = bound._price

    def price(*given: Any) -> Any:
        found, fresh = honest(*given)
        return replace(found, value=value), fresh

    patch.setattr(bound, "_price", price)


def is_integer(model: pulp.LpProblem) -> bool:
    """Say whether a model asks for whole numbers."""
    return any(v.cat == pulp.LpInteger for v in model.variables())


def without_answer(solution: Solution, **fields: object) -> Solution:
    """Give an answer that knows no point."""
    empty = replace(solution, is_feasible=False, is_proven=False, values={}, duals={})
    return replace(empty, **fields)  # type: ignore[arg-type]


def worst_answer(model: pulp.LpProblem, solution: Solution) -> Solution:
    """Give the worst point of a model and call it the best."""
    turned = model.deepcopy()
    turned.setObjective(-1 * turned.objective)
    found = solver.solve_highs(
        turned, relax=False, nodes=None, seconds=None, relative_gap=1e-9, basis=None
    )
    return replace(found, objective=-found.objective, bound=-found.objective, basis=solution.basis)
