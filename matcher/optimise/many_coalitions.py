"""Sums over the members of many coalitions of one size at once."""

from itertools import combinations

import numpy as np

from matcher.core.arrays import Floats, Ints


def renumber(members: Ints) -> tuple[Ints, Ints]:
    """Give the actors who are in any coalition, and the members by their places among them.

    Returns
    -------
    present : (m,) int array
    own : (n, N) int array
        Of `members`, (N, n), seat by seat.
    """
    present = np.flatnonzero(np.bincount(members.ravel()))
    place = np.zeros(int(present.max(initial=0)) + 1, dtype=np.int64)
    place[present] = np.arange(len(present))
    return present, np.ascontiguousarray(place[members].T)


def sum_pairs(table: Floats, own: Ints) -> Floats:
    """Sum a symmetric table over the pairs of each coalition: (N,)."""
    total = np.zeros(own.shape[1])
    for one, other in combinations(own, 2):
        total += table[one, other]
    return total
