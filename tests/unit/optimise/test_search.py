"""The compiled search against scores from scratch."""

import numpy as np
import pytest

from matcher.constraints.size import SIZE
from matcher.core.arrays import Ints
from matcher.core.problem import Problem, build_problem
from matcher.optimise import moves
from matcher.optimise.group import first_grouping
from matcher.optimise.moves import FORBIDDEN, open_state
from matcher.optimise.search import Search, evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.tables import MISSED_UNIT, tabulate
from models.errors import NoSolution
from tests.kit.tiny import (
    crowded_season,
    helpful_season,
    ruled_season,
    sibling_season,
    timed_season,
    tiny_season,
)

KINDS_OF_SEASON = (
    tiny_season,
    ruled_season,
    sibling_season,
    crowded_season,
    helpful_season,
    timed_season,
)


def settle(seed: int) -> tuple[Problem, Seats, tuple[Ints, ...]] | None:
    problem = build_problem(*KINDS_OF_SEASON[seed % len(KINDS_OF_SEASON)](seed))
    try:
        seats, found = first_grouping(problem, 5)
    except NoSolution:
        return None
    return (problem, seats, found.members) if any(seats.sizes) else None


def judge(problem: Problem, seats: Seats, s: int, members: Ints) -> float:
    """Give T less the price of what is missed, or FORBIDDEN, without any table."""
    slot, total = problem.slots[s], problem.total(problem.slots[s], members)
    for rule, units in zip(slot.rules, seats.give_ups[s], strict=True):
        beyond = max(0, rule.shortfall(problem.pool, members) - units)
        if rule.rule.kind == SIZE or not beyond:
            continue
        if not rule.is_lazy and not units and len(rule.ways) == 1:
            return FORBIDDEN
        total -= MISSED_UNIT * len(problem.slots) * beyond
    return total


@pytest.mark.parametrize("block", range(8))
def test_every_replacement_is_worth_what_scoring_says(block: int) -> None:
    priced = 0
    for seed in range(20 * block, 20 * block + 20):
        settled = settle(seed)
        if settled is None:
            continue
        problem, seats, members = settled
        tables, parts = tabulate(problem, seats)
        state = open_state(tables, parts, members)
        for s, chosen in enumerate(members):
            for k, leaver in enumerate(chosen.tolist()):
                for comer in np.flatnonzero(tables.allowed[s]).tolist():
                    if comer in chosen:
                        continue
                    after = np.sort(np.where(chosen == leaver, comer, chosen))
                    wanted = judge(problem, seats, s, after)
                    found = moves.after(tables, state, s, leaver, comer)
                    assert found == pytest.approx(wanted, abs=1e-9), (seed, s, k, comer)
                    priced += 1
    assert priced > 50


@pytest.mark.parametrize("seed", [5, 7, 10, 17])
def test_tables_stay_true_through_many_moves(seed: int) -> None:
    problem, seats, members = settle(seed) or pytest.fail("no season")
    tables, parts = tabulate(problem, seats)
    state, random = open_state(tables, parts, members), np.random.default_rng(1)
    formed = [s for s, size in enumerate(seats.sizes) if size]
    made = 0
    for _ in range(500):
        s = int(random.choice(formed))
        k, x = int(random.integers(seats.sizes[s])), int(random.integers(problem.pool.size))
        if state.at.place[s, x] < 0:
            moves.replace(tables, state, s, k, x)
            made += 1
    assert made > 50
    kept = tuple(state.at.seat[s, :n] for s, n in enumerate(seats.sizes))
    anew = open_state(tables, parts, kept)
    for name, stood, fresh in zip(state._fields, state, anew, strict=True):
        if name in ("load", "shared", "totals", "lowest"):
            np.testing.assert_allclose(stood, fresh, atol=1e-9, err_msg=name)
    compared = 0
    for mine, other in zip((state.at, *state.parts), (anew.at, *anew.parts), strict=True):
        for name, stood, fresh in zip(mine._fields, mine, other, strict=True):
            np.testing.assert_allclose(stood, fresh, atol=1e-9, err_msg=name)
            compared += stood is not fresh
    assert compared > 10 and state.at.place is not anew.at.place


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_search_keeps_rules_capacities_and_siblings(seed: int) -> None:
    problem = build_problem(*sibling_season(seed))
    try:
        seats, start = first_grouping(problem, 5)
    except NoSolution:
        pytest.skip("no members fit")
    found = Search(problem, seats).anneal(start.members, 30, runs=2)
    assert found.missing == 0
    assert found.objective >= start.objective - 1e-12
    assert found.objective == evaluate(problem, seats, found.members).objective
    load = np.bincount(np.concatenate(found.members), minlength=problem.pool.size)
    assert (load <= problem.pool.capacity).all()
    for group in problem.siblings:
        together = np.concatenate([found.members[s] for s in group])
        assert len(np.unique(together)) == len(together)


def test_the_same_seed_gives_the_same_members() -> None:
    problem, seats, members = settle(3) or pytest.fail("no season")
    one, other = (Search(problem, seats).anneal(members, 50, runs=2) for _ in range(2))
    for mine, theirs in zip(one.members, other.members, strict=True):
        np.testing.assert_array_equal(mine, theirs)
