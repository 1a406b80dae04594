"""Listed coalitions against the problem's own judgement, and the choice among them."""

import itertools
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest

from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.optimise.enumerated import list_coalitions
from matcher.optimise.group import first_grouping, group
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from models.ports.progress import Silence
from models.proposals import EndedBy
from models.seasons import Effort, Season
from tests.kit.tiny import helpful_season, ruled_season, thirteen_season, timed_season

MANY = 1_000_000
Make: TypeAlias = Callable[[int], tuple[Season, Fits]]


@pytest.mark.parametrize("make", [ruled_season, helpful_season, timed_season])
def test_lists_hold_every_coalition_that_keeps_the_rules_with_its_total(make: Make) -> None:
    for seed in range(12):
        problem = build_problem(*make(seed))
        seats, _ = first_grouping(problem)
        for listed in list_coalitions(problem, seats, MANY) or ():
            s = listed.slots[0]
            kept = {tuple(chosen.tolist()): total for chosen, total in _alone(problem, seats, s)}
            found = {tuple(row.tolist()) for row in listed.members}
            assert found == {k for k in kept if _has_pins(problem, seats, s, k)}, seed
            totals = np.array([kept[tuple(row.tolist())] for row in listed.members])
            np.testing.assert_allclose(listed.totals, totals, rtol=0, atol=1e-12)


def _alone(problem: Problem, seats: Seats, s: int) -> list[tuple[np.ndarray, float]]:
    """Give every coalition of a slot that keeps its rules, with T."""
    able = np.flatnonzero(problem.slots[s].allowed & (problem.pool.capacity > 0)).tolist()
    found = []
    for chosen in itertools.combinations(able, seats.sizes[s]):
        members = np.array(chosen, dtype=np.int64)
        alone = tuple(
            members if u == s else np.zeros(0, dtype=np.int64) for u in range(len(seats.sizes))
        )
        if not evaluate(problem, seats, alone).missing:
            found.append((members, problem.total(problem.slots[s], members)))
    return found


def _has_pins(problem: Problem, seats: Seats, s: int, chosen: tuple[int, ...]) -> bool:
    """Say whether those are in who have no other place."""
    within = [(a, [u for u in group if seats.sizes[u]]) for a, group in problem.pins]
    return all(a in chosen for a, group in within if group == [s])


def test_nothing_is_listed_beyond_the_work() -> None:
    problem = build_problem(*thirteen_season(1, 0.5))
    seats, _ = first_grouping(problem)
    assert list_coalitions(problem, seats, 3_000) is None


def test_alike_coalitions_share_a_list() -> None:
    problem = build_problem(*thirteen_season(1, 0.5))
    seats, _ = first_grouping(problem)
    lists = list_coalitions(problem, seats, MANY) or ()
    assert [each.slots for each in lists] == [(0,), (1, 2, 3)]
    assert [len(each.totals) for each in lists] == [715, 286]


@pytest.mark.parametrize("balance", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("effort", [Effort.QUICK, Effort.NORMAL])
def test_thirteen_in_four_groups_are_proven(balance: float, effort: Effort) -> None:
    problem = build_problem(*thirteen_season(2, balance))
    answer = group(problem, effort, 600, Silence())
    assert tuple(map(len, answer.members)) == (4, 3, 3, 3)
    totals = [problem.total(problem.slots[0], chosen) for chosen in answer.members]
    worth, levels = _best_of_all(problem)
    assert answer.ended_by == EndedBy.OPTIMAL
    assert answer.objective == pytest.approx(worth, abs=1e-9)
    assert answer.bound == pytest.approx(worth, abs=1e-6)
    if balance == 1:
        assert sorted(totals) == pytest.approx(levels, abs=1e-8)


def _best_of_all(problem: Problem) -> tuple[float, list[float]]:
    """Try every partition; give the best F, and the best totals from the worst upwards."""
    worth = {
        chosen: problem.total(problem.slots[0], np.array(chosen))
        for n in (3, 4)
        for chosen in itertools.combinations(range(13), n)
    }
    best, levels = -1.0, [0.0]
    for four in itertools.combinations(range(13), 4):
        rest = [a for a in range(13) if a not in four]
        for two in itertools.combinations(rest[1:], 2):
            one = (rest[0], *two)
            left = [a for a in rest if a not in one]
            for last in itertools.combinations(left[1:], 2):
                other = (left[0], *last)
                third = tuple(a for a in left if a not in other)
                totals = [worth[four], worth[one], worth[other], worth[third]]
                best = max(best, problem.objective(totals))
                levels = max(levels, sorted(totals))
    return best, levels
