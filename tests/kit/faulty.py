"""Solvers that answer what cannot be, put in the place of the real ones."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pulp
import pytest

from matcher.optimise import bound, solver
from matcher.optimise.partition import Partition
from matcher.optimise.solution import Solution
from matcher.optimise.solver import Attempt, SolverEngine
from models.errors import SolverFailure
from models.proposals import Solver

Twist = Callable[[pulp.LpProblem, Solution], Solution]
LOW = 0.1
"""A bound that lies below every proposal of the tests."""


def twist_answers(
    patch: pytest.MonkeyPatch, twist: Twist, only: Callable[[Attempt], bool] = lambda _: True
) -> None:
    """Let the solvers solve, and pass on something else; `only` says in which ways."""

    def twisted(of: Solver, honest: SolverEngine) -> SolverEngine:
        def solve(model: pulp.LpProblem, /, *, presolve: bool, **given: Any) -> Solution:
            solution = honest.solve(model, presolve=presolve, **given)
            return twist(model, solution) if only(Attempt(of, presolve)) else solution

        return SolverEngine(honest.name, solve)

    for of, honest in list(solver.ENGINES.items()):
        patch.setitem(solver.ENGINES, of, twisted(of, honest))


def refused(*codes: str) -> Any:
    """Expect a solver's failure of one of these codes, alone or as the reason why all failed."""

    def is_one(failure: SolverFailure) -> bool:
        first = failure.__cause__ if failure.code == "solvers_failed" else failure
        return isinstance(first, SolverFailure) and first.code in codes and bool(failure.text.sv)

    return pytest.raises(SolverFailure, check=is_one)


def lower_bounds(patch: pytest.MonkeyPatch, value: float = LOW) -> None:
    """Let the duals of every relaxation prove a bound that is false."""
    honest = bound._price

    def price(*given: Any) -> Any:
        found, fresh = honest(*given)
        return replace(found, value=value), fresh

    patch.setattr(bound, "_price", price)
    true = Partition._price

    def price_lists(*given: Any) -> Any:
        found, costs = true(*given)
        return replace(found, bound=value), costs

    patch.setattr(Partition, "_price", price_lists)


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
