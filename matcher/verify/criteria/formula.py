"""What the checker knows of a criterion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.difference import ROUNDING
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.seasons import Season

NOTHING_TO_JUDGE = 0.5


@dataclass(frozen=True)
class Range:
    """What a number may be: one number where no unread word decides it.

    Attributes
    ----------
    low, high : float
    exact : float or None
        What it is by the words that were read; None where they were not.
    """

    low: float
    high: float
    exact: float | None = None

    @classmethod
    def of(cls, value: float) -> "Range":
        """Give the range of a number that is known."""
        return cls(value, value, value)

    @classmethod
    def near(cls, best: float, leeway: float) -> "Range":
        """Give the range of a fit in [0, 1] that may be off by so much on another machine."""
        return cls(max(0.0, best - leeway), min(1.0, best + leeway), best)

    @property
    def is_known(self) -> bool:
        """Say whether it can be one number only."""
        return self.low == self.high

    def settle(self, stated: float) -> float | None:
        """Give the number to go on with: the exact one, else the stated; None if it can't be."""
        if self.exact is not None and abs(stated - self.exact) <= ROUNDING:
            return self.exact
        if self.low - ROUNDING <= stated <= self.high + ROUNDING and not self.is_known:
            return stated
        return None

    def __str__(self) -> str:
        if self.exact is not None:
            return f"{self.exact:.6f}"
        return f"{self.low:g} to {self.high:g}"


@dataclass(frozen=True)
class Formula:
    """A criterion by the contract's formula.

    Attributes
    ----------
    key : str
    position : int
        Place in the order of a member's reasons.
    has_data : callable
        Whether the season has what it judges.
    score : callable
        Its value for members.
    parts : callable
        What each of them adds, with the value as mean.
    after : callable
        The value, at the least, when each actor in turn takes each member's seat: (n, A).
        What stands at actors who are members already means nothing.
    """

    key: str
    position: int
    has_data: Callable[[Season], bool]
    score: Callable[[Facts, Challenge, Sequence[int]], Range]
    parts: Callable[[Facts, Challenge, Sequence[int]], list[Range]]
    after: Callable[[Facts, Challenge, Ints], Floats]


def known(values: Sequence[float]) -> list[Range]:
    """Give the ranges of numbers that are known."""
    return [Range.of(float(value)) for value in values]


def mean_after(numbers: Floats, members: Ints) -> Floats:
    """Give the mean of members' numbers when each actor takes each seat: (n, A)."""
    own = numbers[members]
    means: Floats = (own.sum() - own[:, None] + numbers[None, :]) / len(members)
    return means


def scale_to(parts: Sequence[float], value: float) -> list[float]:
    """Scale parts by one factor so that their mean is a value."""
    mean = sum(parts) / len(parts)
    if len(parts) < 2 or mean == 0:
        return [value] * len(parts)
    return [part * value / mean for part in parts]


def same_everywhere(table: Facts, members: Ints, value: float) -> Floats:
    """Give one value for each member's seat and each actor: (n, A)."""
    return np.full((len(members), table.size), value)
