"""The best are found exactly from rough estimates, and the chosen are of different kinds."""

import numpy as np
import pytest

from matcher.core.arrays import Floats, Ints
from matcher.suggest.parts import SHARES, Part, PartKey
from matcher.suggest.shortlist import find_best, spread_out

EVERYBODY = np.arange(2_000)


def rough_part(key: PartKey, exact: Floats, off: Floats, tolerance: float) -> Part:
    """Give a part whose values are off when everybody's are asked for."""

    def values(among: Ints | None) -> Floats:
        return exact + off if among is None else exact[among]

    return Part(key, values, tolerance)


def test_shares_add_up_to_1() -> None:
    assert set(SHARES) == set(PartKey)
    assert sum(SHARES.values()) == pytest.approx(1)


@pytest.mark.parametrize("count", [0, 1, 7, 300, 1_999, 2_000, 5_000])
def test_the_best_are_found_whatever_the_error_of_the_estimates(count: int) -> None:
    numbers = np.random.default_rng(count)
    exact = [np.round(numbers.random(2_000), 2) for _ in range(2)]
    off = [0.05 * np.where(values > np.median(values), -1.0, 1.0) for values in exact]
    keys = (PartKey.KINSHIP, PartKey.OFFERS)
    parts = tuple(rough_part(*given, 0.05) for given in zip(keys, exact, off, strict=True))
    allowed = EVERYBODY[numbers.random(2_000) < 0.9]
    found = find_best(parts, allowed, count)
    scores = np.round((0.35 * exact[0] + 0.15 * exact[1]) / 0.5, 6)
    expected = sorted(allowed.tolist(), key=lambda a: (-scores[a], a))[: count or None]
    assert found.actors.tolist() == expected
    assert found.scores.tolist() == scores[expected].tolist()
    assert [values.tolist() for values in found.values] == [v[expected].tolist() for v in exact]


def test_exact_values_are_asked_only_of_those_that_can_be_among_the_best() -> None:
    asked = []

    def values(among: Ints | None) -> Floats:
        if among is None:
            return np.linspace(0, 1, 2_000)
        asked.append(len(among))
        return np.linspace(0, 1, 2_000)[among]

    find_best((Part(PartKey.KINSHIP, values, 0.01),), EVERYBODY, 10)
    (count,) = asked
    assert 10 <= count <= 10 + 2 * 20 + 1


def test_the_chosen_are_of_different_kinds_where_the_best_are_not() -> None:
    kinds = np.array([0, 0, 0, 0, 1, 1, 2])
    scores = np.array([0.90, 0.89, 0.88, 0.87, 0.80, 0.79, 0.70])
    chosen = spread_out(scores, 3, lambda i: (kinds == kinds[i]).astype(float))
    assert chosen.tolist() == [0, 4, 6]


def test_equals_go_to_the_earlier_and_the_chosen_stay_in_order() -> None:
    scores = np.full(5, 0.5)
    assert spread_out(scores, 3, lambda i: np.zeros(5)).tolist() == [0, 1, 2]
    alike = np.array([[0, 0, 0], [1, 1, 0], [0, 0, 0]])
    assert spread_out(np.array([0.9, 0.8, 0.7]), 2, lambda i: alike[i]).tolist() == [0, 1]
    assert spread_out(scores, 9, lambda i: np.zeros(5)).tolist() == [0, 1, 2, 3, 4]
