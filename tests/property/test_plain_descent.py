"""A descent written apart from the engine never beats an answer by much, nor any bound."""

import itertools
import math
from random import Random

import numpy as np
import pytest

from data.reference.gazetteer import load_gazetteer
from matcher.core.arrays import Floats
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.optimise.group import group
from models.ports.progress import Silence
from models.seasons import Effort, Season
from models.sectors import Sector
from tests.kit import plain_descent as plain
from tests.kit.actors import make_actor
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_relevance, draw_ties, make_challenge, make_season

MARGIN = 0.001
CASES = [(60, 0.0), (60, 0.5), (60, 1.0), (36, 0.5), (36, 1.0)]


def drawn_season(actors: int, balance: float) -> tuple[Season, Floats]:
    """Give actors from all over Sweden for three coalitions of 12, few of them academic."""
    draw, towns = Random(actors), load_gazetteer().municipalities
    common = [sector for sector in Sector if sector != Sector.ACADEMIA]
    pool = [
        make_actor(
            i,
            sector=common[i % 3] if i % 6 else Sector.ACADEMIA,
            place=draw.choice(towns).place,
        )
        for i in range(actors)
    ]
    season = make_season(
        pool,
        [make_challenge(c, min_size=12, max_size=12) for c in range(3)],
        ties=draw_ties(draw, pool, 0.1),
        rules=tuple(make_rule("sector_floor", sector=str(sector), min=2) for sector in Sector),
        balance=balance,
    )
    return season, draw_relevance(actors, actors, 3)


@pytest.mark.parametrize(("actors", "balance"), CASES)
def test_a_descent_written_apart_gains_next_to_nothing(actors: int, balance: float) -> None:
    season, relevance = drawn_season(actors, balance)
    answer = group(build_problem(season, Fits(relevance)), Effort.NORMAL, math.inf, Silence())
    facts = plain.read_facts(season, relevance)
    given = [members.tolist() for members in answer.members]
    totals = np.array([plain.total(facts, k, members) for k, members in enumerate(given)])
    assert plain.objective(facts, totals) == pytest.approx(answer.objective, abs=1e-9)
    assert all(plain.is_allowed(facts, members) for members in given)
    starts = [given, plain.start_greedily(facts, answer.seats.sizes)]
    reached = [plain.descend(facts, start) for start in starts]
    for coalitions, value in reached:
        assert sorted(itertools.chain(*coalitions)) == sorted({*itertools.chain(*coalitions)})
        assert all(plain.is_allowed(facts, members) for members in coalitions)
        assert value <= answer.objective * (1 + MARGIN)
        assert value <= answer.bound + 1e-9
    assert reached[1][1] > reached[0][1] * 0.97  # or it would be no rival


def test_its_table_of_replacements_is_what_scoring_from_scratch_gives() -> None:
    season, relevance = drawn_season(60, 0.5)
    facts = plain.read_facts(season, relevance)
    members = plain.start_greedily(facts, (12, 12, 12))[1]
    table = plain.replaced(facts, 1, members)
    for i, a in itertools.product(range(12), range(60)):
        swapped = [*members[:i], a, *members[i + 1 :]]
        if table[i, a] > plain.BARRED:
            assert table[i, a] == pytest.approx(plain.total(facts, 1, swapped), abs=1e-12)
        else:
            assert a in members or not plain.is_allowed(facts, swapped)
