"""The rows that rules are made of: what the model, the search and the checkers share."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Bools, Ints
from matcher.core.pool import Pool


class Row(ABC):
    """Something that a rule asks of a coalition, in units that can be missed.

    A kind of row need only say by how much members miss it; what it tells the models and the
    compiled search besides is in `optimise.row_kinds`.
    """

    @abstractmethod
    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give by how much members miss the row: a whole number, 0 where they keep it."""

    def shortfalls_after(self, pool: Pool, members: Ints, comers: Ints | None = None) -> Ints:
        """Give the shortfall after each single replacement: (n, A), as `Term.replaced`."""
        listed = np.arange(pool.size) if comers is None else comers
        after = np.zeros((len(members), len(listed)), dtype=np.int64)
        for i in range(len(members)):
            rest = np.delete(members, i)
            for k in np.flatnonzero(~np.isin(listed, members)).tolist():
                after[i, k] = self.shortfall(pool, np.sort(np.append(rest, listed[k])))
        return after


@dataclass(frozen=True, eq=False)
class CountRow(Row):
    """At least or at most so much in all over the members' marks.

    Attributes
    ----------
    marks : (A,) int array
        1 for an actor who counts, -1 for one who counts against, else 0.
    least, most : int or None
    """

    marks: Ints
    least: int | None = None
    most: int | None = None

    @property
    def leaves_out(self) -> Bools:
        """Say whom the row leaves no place at all: (A,)."""
        counts_only_up = self.most == 0 and not (self.marks < 0).any()
        return (self.marks > 0) & counts_only_up

    @property
    def is_size(self) -> bool:
        """Say whether the row counts everybody."""
        return bool((self.marks == 1).all())

    @property
    def furthest_below(self) -> int:
        """Give the most that members can fall short of `least`."""
        return (self.least or 0) + int((self.marks < 0).sum())

    def furthest_above(self, size: int) -> int:
        """Give the most that so many members can exceed `most`."""
        return max(0, min(size, int((self.marks > 0).sum())) - (self.most or 0))

    def misses(self, counts: Ints) -> Ints:
        """Give by how much each count misses the row."""
        missed = np.zeros_like(counts)
        if self.least is not None:
            missed += np.maximum(0, self.least - counts)
        if self.most is not None:
            missed += np.maximum(0, counts - self.most)
        return missed

    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give by how much members miss the row."""
        count = int(self.marks[members].sum())
        below = 0 if self.least is None else max(0, self.least - count)
        above = 0 if self.most is None else max(0, count - self.most)
        return below + above

    def shortfalls_after(self, pool: Pool, members: Ints, comers: Ints | None = None) -> Ints:
        """Give the shortfall after each single replacement: (n, A), as `Term.replaced`."""
        own, others = self.marks[members], self.marks if comers is None else self.marks[comers]
        return self.misses(own.sum() - own[:, None] + others[None, :])

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, marks=some.rows(self.marks))


@dataclass(frozen=True)
class ContactRow(Row):
    """Each member has at least so many new contacts in its coalition."""

    least: int

    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give how many contacts are missing over all members."""
        contacts = pool.is_new(members, members).sum(axis=1)
        return int(np.maximum(0, self.least - contacts).sum())

    def shortfalls_after(self, pool: Pool, members: Ints, comers: Ints | None = None) -> Ints:
        """Give the shortfall after each single replacement: (n, A), as `Term.replaced`."""
        new, met = pool.is_new(members, comers), pool.is_new(members, members)
        within = met.sum(axis=1)
        brought: Ints = np.maximum(0, self.least - (new.sum(axis=0)[None, :] - new))
        if within.min() > self.least:
            return brought
        stay = np.empty(new.shape, dtype=np.int64)
        for i in range(len(members)):
            rest = (within - met[:, i])[:, None] + new
            short = np.maximum(0, self.least - rest)
            stay[i] = short.sum(axis=0) - short[i]
        return brought + stay

    def among(self, some: Among) -> Self:
        """Give it for some actors alone: the same."""
        return self
