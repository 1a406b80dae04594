"""The work of an effort: an annealing lasts longer where its sweeps are cheap."""

import random
from dataclasses import replace

import pytest

from data.reference.gazetteer import load_gazetteer
from matcher.core.problem import Problem, build_problem
from matcher.optimise.group import group
from matcher.optimise.work import WORK
from models.ports.progress import Silence
from models.seasons import Effort
from models.sectors import Sector
from tests.kit.actors import make_actor
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, draw_ties, make_challenge, make_season

TIMES = tuple(f"tid {number}" for number in range(10))


def draw_scarce_season(seed: int) -> Problem:
    """Draw 58 actors, anywhere in the country, for four coalitions of 14, with floors and times."""
    draw = random.Random(seed)
    towns = load_gazetteer().municipalities
    actors = [
        make_actor(
            number,
            sector=draw.choice(list(Sector)),
            place=draw.choice(towns).place,
            available=tuple(time for time in TIMES if draw.random() < 0.5),
        )
        for number in range(58)
    ]
    season = make_season(
        actors,
        [make_challenge(number, min_size=12, max_size=14) for number in range(4)],
        ties=draw_ties(draw, actors, 0.15),
        rules=tuple(make_rule("sector_floor", sector=str(sector), min=3) for sector in Sector),
        balance=0.5,
    )
    return build_problem(season, draw_fits(season, seed))


@pytest.mark.parametrize(
    ("looks", "sweeps"),
    [(0, 5_000), (812, 5_000), (25_000, 2_000), (200_000, 0), (4_000_000, 0)],
)
def test_a_longer_annealing_follows_where_its_sweeps_are_cheap(looks: int, sweeps: int) -> None:
    work = WORK[Effort.NORMAL]
    assert work.last(looks) == sweeps
    assert work.first(looks) == min(500, 400_000_000 // max(1, looks))


def test_a_scarce_season_is_searched_for_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    problem, quick = draw_scarce_season(3), WORK[Effort.QUICK]
    longer = group(problem, Effort.QUICK, 600, Silence())
    monkeypatch.setitem(WORK, Effort.QUICK, replace(quick, cheap=0))
    shorter = group(problem, Effort.QUICK, 600, Silence())
    assert longer.objective > shorter.objective + 1e-4
    assert longer.bound == pytest.approx(shorter.bound)
