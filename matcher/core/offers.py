"""How well what actors offer fits what actors seek: a table, or whatever can give parts of one."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from matcher.core.arrays import Floats, Ints

ROWS_AT_ONCE = 64


class Offers(Protocol):
    """Fits in [0, 1], rounded to six decimals, of every actor's offers to what each seeks.

    The fit to what an actor seeks is 0 from whoever offers nothing; of one who seeks nothing
    it has no meaning, nor has an actor's fit to itself. What is asked for by itself is what
    it is among all, to the last digit.
    """

    @property
    def size(self) -> int:
        """Number of actors."""

    @property
    def most(self) -> Floats:
        """The most that each actor can get from any other: (A,)."""

    @property
    def table(self) -> Floats:
        """All fits, the receiver first: (A, A)."""

    def between(self, seekers: Ints, givers: Ints) -> Floats:
        """Give what n actors get from m others: (n, m)."""

    def subset(self, actors: Ints) -> "Offers":
        """Give those among some actors alone, in their order."""

    def widened(self, count: int) -> "Offers":
        """Add actors at the end who offer and seek nothing."""


@dataclass(frozen=True, eq=False)
class OffersTable:
    """All fits at hand.

    Attributes
    ----------
    table : (A, A) float array
        [i, j]: of what actor j offers to what actor i seeks.
    """

    table: Floats

    @property
    def size(self) -> int:
        """Number of actors."""
        return len(self.table)

    @cached_property
    def most(self) -> Floats:
        """The most that each actor can get from any other: (A,)."""
        return find_most(self)

    def between(self, seekers: Ints, givers: Ints) -> Floats:
        """Give what n actors get from m others: (n, m)."""
        return self.table[np.ix_(seekers, givers)]

    def subset(self, actors: Ints) -> "OffersTable":
        """Give those among some actors alone, in their order."""
        return OffersTable(self.between(actors, actors))

    def widened(self, count: int) -> "OffersTable":
        """Add actors at the end who offer and seek nothing."""
        return OffersTable(np.pad(self.table, (0, count)))


def find_most(offers: Offers, seekers: Ints | None = None) -> Floats:
    """Find the most that actors can get from any other, few at a time: (A,).

    Parameters
    ----------
    seekers : int array, optional
        Those who are asked about; the others have 0.
    """
    everybody, most = np.arange(offers.size), np.zeros(offers.size)
    asked = everybody if seekers is None else seekers
    for start in range(0, len(asked), ROWS_AT_ONCE):
        own = asked[start : start + ROWS_AT_ONCE]
        fits = offers.between(own, everybody)
        fits[np.arange(len(own)), own] = 0.0
        most[own] = fits.max(axis=1, initial=0.0)
    return most
