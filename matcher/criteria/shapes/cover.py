"""How well the best member for it serves each need."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.core.among import Among
from matcher.core.arrays import Floats, Ints
from matcher.criteria.term import best_without, rows_of


@dataclass(frozen=True, eq=False)
class Cover:
    """Mean over needs of the best fit of a member to the need.

    Attributes
    ----------
    fits : (A, F) float array in [0, 1]
        Of each actor to each of F needs, 1 at least.

    Notes
    -----
    Monotone and submodular: facility location.
    """

    fits: Floats
    share: float = 1.0

    def value(self, members: Ints) -> float:
        """Give the mean of the best fits."""
        return float(self.fits[members].max(axis=0).mean())

    def member_values(self, members: Ints) -> Floats:
        """Give n ÷ F times the fits of the needs that a member serves best, equals sharing."""
        own = self.fits[members]
        is_best = own == own.max(axis=0)
        parts: Floats = (own * is_best / is_best.sum(axis=0)).mean(axis=1) * len(members)
        return parts

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Let the second best serve what the leaver does, and the comer what it does better."""
        left, others = best_without(self.fits[members]), rows_of(self.fits, comers)
        sums = np.zeros((len(members), len(others)))
        for row, need in zip(left.T, others.T, strict=True):
            sums += np.maximum(row[:, None], need[None, :])
        values: Floats = sums / self.fits.shape[1]
        return values

    def among(self, some: Among) -> Self:
        """Give it for some actors alone."""
        return replace(self, fits=some.rows(self.fits))
