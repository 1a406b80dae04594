"""Sets of times: those that are listed hold a best one, and each is priced as it costs."""

import itertools

import numpy as np
import pytest

from matcher.criteria.shapes.attendance import Attendance
from matcher.optimise.time_sets import TimeSets, find_sets

MOST = 4


def draw_sets(seed: int) -> tuple[TimeSets, Attendance, np.random.Generator]:
    draw = np.random.default_rng(seed)
    actors, times = int(draw.integers(3, 9)), int(draw.integers(1, 12))
    term = Attendance(draw.random((actors, times)) < draw.choice([0.2, 0.5, 0.8]), MOST)
    sets = find_sets("v", int(draw.integers(1, actors)), term, np.ones(actors, dtype=bool))
    assert sets is not None
    return sets, term, draw


@pytest.mark.parametrize("seed", range(60))
def test_listed_sets_hold_the_best_of_any_members(seed: int) -> None:
    sets, term, _ = draw_sets(seed)
    everything = np.arange(len(sets.sets))
    for members in itertools.combinations(range(len(term.can_come)), sets.seats):
        chosen = np.array(members, dtype=np.int64)
        most = sets.attended(chosen, everything).sum(axis=0).max()
        assert most / sets.scale == pytest.approx(term.value(chosen), abs=1e-12)


@pytest.mark.parametrize("seed", range(60))
def test_prices_are_those_of_trying_all_members(seed: int) -> None:
    sets, term, draw = draw_sets(seed)
    count, worth = len(term.can_come), float(draw.choice([0.0, 0.1, 1.0]))
    costs = draw.normal(size=count)
    if count > sets.seats + 1:
        costs[0] = np.inf
    priced = sets.price(costs, worth)
    least = np.full(count, np.inf)
    for z in range(len(sets.sets)):
        under = costs - worth * sets.attended(np.arange(count), np.array([z]))[:, 0]
        groups = list(itertools.combinations(range(count), sets.seats))
        values = [float(under[list(group)].sum()) for group in groups]
        assert priced.sums[z] == pytest.approx(min(values), abs=1e-9)
        for group, value in zip(groups, values, strict=True):
            least[list(group)] = np.minimum(least[list(group)], value)
    assert (priced.reduced_costs <= least - priced.least + 1e-9).all()
    assert (priced.reduced_costs >= 0).all()
    cheapest = int(np.argmin(least))
    assert priced.reduced_costs[cheapest] == pytest.approx(0.0, abs=1e-9)


def test_a_time_that_others_are_as_good_as_throughout_is_left_out() -> None:
    can_come = np.zeros((6, 40), dtype=bool)
    can_come[:3, 7] = can_come[:3, 9] = can_come[:2, 20] = can_come[4, 30] = can_come[5, 31] = True
    sets = find_sets("v", 3, Attendance(can_come, MOST), np.ones(6, dtype=bool))
    assert sets is not None
    assert len(sets.come) == 5


def test_more_sets_than_can_be_listed_are_not_listed() -> None:
    halves = np.array(list(itertools.combinations(range(8), 4)))
    can_come = np.zeros((8, len(halves)), dtype=bool)
    can_come[halves.T, np.arange(len(halves))] = True
    assert find_sets("v", 3, Attendance(can_come, MOST), np.ones(8, dtype=bool)) is None
