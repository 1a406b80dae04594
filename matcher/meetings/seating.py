"""The question that a meeting plan answers, and its answer, in arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.core.arrays import Ints

Flags = npt.NDArray[np.bool_]
AWAY = -1
"""Room of somebody who is not there."""


@dataclass(frozen=True, eq=False)
class Gathering:
    """Who gathers, in how many rounds, in rooms of which sizes.

    Attributes
    ----------
    present : (R, n) bool array
        Who is there in each round that is to be planned.
    sizes : tuple of tuples of int
        Seats of each room, by round; they add up to those who are there.
    kept : (K, n) int array
        Rooms in the rounds that were held before, `AWAY` for who was not there.
    sector : (n,) int array
        Each one's sector.
    alike : (n, n) float array
        What a pair costs a room's mixture: the more they have in common, the more.
    ties : (n, n) bool array
        Who knows whom already.
    """

    present: Flags
    sizes: tuple[tuple[int, ...], ...]
    kept: Ints
    sector: Ints
    alike: npt.NDArray[np.float64]
    ties: Flags

    @property
    def count(self) -> int:
        """How many take part, at one time or another."""
        return int(self.present.shape[1])

    @property
    def rounds(self) -> int:
        """How many rounds are to be planned."""
        return int(self.present.shape[0])

    @property
    def is_open(self) -> bool:
        """Whether nobody is ever away and nothing was held before: then seats are all alike."""
        return bool(self.present.all()) and not len(self.kept)

    @property
    def is_even(self) -> bool:
        """Whether every round has the same rooms."""
        return len(set(self.sizes)) == 1


def share_rooms(rooms: Ints) -> Ints:
    """Count in how many rounds each pair shares a room: (R, n) rooms to (n, n), zero diagonal."""
    count = rooms.shape[1]
    met = np.zeros((count, count), dtype=np.int64)
    for row in rooms:
        there = row != AWAY
        met += (row[:, None] == row) & there[:, None] & there
    np.fill_diagonal(met, 0)
    return met


def meet(gathering: Gathering, rooms: Ints) -> Ints:
    """Count how often each pair meets, kept rounds included: (n, n), zero diagonal."""
    return share_rooms(np.vstack([gathering.kept, rooms]))


def count_pairs(met: Ints) -> int:
    """Count the different pairs that meet."""
    return int((met > 0).sum()) // 2


def divide(count: int, rooms: int) -> tuple[int, ...]:
    """Divide so many among rooms whose sizes differ by one at most, the larger ones first.

    Examples
    --------
    >>> divide(18, 4)
    (5, 5, 4, 4)
    """
    least, more = divmod(count, rooms)
    return tuple(least + (room < more) for room in range(rooms))
