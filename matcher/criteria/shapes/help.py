"""How well what members seek is met by another member."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.offers import Offers
from matcher.criteria.term import NOTHING_TO_JUDGE, best_without


@dataclass(frozen=True, eq=False)
class Help:
    """Mean over the members who seek of the best fit of another member's offers.

    Attributes
    ----------
    offers : Offers
        What actors' offers are to others.
    seeks : (A,) bool array

    Notes
    -----
    Where nobody seeks there is nothing to judge. The sum of the best fits is submodular,
    the mean over a number of seekers that varies is not.
    """

    offers: Offers
    seeks: Bools
    share: float = 1.0

    @property
    def most(self) -> Floats:
        """The most that each actor can get from any other: (A,)."""
        return self.offers.most

    def met(self, members: Ints) -> Floats:
        """Give what each member gets from each other: (n, n), the receiver first."""
        within = self.offers.between(members, members)
        np.fill_diagonal(within, 0.0)
        within[~self.seeks[members]] = 0.0
        return within

    def value(self, members: Ints) -> float:
        """Give the mean over those who seek."""
        seekers = int(self.seeks[members].sum())
        if seekers == 0:
            return NOTHING_TO_JUDGE
        return float(self.met(members).max(axis=1).sum()) / seekers

    def member_values(self, members: Ints) -> Floats:
        """Give each seeker what it gets, scaled by n ÷ how many seek; nothing to the others."""
        n, seekers = len(members), int(self.seeks[members].sum())
        if seekers == 0:
            return np.full(n, NOTHING_TO_JUDGE)
        parts: Floats = self.met(members).max(axis=1) * n / seekers
        return parts

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Let others help whom the leaver helped, and the comer whom it helps more."""
        others = np.arange(self.offers.size) if comers is None else comers
        given = best_without(self.met(members).T)
        taken = best_without(self.offers.between(others, members).T)
        to_all, seeks = self.offers.between(members, others), self.seeks[others]
        values = np.empty(to_all.shape)
        for i in range(len(members)):
            stays = self.seeks[members]
            stays[i] = False
            sums = np.maximum(given[i, stays, None], to_all[stays]).sum(axis=0)
            seekers = stays.sum() + seeks
            means = (sums + seeks * taken[i]) / np.maximum(1, seekers)
            values[i] = np.where(seekers > 0, means, NOTHING_TO_JUDGE)
        return values

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        offers = some.take(self.offers, lambda whole: whole.subset(some.actors))
        return replace(self, offers=offers, seeks=some.rows(self.seeks))
