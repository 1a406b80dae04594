"""Actors who work in the whole country: of no county, at no distance, wherever that counts."""

import random

import numpy as np
import pytest

from matcher.constraints import county_ceiling, regional_radius
from matcher.core.pool import build_pool
from matcher.core.problem import build_problem
from matcher.criteria import geographic_spread
from matcher.criteria.shapes.partial_variety import PartialVariety
from matcher.criteria.shapes.variety import Variety
from matcher.optimise.group import group
from matcher.verify.criteria.blau import NOWHERE, blau, blau_after, blau_parts
from models.places import Place
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.actors import make_actor
from tests.kit.places import KIRUNA, LUND, MALMO
from tests.kit.rules import make_rule
from tests.kit.seasons import make_challenge, make_season
from tests.kit.tiny import enumerate_best, tiny_season

WHOLE = Place(name="Hela landet", municipality="", county="", lat=60, lon=15)


def partly_placed(seed: int, share: float = 0.4):
    """Make a tiny season some of whose actors work in the whole country."""
    draw = random.Random(seed)
    season, fits = tiny_season(seed)
    actors = [
        actor.evolve(place=WHOLE) if draw.random() < share else actor for actor in season.actors
    ]
    actors[0] = actors[0].evolve(place=WHOLE)
    return season.evolve(actors=tuple(actors)), fits


@pytest.mark.parametrize("seed", range(0, 36, 3))
def test_coalitions_are_as_enumeration_says_and_bounds_hold(seed):
    season, fits = partly_placed(seed)
    problem = build_problem(season, fits)
    _, groupings = enumerate_best(problem)
    answer = group(problem, Effort.NORMAL, 60, Silence())
    optimum = max(found.objective for found in groupings)
    assert answer.objective == pytest.approx(optimum, abs=1e-6)
    assert answer.bound >= optimum - 1e-6


def test_nobody_is_at_a_distance_from_the_whole_country():
    pool = build_pool(partly_placed(3)[0])
    km = pool.distances_km(np.arange(pool.size))
    assert not pool.is_placed[0]
    assert not km[0].any()
    assert not km[:, 0].any()
    placed = np.flatnonzero(pool.is_placed)
    assert (km[np.ix_(placed, placed)] + np.eye(len(placed)) > 0).all()


def test_pairs_with_the_whole_country_are_alike():
    labels, has = np.array([0, 1, 2, 3]), np.array([True, True, True, False])
    partial, members = PartialVariety(labels, has, 21), np.arange(4)
    assert partial.value(members) == pytest.approx(6 / 16 / Variety(labels, 21).largest(4))
    assert partial.member_values(members)[3] == 0
    assert partial.member_values(members).mean() == pytest.approx(partial.value(members))
    everybody = PartialVariety(labels, np.ones(4, dtype=bool), 21)
    assert everybody.value(members) == pytest.approx(Variety(labels, 21).value(members))


@pytest.mark.parametrize("seed", range(5))
def test_replacements_are_as_computed_anew_and_as_the_checker_has_them(seed):
    draw = np.random.default_rng(seed)
    labels, has = draw.integers(0, 4, 9), draw.random(9) < 0.6
    term, members = PartialVariety(labels, has, 5), np.array([0, 2, 3, 5])
    table, checked = term.replaced(members), np.where(has, labels, NOWHERE)
    for i in range(4):
        for comer in set(range(9)) - set(members.tolist()):
            after = np.array([*np.delete(members, i), comer])
            assert table[i, comer] == pytest.approx(term.value(after))
            assert blau(checked[after].tolist(), 5) == pytest.approx(term.value(after))
            assert blau_after(checked, 5, members)[i, comer] == pytest.approx(table[i, comer])
    parts = blau_parts(checked[members].tolist(), 5)
    assert parts == pytest.approx(term.member_values(members).tolist())


def test_no_ceiling_and_no_radius_holds_for_the_whole_country():
    actors = [make_actor(i, place=WHOLE) for i in range(3)]
    actors += [make_actor(8, place=LUND), make_actor(9, place=KIRUNA)]
    challenge = make_challenge(scope="regional", place=MALMO, radius_km=50)
    pool = build_pool(make_season(actors, [challenge]))
    assert county_ceiling.apply(pool, challenge, make_rule("county_ceiling", max=1)) is None
    radius = regional_radius.apply(pool, challenge, make_rule("regional_radius"))
    assert radius.judge(np.array([0, 1, 3])) == (3, 3)
    assert radius.judge(np.array([0, 1, 4])) == (3, 2)
    words = geographic_spread.describe(pool, challenge, np.array([0, 3, 4]))
    assert "hela landet" in words[0].sv
