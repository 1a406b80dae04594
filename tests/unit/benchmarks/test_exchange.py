"""Grouping by compiled exchange: bounds, repeatability, local optima, and small optima."""

import itertools

import numpy as np
import pytest

from benchmarks.exchange import Annealing, anneal, deal, descend, measure
from matcher.core.arrays import Floats, Ints


def draw_pairs(seed: int, n: int) -> Floats:
    """Give symmetric distances with a zero diagonal."""
    half = np.triu(np.random.default_rng(seed).random((n, n)) * 100, 1)
    return half + half.T


def bounds(*sizes: tuple[int, int]) -> tuple[Ints, Ints]:
    return np.array([low for low, _ in sizes]), np.array([high for _, high in sizes])


def worth(pairs: Floats, group: Ints) -> float:
    """Add up the pairs inside groups one by one."""
    n = len(group)
    return sum(pairs[i, j] for i in range(n) for j in range(i + 1, n) if group[i] == group[j])


def is_within(group: Ints, least: Ints, most: Ints) -> bool:
    counts = np.bincount(group, minlength=len(least))
    return bool((counts >= least).all() and (counts <= most).all())


def best_of_all(pairs: Floats, least: Ints, most: Ints) -> float:
    n = len(pairs)
    every = itertools.product(range(len(least)), repeat=n)
    return max(
        worth(pairs, np.array(group)) for group in every if is_within(np.array(group), least, most)
    )


SIZES = (
    bounds((4, 4), (4, 4)),
    bounds((2, 2), (3, 3), (3, 3)),
    bounds((1, 6), (2, 4), (1, 3)),
    bounds((2, 5), (2, 5), (0, 4)),
)


@pytest.mark.parametrize("sizes", SIZES, ids=range(len(SIZES)))
@pytest.mark.parametrize("seed", range(3))
def test_annealing_finds_the_optimum_of_eight(seed: int, sizes: tuple[Ints, Ints]) -> None:
    pairs, (least, most) = draw_pairs(seed, 8), sizes
    found = anneal(pairs, deal(least, most, 8, seed), least, most, seed, 300)
    assert is_within(found.group, least, most)
    assert found.objective == pytest.approx(worth(pairs, found.group))
    assert found.objective == pytest.approx(best_of_all(pairs, least, most))


@pytest.mark.parametrize("seed", range(12))
def test_a_descent_ends_where_no_move_gains(seed: int) -> None:
    pairs = draw_pairs(seed, 24)
    if seed % 2:
        pairs -= 40 * (1 - np.eye(24))  # distances below 0 prune nothing that gains
    least, most = bounds((3, 9), (5, 7), (4, 8), (6, 6))
    found = descend(pairs, deal(least, most, 24, seed), least, most, seed)
    assert is_within(found.group, least, most)
    for x, y in itertools.combinations(range(24), 2):
        swapped = found.group.copy()
        swapped[[x, y]] = swapped[[y, x]]
        assert worth(pairs, swapped) <= found.objective + 1e-6
    for x, g in itertools.product(range(24), range(4)):
        shifted = found.group.copy()
        shifted[x] = g
        if is_within(shifted, least, most):
            assert worth(pairs, shifted) <= found.objective + 1e-6


def test_the_same_seed_gives_the_same_groups_and_more_sweeps_better_ones() -> None:
    pairs = draw_pairs(7, 60)
    least, most = bounds(*[(10, 10)] * 6)
    start = deal(least, most, 60, 7)
    few, again = (anneal(pairs, start, least, most, 7, 20) for _ in range(2))
    assert (few.group == again.group).all()
    many = [anneal(pairs, start, least, most, seed, 2_000).objective for seed in range(5)]
    plain = [descend(pairs, deal(least, most, 60, s), least, most, s).objective for s in range(5)]
    assert np.mean(many) > np.mean(plain) * 1.01
    assert min(many) >= few.objective * 0.995


@pytest.mark.parametrize("sizes", SIZES, ids=range(len(SIZES)))
def test_dealing_keeps_the_bounds_and_every_element(sizes: tuple[Ints, Ints]) -> None:
    least, most = sizes
    group = deal(least, most, 8, 3)
    assert is_within(group, least, most)
    assert len(group) == 8
    assert (deal(least, most, 8, 3) == group).all()


def test_measuring_adds_up_the_pairs_inside() -> None:
    pairs = draw_pairs(3, 12)
    group = np.arange(12) % 3
    assert measure(pairs, group) == pytest.approx(worth(pairs, group))


def test_cooling_in_steps_is_the_same_again_and_as_good() -> None:
    pairs = draw_pairs(9, 60)
    least, most = bounds(*[(8, 12)] * 6)
    start = deal(least, most, 60, 9)
    whole = anneal(pairs, start, least, most, 9, 400)
    ends = []
    for _ in range(2):
        annealing = Annealing(pairs, start, least, most, 9)
        for step in range(20):
            annealing.cool(step / 20, (step + 1) / 20, 20)
        ends.append(annealing.end())
    assert (ends[0].group == ends[1].group).all()
    assert is_within(ends[0].group, least, most)
    assert ends[0].objective == pytest.approx(worth(pairs, ends[0].group))
    assert ends[0].objective > whole.objective * 0.98
