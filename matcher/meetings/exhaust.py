"""Small gatherings, to the end: either a plan with more pairs, or the proof that there is none.

All ways to divide everybody into rooms are listed, with the pairs of each as bits. The first
round is any of them. Of the second there is one for each table of how its rooms meet the
first's, up to the order of rooms, since the people are alike. The third and the fourth are
among those that still leave enough to be gained, in the order of the list, since rounds are
alike, too.
"""

from itertools import permutations
from math import comb, factorial, prod

import numpy as np
import numpy.typing as npt

from matcher.core.arrays import Ints
from matcher.core.loops import loop
from matcher.meetings.bound import coincide
from matcher.meetings.seating import Gathering, share_rooms

ROUNDS, MOST_ROOMS = (3, 4), 4
MOST_PAIRS = 128
"""Bits of a division."""
MOST_DIVISIONS = 150_000
MOST_CHECKS = 4_000_000_000
"""Work units: how many pairs of divisions are compared before the proof is given up."""

Bits = npt.NDArray[np.uint64]


def prove_or_improve(gathering: Gathering, rooms: Ints) -> tuple[Ints, bool]:
    """Look for rooms in which more pairs meet.

    Parameters
    ----------
    gathering : Gathering
    rooms : (R, n) int array
        The best rooms known.

    Returns
    -------
    rooms : (R, n) int array
        Better ones, or the same.
    is_proven : bool
        Whether no others have more pairs; False where there are too many to try.
    """
    if not can_exhaust(gathering):
        return rooms, False
    sizes = gathering.sizes[0]
    divisions = _list_divisions(np.array(sizes))
    bits = _mark_pairs(divisions)
    gain = sum(comb(size, 2) for size in sizes) - coincide(gathering.count, sizes, sizes)
    best = int((share_rooms(rooms) > 0).sum()) // 2
    left = MOST_CHECKS
    for second in _list_seconds(divisions, len(sizes)):
        both = bits[0] | bits[second]
        met = _count_with(bits, both)
        close = np.flatnonzero(met > best - gain * (gathering.rounds - 3))
        if gathering.rounds == 3:
            if len(close):
                third = int(np.argmax(met))
                best, rooms = int(met[third]), divisions[[0, second, third]]
            continue
        left -= len(close) ** 2 // 2
        if left < 0:
            return rooms, False
        most, third, fourth = _pair_up(bits[close] | both, best)
        if most > best:
            best, rooms = most, divisions[[0, second, close[third], close[fourth]]]
    return rooms, True


def can_exhaust(gathering: Gathering) -> bool:
    """Say whether a gathering is small and regular enough to be tried to the end."""
    sizes = gathering.sizes[0]
    alike = prod(factorial(sizes.count(size)) for size in set(sizes))
    divisions = factorial(sum(sizes)) // prod(factorial(size) for size in sizes) // alike
    return (
        gathering.is_open
        and gathering.is_even
        and gathering.rounds in ROUNDS
        and len(sizes) <= MOST_ROOMS
        and comb(gathering.count, 2) <= MOST_PAIRS
        and divisions <= MOST_DIVISIONS
    )


def _list_divisions(sizes: Ints) -> Ints:
    """List every way to divide people into rooms of these sizes: (D, n) rooms."""
    rows = np.empty((MOST_DIVISIONS, int(sizes.sum())), dtype=np.int64)
    return rows[: _divide(sizes, rows)]


@loop()
def _divide(sizes, rows):  # type: ignore[no-untyped-def]
    """Fill in every division; a room of a size opens when those before it of that size have."""
    count = rows.shape[1]
    room = np.full(count, -1, dtype=np.int64)
    free = sizes.copy()
    found = person = 0
    while person >= 0:
        if room[person] >= 0:
            free[room[person]] += 1
        k = room[person] + 1
        while k < len(sizes):
            is_open = free[k] > 0
            for j in range(k):
                if sizes[j] == sizes[k] and free[j] == sizes[j]:
                    is_open = False
            if is_open:
                break
            k += 1
        if k == len(sizes):
            room[person] = -1
            person -= 1
            continue
        room[person] = k
        free[k] -= 1
        if person == count - 1:
            rows[found] = room
            found += 1
        else:
            person += 1
    return found


def _mark_pairs(divisions: Ints) -> Bits:
    """Give the pairs of each division as bits: (D, 2)."""
    ones, others = np.triu_indices(divisions.shape[1], 1)
    bits = np.zeros((len(divisions), 2), dtype=np.uint64)
    for k, (a, b) in enumerate(zip(ones, others, strict=True)):
        meets = (divisions[:, a] == divisions[:, b]).astype(np.uint64)
        bits[:, k // 64] |= meets << np.uint64(k % 64)
    return bits


def _list_seconds(divisions: Ints, rooms: int) -> list[int]:
    """List one division for each table of rooms against the first's, up to the order of rooms."""
    codes = divisions[0] * rooms + divisions
    tables = np.apply_along_axis(np.bincount, 1, codes, minlength=rooms * rooms)
    sizes = np.bincount(divisions[0])
    orders = [list(p) for p in permutations(range(rooms)) if (sizes[list(p)] == sizes).all()]
    seconds: dict[bytes, int] = {}
    for d, table in zip(*np.unique(tables, axis=0, return_index=True)[::-1], strict=True):
        square = table.reshape(rooms, rooms)
        least = min(square[p][:, q].tobytes() for p in orders for q in orders)
        seconds.setdefault(least, int(d))
    return sorted(seconds.values())


@loop()
def _ones(x):  # type: ignore[no-untyped-def]
    """Count the bits that are set in a word."""
    x = x - ((x >> np.uint64(1)) & np.uint64(0x5555555555555555))
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (x * np.uint64(0x0101010101010101)) >> np.uint64(56)


@loop()
def _count_with(bits, both):  # type: ignore[no-untyped-def]
    """Count the pairs that meet in two rounds and each division: (D,)."""
    met = np.empty(len(bits), dtype=np.int64)
    for d in range(len(bits)):
        met[d] = _ones(bits[d, 0] | both[0]) + _ones(bits[d, 1] | both[1])
    return met


@loop(nogil=True)
def _pair_up(bits, best):  # type: ignore[no-untyped-def]
    """Find the two divisions with the most pairs together, if more than the best."""
    found = (best, 0, 0)
    for d in range(len(bits)):
        low, high = bits[d]
        for e in range(d, len(bits)):
            met = np.int64(_ones(low | bits[e, 0]) + _ones(high | bits[e, 1]))
            if met > found[0]:
                found = (met, d, e)
    return found
