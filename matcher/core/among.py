"""Some of a pool's actors by themselves: whatever holds a number for each, cut down to them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, Self, TypeVar, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.core.arrays import Ints
from matcher.core.pool import Pool

Whole = TypeVar("Whole")
Table = TypeVar("Table", bound=NDArray[Any])


@dataclass(frozen=True, eq=False)
class Among:
    """Some actors of a pool, and what was cut down to them so far.

    What several coalitions share they share afterwards, too.

    Attributes
    ----------
    actors : (n,) int array
        Their places in the whole pool, ascending.
    pool : Pool
        They alone.
    """

    actors: Ints
    pool: Pool
    _done: dict[int, tuple[object, object]] = field(default_factory=dict)

    def take(self, whole: Whole, cut: Callable[[Whole], Whole]) -> Whole:
        """Cut something down, once."""
        if id(whole) not in self._done:
            self._done[id(whole)] = (whole, cut(whole))
        return cast(Whole, self._done[id(whole)][1])

    def rows(self, table: Table) -> Table:
        """Give the rows of a table (A, …) that are theirs."""
        return self.take(table, lambda whole: cast(Table, whole[self.actors]))

    def place_of(self, actor: int) -> int:
        """Give the place of one of them among them."""
        return int(np.searchsorted(self.actors, actor))


@runtime_checkable
class Divisible(Protocol):
    """A term or a row that can speak of some actors alone."""

    def among(self, some: Among) -> Self:
        """Give it for some actors, by their places among them."""


def single_out(pool: Pool, actors: Ints) -> Among:
    """Single some actors out of a pool, by their places in ascending order."""
    some = Among(actors, pool.subset(actors))
    some.take(pool.tied, lambda _: some.pool.tied)
    if pool.fits.offers is not None and some.pool.fits.offers is not None:
        own = some.pool.fits.offers
        some.take(pool.fits.offers, lambda _: own)
    return some
