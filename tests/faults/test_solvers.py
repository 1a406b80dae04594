"""A solver that answers what cannot be is never believed, whoever asked it."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pulp
import pytest
from scipy.sparse import csr_array

import matcher.optimise.flow
from matcher.check import check_season
from matcher.constraints.registry import KINDS
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.optimise import solver
from matcher.optimise.fewest import find_fewest_changes
from matcher.optimise.group import first_grouping, group
from matcher.optimise.seat_model import Demand, SeatModel
from matcher.optimise.settle import settle_seats
from matcher.optimise.solution import Solution
from matcher.optimise.solver import solve
from matcher.propose import propose
from models.errors import SolverFailure
from models.ports.progress import Silence
from models.proposals import Solver
from models.seasons import Effort
from tests.kit.faulty import is_integer, refused, twist_answers, without_answer, worst_answer
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading, middle_season
from tests.kit.tiny import crowded_season

NAN = float("nan")


def knapsack() -> pulp.LpProblem:
    model = pulp.LpProblem("knapsack", pulp.LpMinimize)
    takes = [model.add_variable(f"take_{i}", 0, 1, cat="Integer") for i in range(4)]
    worth = pulp.lpSum(-v * take for v, take in zip((6, 5, 4, 3), takes, strict=True))
    model.setObjective(worth)
    model += pulp.lpSum(w * take for w, take in zip((5, 4, 3, 2), takes, strict=True)) <= 7, "room"
    return model


def at(**values: float) -> Callable[[Any, Solution], Solution]:
    """Give another point, worth what it is worth and called the best."""

    def twist(model: pulp.LpProblem, solution: Solution) -> Solution:
        point = {**solution.values, **values}
        worth = sum(factor * point[v.name] for v, factor in model.objective.items())
        return replace(solution, values=point, objective=worth, bound=worth)

    return twist


TWISTS = {
    "a row is missed": (at(take_0=1.0, take_1=1.0), "solver_infeasible_point"),
    "a row is missed by little": (
        at(take_0=1e-4, take_1=1.0, take_2=1.0),
        "solver_infeasible_point",
    ),
    "a box is left": (at(take_1=2.0, take_2=-1.0), "solver_infeasible_point"),
    "a fraction": (at(take_0=0.0, take_1=0.5, take_2=0.5), "solver_fractional_point"),
    "nearly whole": (at(take_0=0.0, take_1=0.9999), "solver_fractional_point"),
    "no number": (at(take_0=NAN), "solver_not_a_number"),
    "another worth": (
        lambda _, found: replace(found, objective=found.objective - 1, bound=found.bound - 1),
        "solver_wrong_objective",
    ),
    "a bound beyond": (
        lambda _, found: replace(found, bound=found.objective + 0.5),
        "bound_below_objective",
    ),
    "proven though much is left": (
        lambda _, found: replace(found, bound=found.objective - 0.5),
        "bound_below_objective",
    ),
    "no bound": (lambda _, found: replace(found, bound=NAN), "solver_not_a_number"),
    "no dual": (lambda _, found: replace(found, duals={"room": NAN}), "solver_not_a_number"),
}


@pytest.mark.parametrize("name", TWISTS)
def test_answers_that_cannot_be_do_not_pass_the_door(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    twist, code = TWISTS[name]
    assert solve(knapsack(), Solver.HIGHS).objective == pytest.approx(-9)
    twist_answers(monkeypatch, twist)
    with refused(code):
        solve(knapsack(), Solver.HIGHS)


@pytest.mark.parametrize("of", Solver)
@pytest.mark.parametrize("relax", [False, True])
def test_honest_answers_pass(of: Solver, relax: bool) -> None:
    assert solve(knapsack(), of, relax=relax).objective <= -9 + 1e-9


def test_a_fraction_is_no_fault_of_a_relaxation(monkeypatch: pytest.MonkeyPatch) -> None:
    found = solve(knapsack(), Solver.HIGHS, relax=True)
    assert any(0.01 < value < 0.99 for value in found.values.values())


def first(solution: Solution, prefix: str) -> str:
    return next(name for name in sorted(solution.values) if name.startswith(prefix))


def shifted(prefix: str, by: float) -> Callable[[Any, Solution], Solution]:
    """Shift a variable of integer models, with the worth that this has."""

    def twist(model: pulp.LpProblem, solution: Solution) -> Solution:
        if not is_integer(model) or solution.duals or not solution.is_feasible:
            return solution
        if not any(name.startswith(prefix) for name in solution.values):
            return solution
        name = first(solution, prefix)
        return at(**{name: solution.values[name] + by})(model, solution)

    return twist


@pytest.mark.parametrize("prefix", ["taken_", "x_"])
@pytest.mark.parametrize(
    ("by", "code"),
    [
        (0.5, ("solver_fractional_point", "solver_infeasible_point")),
        (3.0, ("solver_infeasible_point",)),
    ],
)
def test_no_proposal_comes_of_them(
    prefix: str, by: float, code: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    season, fits = middle_season()
    season = season.model_copy(update={"effort": Effort.NORMAL})
    twist_answers(monkeypatch, shifted(prefix, by))
    with refused(*code):
        propose(season, give_reading(fits), Options(is_reproducible=True), Silence())


def test_seats_that_can_be_filled_are_not_given_up_because_a_solver_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    season, _ = middle_season()
    asked = []

    def deny_twice(_: Any, solution: Solution) -> Solution:
        asked.append(solution)
        return solution if len(asked) > 2 else without_answer(solution, is_infeasible=True)

    twist_answers(monkeypatch, deny_twice)
    with refused("solver_denies_known"):
        check_season(season)


def test_seats_that_are_known_are_not_denied_later(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = scarce_problem()
    asked = []

    def deny_later(_: Any, solution: Solution) -> Solution:
        asked.append(solution)
        known = sum(each.is_feasible for each in asked[:-1])
        return without_answer(solution, is_infeasible=True) if known else solution

    twist_answers(monkeypatch, deny_later)
    with refused("solver_denies_known"):
        settle_seats(problem)


def test_worse_seats_than_the_known_are_not_called_the_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = scarce_problem()
    model = SeatModel(problem, Demand(problem, with_contacts=False), math.inf, tuple(KINDS))
    overflow = pulp.lpSum(model.overflow)
    model.minimise(overflow)
    assert model.value(overflow) == 0
    twist_answers(monkeypatch, worst_answer)
    with refused("bound_below_objective"):
        model.minimise(overflow)


def scarce_problem() -> Any:
    """Give a season of which a rule has to give way, so that seats are settled in many steps."""
    season, fits = middle_season()
    rules = tuple(
        make_rule("sector_floor", sector=sector, min=7) for sector in ("public", "private")
    )
    return build_problem(season.model_copy(update={"rules": rules}), fits)


def test_the_fewest_changes_are_not_more_than_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    season, fits = middle_season()
    problem = build_problem(season, fits)
    seats, start = first_grouping(problem)
    marks = np.zeros((len(problem.slots), problem.pool.size), dtype=bool)
    marks[0, start.members[1]] = marks[1, start.members[0]] = True
    marks[0, start.members[0][:3]] = True
    asked = []

    def worsen(model: pulp.LpProblem, solution: Solution) -> Solution:
        asked.append(model)
        return worst_answer(model, solution) if len(asked) > 1 else solution

    twist_answers(monkeypatch, worsen)
    try:
        find_fewest_changes(problem, seats, marks)
    except SolverFailure as failure:
        assert failure.code == "bound_below_objective"
        assert len(asked) > 1
    else:
        assert len(asked) == 1, "the second answer was believed"


@pytest.mark.parametrize("lie", ["no flow", "too little"])
def test_a_flow_that_leaves_seats_empty_is_not_believed(
    lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = matcher.optimise.flow.maximum_flow

    def twist(graph: csr_array, source: int, sink: int) -> Any:
        found = honest(graph, source, sink)
        if lie == "no flow":
            found.flow = csr_array(found.flow.shape, dtype=found.flow.dtype)
        else:
            found.flow_value -= 1
        return found

    monkeypatch.setattr(matcher.optimise.flow, "maximum_flow", twist)
    with refused("solver_infeasible_point", "solver_failed"):
        settle_seats(build_problem(*crowded_season(0)))


def test_a_solver_that_finds_nothing_costs_only_the_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members are known by then: an empty answer without a false bound is left unused."""
    problem = build_problem(*middle_season(0.5))

    def give_up(model: pulp.LpProblem, solution: Solution) -> Solution:
        if model.name == "members" and not solution.duals:
            return without_answer(solution, bound=-np.inf)
        return solution

    honest = group(problem, Effort.NORMAL, 600, Silence())
    twist_answers(monkeypatch, give_up)
    found = group(problem, Effort.NORMAL, 600, Silence())
    assert found.objective <= honest.bound <= found.bound


def test_members_that_are_known_are_not_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = build_problem(*middle_season(0.5))
    asked = []

    def deny(model: pulp.LpProblem, solution: Solution) -> Solution:
        if model.name == "members" and is_integer(model) and not solution.duals:
            asked.append(model)
            return without_answer(solution, is_infeasible=True)
        return solution

    twist_answers(monkeypatch, deny)
    with refused("solver_denies_known"):
        group(problem, Effort.NORMAL, 600, Silence())
    assert asked


def test_every_solver_has_its_engine() -> None:
    assert set(solver.ENGINES) == set(Solver)
