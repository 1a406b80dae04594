"""The mean over members of a number that each has by itself."""

from dataclasses import dataclass, replace
from typing import Self

from matcher.core.among import Among
from matcher.core.arrays import Floats, Ints
from matcher.criteria.term import rows_of


@dataclass(frozen=True, eq=False)
class Linear:
    """Mean over members of a given number: (A,)."""

    values: Floats
    share: float = 1.0

    def value(self, members: Ints) -> float:
        """Give the mean."""
        return float(self.values[members].mean())

    def member_values(self, members: Ints) -> Floats:
        """Give each member's number."""
        return self.values[members]

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Exchange one number in the sum."""
        own, others = self.values[members], rows_of(self.values, comers)
        replaced: Floats = (own.sum() - own[:, None] + others[None, :]) / len(members)
        return replaced

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, values=some.rows(self.values))
