"""A search that knows some actors only finds what it would among them in the whole season."""

import math

import numpy as np
import pytest

from data.samples import DEMO
from matcher.core.offers import OffersTable
from matcher.core.problem import Problem, build_problem
from matcher.embedding import reading
from matcher.embedding.offers import OffersInWords
from matcher.embedding.reading import read_words
from matcher.optimise import narrowing
from matcher.optimise.bound import mark_allowed
from matcher.optimise.group import first_grouping, group
from matcher.optimise.rows import build_model
from matcher.optimise.search import Search
from models.ports.progress import Silence
from models.seasons import Effort, Season
from tests.kit.actors import make_actor
from tests.kit.embedders import WordEmbedder
from tests.kit.places import PLACES
from tests.kit.seasons import make_challenge, make_season, middle_season
from tests.property.test_offers import told

assert DEMO.exists()


def helpful(on_demand: bool) -> Problem:
    offers, seeks = told("offers"), told("seeks")
    actors = [
        make_actor(i, offers=offers[i], seeks=seeks[i], place=PLACES[i % len(PLACES)])
        for i in range(60)
    ]
    challenges = [make_challenge(c, min_size=5, max_size=7) for c in range(2)]
    season: Season = make_season(actors, challenges)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "MOST_CELLS", 0 if on_demand else 10**9)
        fits = read_words(season, WordEmbedder(), Silence()).fits
    assert isinstance(fits.offers, OffersInWords if on_demand else OffersTable)
    return build_problem(season, fits)


@pytest.mark.parametrize("near", [60, 25])
def test_near_actors_alone_are_searched_as_they_are_in_the_whole(
    near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = build_problem(*middle_season(0.5))
    seats, _ = first_grouping(problem)
    whole = Search(problem, seats)
    assert not whole.is_large
    monkeypatch.setattr(narrowing, "MANY_LOOKS", 0)
    columns = narrowing.find_near(problem, seats, near)
    assert columns.sum(axis=1).tolist() == [near, near]
    whole.restrict(columns)
    small = Search(problem, seats)
    assert small.is_large
    small.restrict(columns)
    assert small.looks == whole.looks
    if near < 30:
        assert small.tables.allowed.shape[1] < 60
    for one, other in (
        (whole.descend(seats.start, 50), small.descend(seats.start, 50)),
        (whole.anneal(seats.start, 20, runs=2), small.anneal(seats.start, 20, runs=2)),
    ):
        assert [m.tolist() for m in other.members] == [m.tolist() for m in one.members]
        assert other.objective == pytest.approx(one.objective, abs=1e-12)


def test_members_from_outside_are_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = build_problem(*middle_season(0.5))
    seats, best = first_grouping(problem)
    monkeypatch.setattr(narrowing, "MANY_LOOKS", 0)
    search = Search(problem, seats)
    nobody = np.zeros((2, 60), dtype=bool)
    search.restrict(nobody)
    assert search.looks == 0
    found = search.descend(best.members, 5)
    assert [m.tolist() for m in found.members] == [m.tolist() for m in best.members]
    search.widen()
    assert search.looks == Search(problem, seats).looks > 0


def test_a_season_with_offers_on_demand_is_solved_as_with_their_table() -> None:
    table, words = helpful(on_demand=False), helpful(on_demand=True)
    expected = group(table, Effort.QUICK, math.inf, Silence())
    answer = group(words, Effort.QUICK, math.inf, Silence())
    assert [m.tolist() for m in answer.members] == [m.tolist() for m in expected.members]
    assert answer.objective == pytest.approx(expected.objective, abs=1e-12)
    assert answer.bound == pytest.approx(expected.bound, abs=1e-9)
    seats, _ = first_grouping(words)
    assert mark_allowed(build_model(words, seats)).sum() == 120
