"""What a criterion is made of: the promise that every shape of term keeps.

A criterion's value is a weighted sum of terms. Each term can be recomputed from finished
members, tells every member's part, and prices all single replacements at once. That is all
that a shape must bring: what it tells the linear model and the compiled search besides is in
`optimise.shapes`.
"""

from typing import Protocol, TypeVar

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints

NOTHING_TO_JUDGE = 0.5
Entries = TypeVar("Entries", Floats, Ints, Bools)


class Term(Protocol):
    """One part of a criterion; all values are in [0, 1]."""

    @property
    def share(self) -> float:
        """Weight of the term in its criterion."""

    def value(self, members: Ints) -> float:
        """Give the value of n members (indices of actors)."""

    def member_values(self, members: Ints) -> Floats:
        """Give each member's part: (n,), with the term's value as mean."""

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Give the value after each single replacement: (n, A), or (n, K) for K comers alone.

        Row i is for member i leaving, column a for actor a taking the seat; what stands
        at actors who are members already means nothing.
        """


def rows_of(table: Entries, actors: Ints | None) -> Entries:
    """Give the rows of actors, or of all where none are named."""
    return table if actors is None else table[actors]


def best_without(table: Floats) -> Floats:
    """Give the column maxima of a table of numbers from 0 on without each row: (n, K)."""
    columns = np.arange(table.shape[1])
    holders = table.argmax(axis=0)
    best = np.tile(table[holders, columns], (len(table), 1))
    others = table.copy()
    others[holders, columns] = 0.0
    best[holders, columns] = others.max(axis=0)
    return best


def scale_parts(parts: Floats, value: float) -> Floats:
    """Scale members' parts so that their mean is the value."""
    mean = parts.mean()
    if len(parts) < 2 or mean == 0:
        return np.full(len(parts), value)
    scaled: Floats = parts * (value / mean)
    return scaled
