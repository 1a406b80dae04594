"""Balance 1 against complete enumeration: every level of the worst coalitions."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import pytest

from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.optimise.leximin import is_better, raise_by_freezing
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from models.seasons import Season
from tests.kit.listing import group_either_way
from tests.kit.tiny import crowded_season, enumerate_best, ruled_season, sibling_season

EPS = 1e-6
Make: TypeAlias = Callable[[int], tuple[Season, Fits]]


def levels(problem: Problem, members: Sequence[Ints]) -> list[float]:
    """Give T of the formed coalitions, the worst first."""
    scored = zip(problem.slots, members, strict=True)
    return sorted(problem.total(slot, chosen) for slot, chosen in scored if len(chosen))


@pytest.mark.parametrize("block", range(10))
def test_every_level_is_as_high_as_enumeration_finds(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        problem = build_problem(*crowded_season(seed))
        _, groupings = enumerate_best(problem, beyond=0)

        best = max(levels(problem, found.members) for found in groupings)
        for answer in group_either_way(problem):
            found = levels(problem, answer.members)
            for mine, theirs in zip(found, best, strict=True):
                assert abs(mine - theirs) <= EPS, (seed, found, best)
                if abs(mine - theirs) > 1e-9:
                    break


@pytest.mark.parametrize("make", [crowded_season, sibling_season, ruled_season])
def test_freezing_keeps_every_rule_and_raises_levels(make: Make) -> None:
    better = 0
    for seed in range(15):
        season, fits = make(seed)
        problem = build_problem(season.evolve(balance=1.0), fits)

        _, every = enumerate_best(problem, beyond=0)
        scored = [(levels(problem, found.members), found.members) for found in every]
        highest = max((each[:1] for each, _ in scored), default=[])
        # As good as any in the worst coalition, and as bad as can be in the others.
        before, worst = min(
            (each for each in scored if each[0][:1] == highest), key=lambda each: each[0]
        )
        seats = Seats.of(problem, worst)
        start = evaluate(problem, seats, worst)
        raised = raise_by_freezing(problem, seats, start, 50, 10_000, lambda: False)
        assert not evaluate(problem, seats, raised.members).missing
        load = np.bincount(np.concatenate(raised.members), minlength=problem.pool.size)
        assert (load <= problem.pool.capacity).all()
        for slots in problem.siblings:
            shared = [a for s in slots for a in raised.members[s].tolist()]
            assert len(set(shared)) == len(shared)
        for actor, slots in problem.pins:
            assert sum(actor in raised.members[s] for s in slots) == 1
        after = levels(problem, raised.members)
        assert not is_better(before, after)
        assert after[:1] == pytest.approx(highest)
        better += is_better(after, before)
    assert better or make is not crowded_season  # where there is little to choose
