"""What a row of the linear model holds of one slot's actors.

Most rows name a handful of actors, or give all actors of a kind the same: kept so, rows
take no room that grows with the pool.
"""

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from matcher.core.arrays import Floats, Ints

FULL = 0.5
"""With more than this share of actors named, naming them costs more than listing all."""


@cache
def _everyone(count: int) -> Ints:
    """Number actors each as a kind of its own: (A,)."""
    return np.arange(count)


@dataclass(frozen=True, eq=False)
class Coefficients:
    """A number for every actor: its kind's, and what single actors have beside it.

    Attributes
    ----------
    actors : (m,) int array
        Sorted, each at most once.
    values : (m,) float array
        What they have beside their kind's.
    kinds : (A,) int array, optional
        Shared by rows; without it nobody but `actors` has a number.
    levels : (K,) float array
        By kind.
    """

    actors: Ints
    values: Floats
    kinds: Ints | None = None
    levels: Floats = field(default_factory=lambda: np.zeros(0))

    def at(self, actors: Ints) -> Floats:
        """Give some actors' numbers: (n,)."""
        known = np.zeros(len(actors)) if self.kinds is None else self.levels[self.kinds[actors]]
        if len(self.actors):
            place = np.minimum(np.searchsorted(self.actors, actors), len(self.actors) - 1)
            known += np.where(self.actors[place] == actors, self.values[place], 0.0)
        return known

    def subtract(self, table: Floats, factor: float) -> None:
        """Take so many times the numbers off all actors' in a table: (A,)."""
        if self.kinds is not None:
            table -= (factor * self.levels)[self.kinds]
        table[self.actors] -= factor * self.values

    def dot(self, x: Floats) -> float:
        """Give the sum over all actors of number times x, (A,)."""
        support = np.flatnonzero(x)
        return float(self.at(support) @ x[support])


def listed(vector: Floats) -> Coefficients:
    """Keep the numbers of a vector (A,) that are not zero."""
    actors = np.flatnonzero(vector)
    if len(actors) > FULL * len(vector):
        return Coefficients(actors[:0], vector[:0], _everyone(len(vector)), vector)
    return Coefficients(actors, vector[actors])


def single(actor: int, value: float = 1.0) -> Coefficients:
    """Give one actor a number."""
    return Coefficients(np.array([actor]), np.array([value]))
