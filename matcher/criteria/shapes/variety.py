"""How many kinds of labels the members have, and how evenly."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Floats, Ints
from matcher.criteria.term import NOTHING_TO_JUDGE, rows_of, scale_parts


@dataclass(frozen=True, eq=False)
class Variety:
    """Blau index of labels over the largest that n members can reach with K labels.

    Attributes
    ----------
    labels : (A,) int array
    kinds : int
        K; below 2 the value is 0.

    References
    ----------
    Blau, P. M. (1977), Inequality and Heterogeneity; normalised by its maximum at
    finite n, as Biemann and Kearney (2010) advise.
    """

    labels: Ints
    kinds: int
    share: float = 1.0

    def largest(self, n: int) -> float:
        """Give the largest Blau index that n members can reach."""
        if self.kinds < 2:
            return 0.0
        even, odd = divmod(n, self.kinds)
        return 1 - (odd * (even + 1) ** 2 + (self.kinds - odd) * even**2) / n**2

    def value(self, members: Ints) -> float:
        """Give the normalised index, at most 1."""
        n = len(members)
        if n < 2:
            return NOTHING_TO_JUDGE
        if self.kinds < 2:
            return 0.0
        counts = np.bincount(self.labels[members])
        return min(1.0, (1 - float((counts**2).sum()) / n**2) / self.largest(n))

    def member_values(self, members: Ints) -> Floats:
        """Give each member's share of unlike co-members, scaled to the value."""
        own = self.labels[members]
        unlike = (own[:, None] != own[None, :]).sum(axis=1).astype(float)
        return scale_parts(unlike, self.value(members))

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Move one count from the leaver's label to the comer's."""
        n, own, others = len(members), self.labels[members], rows_of(self.labels, comers)
        if n < 2 or self.kinds < 2:
            return np.full((n, len(others)), self.value(members))
        counts = np.bincount(own, minlength=int(others.max(initial=0)) + 1)
        after = counts[others][None, :] - (own[:, None] == others[None, :])
        squares = (counts**2).sum() - (2 * counts[own] - 1)[:, None] + 2 * after + 1
        value: Floats = np.minimum(1.0, (1 - squares / n**2) / self.largest(n))
        return value

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, labels=some.rows(self.labels))
