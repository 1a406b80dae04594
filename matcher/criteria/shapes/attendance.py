"""The shape of availability: the best few of some times, and who can come to them."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Bools, Floats, Ints
from matcher.criteria.term import rows_of


@dataclass(frozen=True, eq=False)
class Attendance:
    """Mean, over the best times, of the share of members who can come.

    Attributes
    ----------
    can_come : (A, T) bool array
        Who can come to which of T times, 1 at least.
    most : int
        How many times count; where there are fewer, those there are.

    Notes
    -----
    A maximum over sets of times of a linear function, so convex in who is a member.
    """

    can_come: Bools
    most: int
    share: float = 1.0

    @property
    def counted(self) -> int:
        """How many times count."""
        return min(self.most, int(self.can_come.shape[1]))

    def best(self, members: Ints) -> Ints:
        """Give the times that most members can come to, equals in order: (counted,)."""
        counts = self.can_come[members].sum(axis=0)
        return np.argsort(-counts, kind="stable")[: self.counted]

    def value(self, members: Ints) -> float:
        """Give the mean of the best times' shares."""
        return float(self.member_values(members).mean())

    def member_values(self, members: Ints) -> Floats:
        """Give each member's share of the best times."""
        parts: Floats = self.can_come[np.ix_(members, self.best(members))].mean(axis=1)
        return parts

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Let the comer count at the best times without the leaver, or at one as good.

        One more at a time brings it past others as good by one, never past a better time.
        """
        own = self.can_come[members].astype(np.int64)
        without = own.sum(axis=0) - own
        best = -np.partition(-without, self.counted - 1, axis=1)[:, : self.counted]
        least = best.min(axis=1)[:, None]
        better, equal = without > least, without == least
        room = self.counted - better.sum(axis=1)
        come = rows_of(self.can_come, comers).astype(float)
        gained = better @ come.T + np.minimum(room[:, None], equal @ come.T)
        values: Floats = (best.sum(axis=1)[:, None] + gained) / (len(members) * self.counted)
        return values

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, can_come=some.rows(self.can_come))
