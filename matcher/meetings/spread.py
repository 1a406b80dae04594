"""The exact choice of days: well apart, few seats short, most who can come."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Value = tuple[int, int, int]
"""Minus double bookings, minus what the quorums lack, and how many can come: sums add up."""


@dataclass(frozen=True)
class Candidate:
    """A date that could be chosen: its day's number, what quorums lack, who can come.

    `clashes` counts members who are elsewhere at that hour.
    """

    day: int
    lack: int
    attendance: int
    clashes: int = 0

    @property
    def value(self) -> Value:
        """What it adds to a choice."""
        return -self.clashes, -self.lack, self.attendance


def count_spaced(days: Sequence[int], least: int, after: int | None = None) -> int:
    """Count the most days, of those in rising order, that can lie so far apart.

    Where a day stands before them, the first lies as far from it.
    """
    count, free_from = 0, 0 if after is None else after + least
    for day in days:
        if day >= free_from:
            count, free_from = count + 1, day + least
    return count


def find_spacing(
    days: Sequence[int], count: int, most: int, after: int | None = None, until: int | None = None
) -> tuple[int, int]:
    """Give how many days can be had, up to `count`, and how far apart, up to `most`.

    The number goes before the distance; two meetings never share a day. Days that stand
    before and behind them, `after` and `until`, are meetings, too.
    """
    had = min(count, count_spaced(_end(days, 1, until), 1, after))
    return had, max(
        d for d in range(1, most + 1) if count_spaced(_end(days, d, until), d, after) >= had
    )


def fill(
    candidates: Sequence[Candidate],
    stand: Sequence[int | None],
    most: int,
    after: int | None = None,
) -> tuple[tuple[int | None, ...], int] | None:
    """Give candidates to the meetings that have none, around those that have theirs.

    Parameters
    ----------
    candidates : sequence of Candidate
        In the order of their times.
    stand : sequence of int or None
        The candidate of each meeting that stays where it is, rising.
    most : int
        How many days are asked for between meetings.
    after : int, optional
        The day of a meeting before all of them.

    Returns
    -------
    tuple of (tuple of int or None, int) or None
        The candidate of each meeting, None for the last ones where there are too few days;
        and how many days lie between, up to `most`. None where a meeting between those
        that stand finds no day.
    """
    chosen = list(stand)
    days = [candidate.day for candidate in candidates]
    spacing, number = most, 0
    while number < len(stand):
        own = stand[number]
        if own is not None:
            spacing = spacing if after is None else min(spacing, days[own] - after)
            after, number = days[own], number + 1
            continue
        end = next((k for k in range(number, len(stand)) if stand[k] is not None), len(stand))
        behind = None if end == len(stand) else stand[end]
        until = None if behind is None else days[behind]
        had, apart = find_spacing(days, end - number, most, after, until)
        if had < end - number and until is not None:
            return None
        inner = [
            i
            for i, day in enumerate(days)
            if (after is None or day >= after + apart) and (until is None or day <= until - apart)
        ]
        found = choose([candidates[i] for i in inner], had, apart)
        chosen[number : number + had] = [inner[i] for i in found]
        if found:
            after = days[inner[found[-1]]]
            spacing = min(spacing, apart)
        number = end
    return tuple(chosen), spacing


def _end(days: Sequence[int], least: int, until: int | None) -> Sequence[int]:
    """Give the days that lie so far before another one."""
    return days if until is None else [day for day in days if day <= until - least]


def choose(candidates: Sequence[Candidate], count: int, spacing: int) -> tuple[int, ...]:
    """Choose so many candidates at such a distance: the best, and the earliest of equals.

    Best is what books fewest members twice, then what lacks fewest seats of quorums, then
    where most can come over all dates, then where the smallest attendance is largest.

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
        self.sums: list[list[Value | None]] = [[(0, 0, 0)] * (size + 1)]
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
        if rest is None:
            return None
        own = self.values[i]
        return own[0] + rest[0], own[1] + rest[1], own[2] + rest[2]

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
