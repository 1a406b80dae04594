"""The eigenvalue bound: never below what exists, tight for points, and exact where known."""

import itertools

import numpy as np
import pytest

from benchmarks.eigenvalue import bound_pairs
from benchmarks.exchange import anneal, deal
from matcher.core.arrays import Floats, Ints


def draw_distances(seed: int, n: int, dimensions: int) -> Floats:
    points = np.random.default_rng(seed).random((n, dimensions))
    distances: Floats = np.linalg.norm(points[:, None] - points, axis=2)
    return distances


def best_of_all(pairs: Floats, sizes: Ints) -> float:
    """Try every way of dealing the elements."""
    dealt = np.repeat(np.arange(len(sizes)), sizes)
    return max(
        sum(pairs[i, j] for i, j in itertools.combinations(range(len(pairs)), 2) if g[i] == g[j])
        for g in set(itertools.permutations(dealt.tolist()))
    )


@pytest.mark.parametrize("sizes", [(4, 4), (3, 3, 2), (2, 2, 2, 2), (5, 2, 1), (7, 1), (8,)])
@pytest.mark.parametrize("dimensions", [0, 1, 2])
def test_it_is_never_below_the_best_of_all(sizes: tuple[int, ...], dimensions: int) -> None:
    if dimensions:
        pairs = draw_distances(5, 8, dimensions)
    else:  # no distances at all, and some of them negative
        half = np.triu(np.random.default_rng(5).normal(size=(8, 8)), 1)
        pairs = half + half.T
    bound = bound_pairs(pairs, np.array(sizes))
    best = best_of_all(pairs, np.array(sizes))
    assert best - 1e-9 <= bound
    if len(sizes) == 1:
        assert bound == pytest.approx(best)


def test_it_is_exact_where_all_distances_are_one() -> None:
    pairs = np.ones((12, 12)) - np.eye(12)
    assert bound_pairs(pairs, np.full(3, 4)) == pytest.approx(3 * 6)


def test_it_lies_within_two_hundredths_of_points_well_grouped() -> None:
    pairs, sizes = draw_distances(1, 60, 5), np.full(6, 10)
    found = anneal(pairs, deal(sizes, sizes, 60, 1), sizes, sizes, 1, 200)
    bound = bound_pairs(pairs, sizes)
    assert found.objective <= bound <= found.objective * 1.02


def test_sizes_must_hold_every_element() -> None:
    with pytest.raises(ValueError, match="add up to 9, not to 8"):
        bound_pairs(draw_distances(1, 8, 2), np.array([5, 4]))
