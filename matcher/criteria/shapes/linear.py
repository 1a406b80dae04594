"""The mean over members of a number that each has by itself."""

from dataclasses import dataclass

from matcher.core.arrays import Floats, Ints


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

    def replaced(self, members: Ints) -> Floats:
        """Exchange one number in the sum."""
        own = self.values[members]
        replaced: Floats = (own.sum() - own[:, None] + self.values[None, :]) / len(members)
        return replaced
