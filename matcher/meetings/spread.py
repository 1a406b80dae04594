"""The exact choice of days: well apart, few seats short, most who can come."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Value = tuple[int, int]
"""Minus what the quorums lack, and how many can come: larger is better, sums add up."""


@dataclass(frozen=True)
class Candidate:
    """A date that could be chosen: its day's number, what quorums lack, who can come."""

    day: int
    lack: int
    attendance: int

    @property
    def value(self) -> Value:
        """What it adds to a choice."""
        return -self.lack, self.attendance


def count_spaced(days: Sequence[int], least: int) -> int:
    """Count the most days, of those in rising order, that can lie so far apart."""
    count, free_from = 0, 0
    for day in days:
        if day >= free_from:
            count, free_from = count + 1, day + least
    return count


def find_spacing(days: Sequence[int], count: int, most: int) -> tuple[int, int]:
    """Give how many days can be had, up to `count`, and how far apart, up to `most`.

    The number goes before the distance; two meetings never share a day.
    """
    had = min(count, len(set(days)))
    return had, max(d for d in range(1, most + 1) if count_spaced(days, d) >= had)


def choose(candidates: Sequence[Candidate], count: int, spacing: int) -> tuple[int, ...]:
    """Choose so many candidates at such a distance: the best, and the earliest of equals.

    Best is what lacks fewest seats of quorums, then where most can come over all dates,
    then where the smallest attendance is largest.

    Parameters
    ----------
    candidates : sequence of Candidate
        In the order of their times.
    count, spacing : int
        At least one choice must exist.

    Returns
    -------
    tuple of int
        Positions among the candidates, rising.

    Notes
    -----
    The best sum is found by dynamic programming from the last date backwards, once for
    each smallest attendance that is tried; dates then follow from the first one on. Time
    grows with candidates times dates times different attendances.
    """
    allowed = list(range(len(candidates)))
    table = _Table(candidates, allowed, count, spacing)
    for floor in sorted({candidate.attendance for candidate in candidates}):
        above = [i for i in allowed if candidates[i].attendance >= floor]
        other = _Table(candidates, above, count, spacing)
        if other.best != table.best:
            break
        allowed, table = above, other
    return table.first_choice()


class _Table:
    """The best sums of values over chains that begin at each candidate or later."""

    def __init__(
        self, candidates: Sequence[Candidate], allowed: list[int], count: int, spacing: int
    ) -> None:
        """Fill the table."""
        self.allowed, self.count = allowed, count
        self.values = [candidates[i].value for i in allowed]
        days = [candidates[i].day for i in allowed]
        self.follows = [bisect_left(days, day + spacing) for day in days]
        size = len(allowed)
        self.sums: list[list[Value | None]] = [[(0, 0)] * (size + 1)]
        for _ in range(count):
            shorter = self.sums[-1]
            longer: list[Value | None] = [None] * (size + 1)
            for i in reversed(range(size)):
                longer[i] = max(
                    (v for v in (self._taken(shorter, i), longer[i + 1]) if v is not None),
                    default=None,
                )
            self.sums.append(longer)

    def _taken(self, shorter: list[Value | None], i: int) -> Value | None:
        """Give the sum where candidate i is taken and a shorter chain follows it."""
        rest = shorter[self.follows[i]]
        return None if rest is None else (self.values[i][0] + rest[0], self.values[i][1] + rest[1])

    @property
    def best(self) -> Value | None:
        """The best sum of a whole chain; None where there is no chain."""
        return self.sums[self.count][0]

    def first_choice(self) -> tuple[int, ...]:
        """Follow the best sums, taking every candidate as early as can be."""
        chosen: list[int] = []
        i = 0
        for left in range(self.count, 0, -1):
            while self._taken(self.sums[left - 1], i) != self.sums[left][i]:
                i += 1
            chosen.append(self.allowed[i])
            i = self.follows[i]
        return tuple(chosen)
