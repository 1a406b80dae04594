"""How far the members are from each other."""

from dataclasses import dataclass, replace
from typing import Protocol, Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.criteria.term import NOTHING_TO_JUDGE, scale_parts


class Distances(Protocol):
    """Distances of n actors to K others: (n, K); to all, (n, A), where none are named.

    The same both ways, and 0 from an actor to itself.
    """

    def __call__(self, actors: Ints, others: Ints | None = None, /) -> Floats:
        """Give the distances."""


@dataclass(frozen=True, eq=False)
class Spread:
    """Mean pairwise distance over a reference, at most 1.

    Attributes
    ----------
    distances : callable
        In the unit of `reference`.
    is_negative_type : bool
        Whether they are of negative type, as those of points on a sphere or in space are: no
        weights that sum up to 0 have a positive Σ w w distance. Bounds are tighter then;
        where it is said of others, they are wrong.
    """

    distances: Distances
    reference: float
    share: float = 1.0
    is_negative_type: bool = False

    def value(self, members: Ints) -> float:
        """Give the mean distance over the reference, at most 1."""
        n = len(members)
        if n < 2:
            return NOTHING_TO_JUDGE
        total = float(self.distances(members, members).sum())
        return min(1.0, total / (n * (n - 1) * self.reference))

    def member_values(self, members: Ints) -> Floats:
        """Give each member's mean distance to the others, scaled to the value."""
        own = self.distances(members, members).sum(axis=1)
        return scale_parts(own, self.value(members))

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Exchange one row of distances."""
        n = len(members)
        to_all = self.distances(members, comers)
        if n < 2:
            return np.full(to_all.shape, NOTHING_TO_JUDGE)
        within = self.distances(members, members)
        rest = within.sum() - 2 * within.sum(axis=1)
        gained = to_all.sum(axis=0)[None, :] - to_all
        value: Floats = np.minimum(
            1.0, (rest[:, None] + 2 * gained) / (n * (n - 1) * self.reference)
        )
        return value

    def among(self, some: Among) -> Self:
        """Give it for some actors alone; a pool's own distances are the other pool's then."""
        distances = self.distances
        is_of_pool = getattr(distances, "__func__", None) is Pool.distances_km
        return replace(
            self, distances=some.pool.distances_km if is_of_pool else _Some(distances, some.actors)
        )


@dataclass(frozen=True, eq=False)
class _Some:
    """Distances of some actors by their places among them."""

    distances: Distances
    actors: Ints

    def __call__(self, actors: Ints, others: Ints | None = None) -> Floats:
        """Give the distances."""
        return self.distances(
            self.actors[actors], self.actors[others if others is not None else slice(None)]
        )
