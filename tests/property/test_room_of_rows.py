"""What the bound's rows take grows with what they say, not with the pool."""

from random import Random

import numpy as np
import pytest

from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.optimise.bound import mark_allowed, rows_over
from matcher.optimise.model import LinearRow
from matcher.optimise.row_kinds.contacts import _met
from matcher.optimise.rows import build_model
from matcher.optimise.seats import Seats
from tests.kit.actors import draw_actor
from tests.kit.seasons import draw_ties, make_challenge, make_season

SLOTS = 6


def season_of(count: int) -> Problem:
    draw = Random(1)
    actors = [draw_actor(draw, i, wishes=(), passed_over=0) for i in range(count)]
    challenges = [make_challenge(c, min_size=3, max_size=3) for c in range(SLOTS)]
    ties = draw_ties(draw, actors, 6 / count)
    season = make_season(actors, challenges, ties=ties)
    return build_problem(season, Fits(np.full((count, SLOTS), 0.5)))


def room_of(rows: list[LinearRow]) -> int:
    """Give the bytes of rows' own arrays; kinds are the pool's, and shared."""
    return sum(
        own.actors.nbytes + own.values.nbytes + own.levels.nbytes
        for row in rows
        for own in row.x.values()
    )


@pytest.mark.parametrize("count", [150, 600])
def test_rows_of_single_actors_take_the_same_room_in_every_pool(count: int) -> None:
    problem = season_of(count)
    seats = Seats((3,) * SLOTS, tuple((0,) * len(slot.rules) for slot in problem.slots), ())
    model = build_model(problem, seats)
    rows = rows_over(model, mark_allowed(model))
    capacities = [row for name, row in rows.items() if name.startswith("capacity")]
    assert len(capacities) > count / 2
    assert room_of(capacities) == len(capacities) * SLOTS * 16
    degree = int(np.diff(problem.pool.tied.indptr).max())
    met = [LinearRow({0: _met(problem.pool, a, 2)}, {}) for a in range(count)]
    assert room_of(met) <= count * (16 * (degree + 1) + 8 * 4)


def test_rows_of_contacts_say_what_the_pool_says() -> None:
    problem = season_of(60)
    everybody = np.arange(60)
    new = problem.pool.is_new(everybody)
    for a in range(60):
        expected = -new[a].astype(float)
        expected[a] = 3.0
        assert _met(problem.pool, a, 3).at(everybody).tolist() == expected.tolist()
