"""A row's coefficients say what the vector they were made from says, however they are kept."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.core.arrays import Floats
from matcher.optimise.coefficients import Coefficients, listed, single

NUMBERS = st.floats(-4.0, 4.0, allow_subnormal=False)
VECTORS = st.lists(st.one_of(st.just(0.0), NUMBERS), min_size=1, max_size=12).map(np.array)


@st.composite
def by_kind(draw: st.DrawFn) -> tuple[Coefficients, Floats]:
    """Give coefficients with a level for each kind, and the vector they stand for."""
    kinds = np.array(draw(st.lists(st.integers(0, 3), min_size=1, max_size=12)))
    levels = np.array(draw(st.lists(NUMBERS, min_size=4, max_size=4)))
    actors = np.array(sorted(draw(st.sets(st.integers(0, len(kinds) - 1)))), dtype=np.int64)
    values = np.array([draw(NUMBERS) for _ in actors], dtype=np.float64)
    vector = levels[kinds]
    vector[actors] += values
    return Coefficients(actors, values, kinds, levels), vector


def assert_alike(kept: Coefficients, vector: Floats) -> None:
    size = len(vector)
    for actors in (np.arange(size), np.arange(0, size, 2), np.arange(size)[::-1], np.arange(0)):
        assert kept.at(actors).tolist() == vector[actors].tolist()
    table = np.linspace(-1.0, 1.0, size)
    kept.subtract(table, 0.7)
    assert table == pytest.approx(np.linspace(-1.0, 1.0, size) - 0.7 * vector, abs=1e-12)
    x = np.arange(size) % 3 / 2
    assert kept.dot(x) == pytest.approx(float(vector @ x), abs=1e-12)


@settings(deadline=None)
@given(VECTORS)
def test_listed_is_the_vector(vector: Floats) -> None:
    assert_alike(listed(vector), vector)


@settings(deadline=None)
@given(by_kind())
def test_kinds_and_single_actors_add_up(both: tuple[Coefficients, Floats]) -> None:
    assert_alike(*both)


def test_few_actors_take_little_room_in_a_large_pool() -> None:
    vector = np.zeros(100_000)
    vector[[3, 70_000]] = 1.0, -2.0
    kept = listed(vector)
    assert kept.actors.nbytes + kept.values.nbytes + kept.levels.nbytes < 100
    assert kept.kinds is None
    assert single(7, 2.0).at(np.array([6, 7])).tolist() == [0.0, 2.0]
