"""How many pairs of members are not tied."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from scipy.sparse import csr_array

from matcher.core.among import Among
from matcher.core.arrays import Floats, Ints, pick_dense
from matcher.criteria.term import NOTHING_TO_JUDGE


@dataclass(frozen=True, eq=False)
class Strangers:
    """Share of pairs without a tie.

    Attributes
    ----------
    tied : (A, A) sparse symmetric 0/1 matrix
    """

    tied: csr_array
    share: float = 1.0

    def value(self, members: Ints) -> float:
        """Give the share of pairs without a tie."""
        n = len(members)
        if n < 2:
            return NOTHING_TO_JUDGE
        return 1 - float(pick_dense(self.tied, members, members).sum()) / (n * (n - 1))

    def member_values(self, members: Ints) -> Floats:
        """Give each member's share of co-members without a tie."""
        n = len(members)
        if n < 2:
            return np.full(n, NOTHING_TO_JUDGE)
        known: Floats = pick_dense(self.tied, members, members).sum(axis=1)
        return 1 - known / (n - 1)

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Exchange one actor's ties."""
        n = len(members)
        to_all = pick_dense(self.tied, members, comers)
        if n < 2:
            return np.full(to_all.shape, NOTHING_TO_JUDGE)
        within = pick_dense(self.tied, members, members)
        rest = within.sum() - 2 * within.sum(axis=1)
        gained = to_all.sum(axis=0)[None, :] - to_all
        value: Floats = 1 - (rest[:, None] + 2 * gained) / (n * (n - 1))
        return value

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        tied = some.take(self.tied, lambda whole: whole[some.actors][:, some.actors])
        return replace(self, tied=tied)
