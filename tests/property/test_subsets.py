"""A problem with some of its actors alone says of them what the whole one does."""

from random import Random

import numpy as np
import pytest

from matcher.constraints.rows import CountRow
from matcher.core.among import single_out
from matcher.core.fits import Fits
from matcher.core.pool import Pool
from matcher.core.problem import Problem, build_problem
from matcher.core.subsets import keep_actors
from matcher.criteria.criterion import measure
from matcher.criteria.shapes.spread import Spread
from models.seasons import Season
from tests.kit.seasons import middle_season
from tests.kit.tiny import helpful_season, timed_season, tiny_season


def halves(seed: int) -> list[tuple[Season, Fits]]:
    return [tiny_season(seed), helpful_season(seed), timed_season(seed), middle_season(0.5)]


@pytest.mark.parametrize("seed", range(8))
def test_some_actors_are_worth_and_break_what_they_did(seed: int) -> None:
    draw = Random(seed)
    for season, fits in halves(seed):
        whole = build_problem(season, fits)
        count = whole.pool.size
        actors = np.array(sorted(draw.sample(range(count), draw.randint(2, count))))
        part = keep_actors(whole, actors)
        assert part is not None
        assert part.pool.size == len(actors)
        places = np.array(
            sorted(draw.sample(range(len(actors)), draw.randint(1, min(6, len(actors)))))
        )
        assert_alike(whole, part, actors, places)


def assert_alike(whole: Problem, part: Problem, actors: np.ndarray, places: np.ndarray) -> None:  # type: ignore[type-arg]
    members = actors[places]
    for before, after in zip(whole.slots, part.slots, strict=True):
        assert after.id == before.id
        assert after.allowed.tolist() == before.allowed[actors].tolist()
        assert part.scores(after, places) == pytest.approx(whole.scores(before, members), abs=1e-12)
        assert part.total(after, places) == pytest.approx(whole.total(before, members), abs=1e-12)
        expected = whole.replaced(before, members)[:, actors]
        outside = np.setdiff1d(np.arange(len(actors)), places)
        assert part.replaced(after, places)[:, outside] == pytest.approx(
            expected[:, outside], abs=1e-12
        )
        for rule, own in zip(
            (*before.rules, *before.soft), (*after.rules, *after.soft), strict=True
        ):
            assert own.judge(places) == rule.judge(members)
            assert own.shortfall(part.pool, places) == rule.shortfall(whole.pool, members)
            for row, kept in zip(rule.counts, own.counts, strict=True):
                assert kept.marks.tolist() == row.marks[actors].tolist()
    kept_pins = [(int(actors[a]), group) for a, group in part.pins]
    assert kept_pins == [(a, group) for a, group in whole.pins if a in actors]


def test_what_coalitions_share_they_share_afterwards() -> None:
    whole = build_problem(*middle_season(0.5))
    part = keep_actors(whole, np.arange(0, whole.pool.size, 2))
    assert part is not None
    first, other = part.slots[0], part.slots[-1]
    assert first.terms["novelty"][0].tied is other.terms["novelty"][0].tied  # type: ignore[attr-defined]
    assert part.pool.tied is first.terms["novelty"][0].tied  # type: ignore[attr-defined]
    spreads = [t for t in first.terms["geographic_spread"] if isinstance(t, Spread)]
    assert [spread.distances for spread in spreads] == [part.pool.distances_km]


def test_distances_of_no_pool_are_cut_down_too() -> None:
    whole = build_problem(*middle_season(0.5)).pool
    far = np.abs(np.subtract.outer(np.arange(whole.size), np.arange(whole.size))).astype(float)

    def distances(actors: np.ndarray, others: np.ndarray | None = None) -> np.ndarray:  # type: ignore[type-arg]
        return far[np.ix_(actors, np.arange(len(far)) if others is None else others)]

    some = single_out(whole, np.array([1, 4, 9, 16]))
    assert isinstance(some.pool, Pool)
    own = Spread(distances, 10.0).among(some)
    assert own.value(np.array([0, 3])) == pytest.approx(min(1.0, 15 / 10))
    assert own.value(np.array([0, 1])) == pytest.approx(3 / 10)
    assert own.replaced(np.array([0, 1])).shape == (2, 4)


def test_what_speaks_of_the_whole_pool_is_not_divided() -> None:
    class Foreign:
        share = 1.0

        def __init__(self, whole: object) -> None:
            self.value = whole.value  # type: ignore[attr-defined]
            self.member_values = whole.member_values  # type: ignore[attr-defined]
            self.replaced = whole.replaced  # type: ignore[attr-defined]

    problem = build_problem(*middle_season(0.5))
    slot = problem.slots[0]
    term = Foreign(slot.terms["relevance"][0])
    assert measure((term,), np.arange(3)) == measure(slot.terms["relevance"], np.arange(3))
    slot.terms["relevance"] = (term,)
    assert keep_actors(problem, np.arange(5)) is None
    assert CountRow(np.ones(3, dtype=np.int64)).is_size
