"""What a reader of words is asked, and what it is measured by."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Texts:
    """Passages and questions, and how often each passage's author appears in the past."""

    passages: Sequence[str]
    questions: Sequence[str]
    popularity: Sequence[float] = field(default=())


Reader: TypeAlias = Callable[[Texts], Floats]
"""Gives how near each passage is to each question: (P, Q)."""


@dataclass(frozen=True, eq=False)
class Measure:
    """A figure over cases that can be drawn anew.

    Attributes
    ----------
    name : str
    count : int
        Cases.
    of : callable
        Gives the figure over the cases with these numbers.
    """

    name: str
    count: int
    of: Callable[[Ints], float]

    @classmethod
    def mean(cls, name: str, values: Sequence[float] | Floats) -> "Measure":
        """Give the mean of one value for each case."""
        table = np.asarray(values, dtype=np.float64)
        return cls(name, len(table), lambda cases: float(table[cases].mean()))


Protocol: TypeAlias = Callable[..., Iterator[Measure]]
"""Takes the data's folder, a reader and the part of the cases to be asked."""

PARTS = ("tune", "held")


def part_of(identifier: str) -> str:
    """Say which half a case belongs to: one to tune on, one that is held until the end."""
    digest = hashlib.sha256(identifier.encode()).digest()
    return PARTS[digest[0] % 2]


def ranks_of(scores: Floats, right: Sequence[int]) -> Ints:
    """Give the places of the right passages in the order of their scores, from 1.

    Equal scores share the worst place, so that a reader who says nothing gains nothing.
    """
    return np.array([int((scores >= scores[one]).sum()) for one in right], dtype=np.int64)
