"""The shapes that criteria are made of.

A criterion's value is a weighted sum of terms. Each term can be recomputed from
finished members, tells every member's part, prices all single replacements at once for
the search, and has a linear form or linear cuts for the model (`optimise.terms`).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

import numpy as np
from scipy.sparse import csr_array

from matcher.core.arrays import Bools, Floats, Ints, pick_dense

NOTHING_TO_JUDGE = 0.5
Entries = TypeVar("Entries", Floats, Ints, Bools)


class Distances(Protocol):
    """Distances of n actors to K others: (n, K); to all, (n, A), where none are named."""

    def __call__(self, actors: Ints, others: Ints | None = None, /) -> Floats:
        """Give the distances."""


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


@dataclass(frozen=True, eq=False)
class Linear:
    """Mean over members of a given number: (A,)."""

    values: Floats
    share: float = 1.0

    def value(self, members: Ints) -> float:
        """Give the mean."""
        return float(self.values[members].mean())

    def member_values(self, members: Ints) -> Floats:
        """Give each member's number."""
        return self.values[members]

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Exchange one number in the sum."""
        own, others = self.values[members], _of(self.values, comers)
        replaced: Floats = (own.sum() - own[:, None] + others[None, :]) / len(members)
        return replaced


@dataclass(frozen=True, eq=False)
class Variety:
    """Blau index of labels over the largest that n members can reach with K labels.

    Attributes
    ----------
    labels : (A,) int array
    kinds : int
        K; below 2 the value is 0.

    References
    ----------
    Blau, P. M. (1977), Inequality and Heterogeneity; normalised by its maximum at
    finite n, as Biemann and Kearney (2010) advise.
    """

    labels: Ints
    kinds: int
    share: float = 1.0

    def largest(self, n: int) -> float:
        """Give the largest Blau index that n members can reach."""
        if self.kinds < 2:
            return 0.0
        even, odd = divmod(n, self.kinds)
        return 1 - (odd * (even + 1) ** 2 + (self.kinds - odd) * even**2) / n**2

    def value(self, members: Ints) -> float:
        """Give the normalised index, at most 1."""
        n = len(members)
        if n < 2:
            return NOTHING_TO_JUDGE
        if self.kinds < 2:
            return 0.0
        counts = np.bincount(self.labels[members])
        return min(1.0, (1 - float((counts**2).sum()) / n**2) / self.largest(n))

    def member_values(self, members: Ints) -> Floats:
        """Give each member's share of unlike co-members, scaled to the value."""
        own = self.labels[members]
        unlike = (own[:, None] != own[None, :]).sum(axis=1).astype(float)
        return _scaled(unlike, self.value(members))

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Move one count from the leaver's label to the comer's."""
        n, others = len(members), _of(self.labels, comers)
        if n < 2 or self.kinds < 2:
            return np.full((n, len(others)), self.value(members))
        own = self.labels[members]
        counts = np.bincount(own, minlength=int(others.max(initial=0)) + 1)
        after = counts[others][None, :] - (own[:, None] == others[None, :])
        squares = (counts**2).sum() - (2 * counts[own] - 1)[:, None] + 2 * after + 1
        value: Floats = np.minimum(1.0, (1 - squares / n**2) / self.largest(n))
        return value


@dataclass(frozen=True, eq=False)
class Spread:
    """Mean pairwise distance over a reference, at most 1.

    Attributes
    ----------
    distances : callable
        Distances (n, K) of n actors to K others, or (n, A) to all where none are named, in
        the unit of `reference`.
    """

    distances: Distances
    reference: float
    share: float = 1.0

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
        return _scaled(own, self.value(members))

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
        left, others = _best_without(self.fits[members]), _of(self.fits, comers)
        sums = np.zeros((len(members), len(others)))
        for row, need in zip(left.T, others.T, strict=True):
            sums += np.maximum(row[:, None], need[None, :])
        values: Floats = sums / self.fits.shape[1]
        return values


@dataclass(frozen=True, eq=False)
class Help:
    """Mean over the members who seek of the best fit of another member's offers.

    Attributes
    ----------
    offers : (A, A) float array in [0, 1]
        [i, j]: what actor j's offers are to actor i; the diagonal has no meaning.
    seeks : (A,) bool array

    Notes
    -----
    Where nobody seeks there is nothing to judge. The sum of the best fits is submodular,
    the mean over a number of seekers that varies is not.
    """

    offers: Floats
    seeks: Bools
    share: float = 1.0

    @cached_property
    def most(self) -> Floats:
        """The most that each actor can get from any other: (A,)."""
        others = np.arange(len(self.offers))
        best: Floats = self.offers.max(axis=1)
        for i in np.flatnonzero(self.offers.argmax(axis=1) == others).tolist():
            best[i] = self.offers[i, others != i].max(initial=0.0)
        return best

    def met(self, members: Ints) -> Floats:
        """Give what each member gets from each other: (n, n), the receiver first."""
        within: Floats = self.offers[np.ix_(members, members)]
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
        others = np.arange(len(self.offers)) if comers is None else comers
        given = _best_without(self.met(members).T)
        taken = _best_without(self.offers[np.ix_(others, members)].T)
        to_all, seeks = self.offers[np.ix_(members, others)], self.seeks[others]
        values = np.empty(to_all.shape)
        for i in range(len(members)):
            stays = self.seeks[members]
            stays[i] = False
            sums = np.maximum(given[i, stays, None], to_all[stays]).sum(axis=0)
            seekers = stays.sum() + seeks
            means = (sums + seeks * taken[i]) / np.maximum(1, seekers)
            values[i] = np.where(seekers > 0, means, NOTHING_TO_JUDGE)
        return values


def _of(table: Entries, actors: Ints | None) -> Entries:
    """Give the rows of actors, or of all where none are named."""
    return table if actors is None else table[actors]


def _best_without(table: Floats) -> Floats:
    """Give the column maxima of a table of numbers from 0 on without each row: (n, K)."""
    columns = np.arange(table.shape[1])
    holders = table.argmax(axis=0)
    best = np.tile(table[holders, columns], (len(table), 1))
    others = table.copy()
    others[holders, columns] = 0.0
    best[holders, columns] = others.max(axis=0)
    return best


def _scaled(parts: Floats, value: float) -> Floats:
    """Scale members' parts so that their mean is the value."""
    mean = parts.mean()
    if len(parts) < 2 or mean == 0:
        return np.full(len(parts), value)
    scaled: Floats = parts * (value / mean)
    return scaled
