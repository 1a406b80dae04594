"""How many kinds of labels the members have, and how evenly, where some have none."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Bools, Floats, Ints
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import NOTHING_TO_JUDGE, rows_of, scale_parts


@dataclass(frozen=True, eq=False)
class PartialVariety:
    """Variety in which who has no label is alike with everybody.

    Attributes
    ----------
    labels : (A,) int array
        What stands at those without one means nothing.
    is_labelled : (A,) bool array
    kinds : int
        K; below 2 the value is 0.
    """

    labels: Ints
    is_labelled: Bools
    kinds: int
    share: float = 1.0

    def largest(self, n: int) -> float:
        """Give the largest Blau index that n members can reach."""
        return Variety(self.labels, self.kinds).largest(n)

    def value(self, members: Ints) -> float:
        """Give the share of unlike pairs over the largest, at most 1."""
        n = len(members)
        if n < 2:
            return NOTHING_TO_JUDGE
        if self.kinds < 2:
            return 0.0
        return min(1.0, float(self._unlike(members).sum()) / n**2 / self.largest(n))

    def member_values(self, members: Ints) -> Floats:
        """Give each member's share of unlike co-members, scaled to the value."""
        return scale_parts(self._unlike(members).sum(axis=1).astype(float), self.value(members))

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Exchange one row of unlike pairs."""
        n, others = len(members), np.arange(len(self.labels)) if comers is None else comers
        if n < 2 or self.kinds < 2:
            return np.full((n, len(others)), self.value(members))
        own = self._unlike(members)
        rest = own.sum() - 2 * own.sum(axis=1)
        to_all = self._unlike(members, others)
        gained = to_all.sum(axis=0)[None, :] - to_all
        value: Floats = np.minimum(1.0, (rest[:, None] + 2 * gained) / n**2 / self.largest(n))
        return value

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, labels=some.rows(self.labels), is_labelled=some.rows(self.is_labelled))

    def _unlike(self, members: Ints, others: Ints | None = None) -> Bools:
        """Say which pairs have different labels: (n, n), or (n, K) with K others."""
        to = members if others is None else others
        unlike: Bools = rows_of(self.labels, members)[:, None] != rows_of(self.labels, to)[None, :]
        both: Bools = self.is_labelled[members][:, None] & self.is_labelled[to][None, :]
        return unlike & both
