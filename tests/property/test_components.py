"""Seasons that fall apart are solved part by part, and come out as enumeration says."""

from random import Random

import pytest

from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.optimise.components import split
from matcher.optimise.group import first_grouping, group
from models.challenges import Scope
from models.ports.progress import Silence
from models.proposals import EndedBy
from models.seasons import Effort, Season
from tests.kit.actors import draw_actor
from tests.kit.places import KIRUNA, LUND
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, draw_ties, make_challenge, make_season
from tests.kit.tiny import enumerate_best

EPS = 1e-6


def far_season(seed: int, **fields: object) -> tuple[Season, Fits]:
    """Give six actors in the south and six in the north, with a regional challenge each."""
    draw = Random(seed)
    places = [LUND] * 6 + [KIRUNA] * 6
    actors = [
        draw_actor(draw, i, place=place, capacity=draw.choice([1, 2]), wishes=(), passed_over=0)
        for i, place in enumerate(places)
    ]
    challenges = [
        make_challenge(
            c,
            scope=Scope.REGIONAL,
            place=place,
            radius_km=100.0,
            areas=3,
            reference_km=90.0,
            min_size=3,
            max_size=3,
        )
        for c, place in enumerate((LUND, KIRUNA))
    ]
    off = tuple(
        make_rule(kind, strength=0.0)
        for kind in ("new_contacts_floor", "one_per_group", "shared_language")
    )
    given: dict[str, object] = {"rules": off, "balance": 0.0} | fields
    season = make_season(actors, challenges, ties=draw_ties(draw, actors, 0.4), **given)
    return season, draw_fits(season, seed)


@pytest.mark.parametrize("seed", range(6))
def test_parts_come_out_as_the_whole_would(seed: int) -> None:
    problem = build_problem(*far_season(seed))
    parts = split(problem, *first_grouping(problem))
    assert [part.slots for part in parts] == [(0,), (1,)]
    assert [part.share for part in parts] == [0.5, 0.5]
    _, every = enumerate_best(problem, beyond=0)
    answer = group(problem, Effort.NORMAL, 60, Silence())
    best = max(found.objective for found in every)
    assert answer.objective == pytest.approx(best, abs=EPS)
    assert answer.bound == pytest.approx(best, abs=EPS)
    assert answer.ended_by is EndedBy.OPTIMAL


def test_what_hangs_together_stays_together() -> None:
    season, fits = far_season(1)
    national = season.challenges[0].evolve(scope=Scope.NATIONAL, radius_km=None)
    twice = season.challenges[0].evolve(coalitions=2)
    for changed, count in (
        ({"balance": 0.5}, 1),
        ({"challenges": (national, season.challenges[1])}, 1),
        ({"challenges": (twice, season.challenges[1])}, 2),
    ):
        problem = build_problem(season.evolve(**changed), fits)
        parts = split(problem, *first_grouping(problem))
        formed = [s for part in parts for s in part.slots]
        assert len(parts) == count, changed
        assert sorted(formed) == list(range(len(problem.slots)))
