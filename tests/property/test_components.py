"""Seasons that fall apart are solved part by part, and come out as enumeration says."""

import math
from dataclasses import replace
from random import Random

import pytest

from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.optimise.components import split_by_worst, split_components
from matcher.optimise.group import _solve, first_grouping, group
from matcher.optimise.work import WORK
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


def far_season(seed: int, each: int = 6, size: int = 3, **fields: object) -> tuple[Season, Fits]:
    """Give as many actors in the south as in the north, with a regional challenge each."""
    draw = Random(seed)
    places = [LUND] * each + [KIRUNA] * each
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
            min_size=size,
            max_size=size,
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
    parts = split_components(problem, *first_grouping(problem))
    assert [part.slots for part in parts] == [(0,), (1,)]
    assert [part.share for part in parts] == [0.5, 0.5]
    _, every = enumerate_best(problem, beyond=0)
    answer = group(problem, Effort.NORMAL, math.inf, Silence())
    best = max(found.objective for found in every)
    assert answer.objective == pytest.approx(best, abs=EPS)
    assert answer.bound == pytest.approx(best, abs=EPS)
    assert answer.ended_by is EndedBy.OPTIMAL


@pytest.mark.parametrize("balance", [0.3, 0.5, 1.0])
@pytest.mark.parametrize("seed", range(4))
def test_what_only_the_worst_holds_together_comes_out_as_the_whole(
    seed: int, balance: float
) -> None:
    problem = build_problem(*far_season(seed, balance=balance))
    _, every = enumerate_best(problem, beyond=0)
    best = max(found.objective for found in every)
    answer = group(problem, Effort.NORMAL, math.inf, Silence())
    assert answer.objective == pytest.approx(best, abs=EPS)
    assert best - 1e-9 <= answer.bound <= best + EPS


@pytest.mark.parametrize("balance", [0.3, 0.5, 1.0])
@pytest.mark.parametrize("seed", range(4))
def test_parts_bound_the_whole_however_the_worst_is_borne(seed: int, balance: float) -> None:
    problem = build_problem(*far_season(seed, balance=balance))
    seats, start = first_grouping(problem)
    _, every = enumerate_best(problem, beyond=0)
    best, draw = max(found.objective for found in every), Random(seed)
    sums = []
    for _ in range(6):
        parts = split_by_worst(problem, seats, start, {0: draw.random(), 1: draw.random()})
        assert sum(part.share for part in parts) == pytest.approx(1.0)
        begun = sum(part.share * part.start.objective for part in parts)
        assert begun >= start.objective - 1e-9
        tops = [max(f.objective for f in enumerate_best(p.problem, beyond=0)[1]) for p in parts]
        sums.append(sum(part.share * top for part, top in zip(parts, tops, strict=True)))
    assert min(sums) >= best - 1e-9
    assert balance < 1 or max(sums) > min(sums)


@pytest.mark.parametrize("balance", [0.3, 0.5, 1.0])
def test_parts_close_gaps_that_the_whole_is_too_large_for(balance: float) -> None:
    problem = build_problem(*far_season(2, balance=balance, each=24, size=6))
    work = replace(WORK[Effort.NORMAL], columns=0, listed=0)
    seats, start = first_grouping(problem)
    whole = _solve(split_components(problem, seats, start)[0], work, math.inf, Silence())
    assert whole.value == pytest.approx(whole.relaxed, abs=1e-7), "no part may try a tree either"
    able = replace(work, columns=24)
    apart = _solve(split_components(problem, seats, start)[0], able, math.inf, Silence())
    assert apart.incumbent.objective >= whole.incumbent.objective - 1e-12
    assert apart.incumbent.objective - 1e-9 <= apart.value < whole.value - 1e-5


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
        parts = split_components(problem, *first_grouping(problem))
        formed = [s for part in parts for s in part.slots]
        assert len(parts) == count, changed
        assert sorted(formed) == list(range(len(problem.slots)))
