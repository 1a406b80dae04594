"""Sentences of reasons and rules count as people do: none, one, many."""

import numpy as np
import pytest

from matcher.constraints.registry import KINDS
from matcher.core.pool import Pool, build_pool
from matcher.criteria import availability, novelty
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.rules import make_rule
from tests.kit.seasons import make_challenge, make_season


def season_of(*ties: tuple[str, str], times: int = 0) -> Season:
    available = tuple(f"tid {time}" for time in range(times))
    actors = [make_actor(i, available=available if i else ()) for i in range(4)]
    known = [Tie(actor_a=one, actor_b=other) for one, other in ties]
    return make_season(actors, [make_challenge(0, min_size=2, max_size=4)], ties=known)


def pool_of(*ties: tuple[str, str], times: int = 0) -> Pool:
    return build_pool(season_of(*ties, times=times))


@pytest.mark.parametrize(
    ("size", "ties", "sv", "en"),
    [
        (1, (), "Är ensam i koalitionen.", "Is alone in the coalition."),
        (2, (), "Känner inte den andra än.", "Does not know the other one yet."),
        (3, (), "Känner ingen av de 2 andra än.", "Does not know any of the 2 others yet."),
        (2, ("a01",), "Känner redan den andra.", "Knows the other one already."),
        (3, ("a01", "a02"), "Känner redan alla de 2 andra.", "Knows all 2 others already."),
        (
            3,
            ("a01",),
            "1 av de 2 andra är en ny bekantskap.",
            "1 of the 2 others is a new acquaintance.",
        ),
        (
            4,
            ("a01",),
            "2 av de 3 andra är nya bekantskaper.",
            "2 of the 3 others are new acquaintances.",
        ),
    ],
)
def test_how_many_of_the_others_are_new(size: int, ties: tuple[str, ...], sv: str, en: str) -> None:
    pool = pool_of(*(("a00", other) for other in ties))
    challenge = pool.season.challenges[0]
    told = novelty.describe(pool, challenge, np.arange(size))[0]
    assert (told.sv.replace("\xa0", " "), told.en.replace("\xa0", " ")) == (sv, en)


@pytest.mark.parametrize(
    ("times", "sv"), [(1, "Kan den enda tiden."), (2, "Kan 2 av de 2 tider som passar flest.")]
)
def test_one_time_is_the_only_one(times: int, sv: str) -> None:
    pool = pool_of(times=times)
    told = availability.describe(pool, pool.season.challenges[0], np.arange(3))[1]
    assert told.sv.replace("\xa0", " ") == sv


@pytest.mark.parametrize(
    ("most", "sv", "en"),
    [
        (1, "högst 1 plats för", "at most 1 seat for"),
        (2, "högst 2 platser för", "at most 2 seats for"),
    ],
)
@pytest.mark.parametrize("kind", ["sector_ceiling", "county_ceiling"])
def test_one_seat_is_told_as_one(kind: str, most: int, sv: str, en: str) -> None:
    at_home = make_actor(0).place
    actors = [make_actor(i, place=at_home) for i in range(4)]
    season = make_season(actors, [make_challenge(0, min_size=2, max_size=4)])
    keys = {"sector_ceiling": {"sector": "academia"}, "county_ceiling": {"county": at_home.county}}
    apply = KINDS[kind].apply
    assert apply is not None
    rule = make_rule(kind, max=most, **keys[kind])
    applied = apply(build_pool(season), season.challenges[0], rule)
    assert applied is not None
    assert applied.asks.sv.replace("\xa0", " ").startswith(sv)
    assert applied.asks.en.replace("\xa0", " ").startswith(en)
