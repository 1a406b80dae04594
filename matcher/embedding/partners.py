"""How well two actors fit as partners: by what they are about, offer and seek.

Every fit is the cosine of two sentence vectors, taken onto [0, 1] by a fixed map: one for
whole profiles, and one for offers and seeks on which 0.5 means what it does in `Fits.offers`.
For everybody at once it is an estimate that is at most `tolerance` off; for chosen actors
it is exact, row by row, so that it depends on nobody else being asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.embedding.port import Vectors
from matcher.embedding.scales import EXCHANGED, KINDRED, Scale

if TYPE_CHECKING:
    from matcher.embedding.coarse import CoarseVectors


COARSE_FROM = 10_000
"""Texts from which on everybody's cosines come from eight-bit copies."""

_ROWS_AT_ONCE = 4_096
NOWHERE = -1


class PartnerFits(Protocol):
    """What partner suggestions ask of a reading; `own` is the place of an actor.

    Each gives floats in [0, 1], for everybody (A,) within `tolerance`, or exactly for the
    actors `among` (n,).
    """

    @property
    def tolerance(self) -> float:
        """The most by which a fit for everybody may be off."""

    def kinship(self, own: int, among: Ints | None = None) -> Floats:
        """Give how kindred everybody's words are to an actor's."""

    def offers_for(self, own: int, among: Ints | None = None) -> Floats:
        """Give how everybody's offers fit what an actor seeks; 0 where one is not stated."""

    def seekers_of(self, own: int, among: Ints | None = None) -> Floats:
        """Give how an actor's offers fit what everybody seeks; 0 where one is not stated."""


@dataclass(frozen=True, eq=False)
class Stated:
    """Texts of one kind, of those actors who state one.

    Attributes
    ----------
    vectors : (n, d) float32 array of unit vectors, in the order of the actors
    row_of : (A,) int array
        The row of each actor, −1 where it states nothing.
    """

    vectors: Vectors
    row_of: Ints

    def vector_of(self, actor: int) -> Vectors | None:
        """Give an actor's vector, where it states something."""
        row = int(self.row_of[actor])
        return None if row == NOWHERE else self.vectors[row]

    @cached_property
    def coarse(self) -> "CoarseVectors | None":
        """Eight-bit copies, where there are enough texts to be worth it."""
        if len(self.vectors) < COARSE_FROM:
            return None
        from matcher.embedding.coarse import coarsen

        return coarsen(self.vectors)

    @property
    def slack(self) -> float:
        """The most by which a cosine for everybody may be off."""
        rounding = self.vectors.shape[1] * 2.0**-23
        return rounding if self.coarse is None else self.coarse.slack

    def cosines(self, query: Vectors) -> Vectors:
        """Give the cosines (n,) of all rows, within `slack`."""
        cosines: Vectors = (
            self.vectors @ query if self.coarse is None else self.coarse.cosines(query)
        )
        return cosines

    def exact_cosines(self, query: Vectors, rows: Ints) -> Floats:
        """Give the cosines of chosen rows, each by itself."""
        wide = query.astype(np.float64)
        parts = [
            (self.vectors[rows[start : start + _ROWS_AT_ONCE]].astype(np.float64) * wide).sum(
                axis=1
            )
            for start in range(0, len(rows), _ROWS_AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)


@dataclass(frozen=True, eq=False)
class Partners:
    """The fits of a season's actors as partners, by sentence vectors alone.

    Attributes
    ----------
    words, offers, seeks : Stated
    """

    words: Stated
    offers: Stated
    seeks: Stated

    @property
    def tolerance(self) -> float:
        """The most by which a fit for everybody may be off."""
        exchanged = EXCHANGED.steepest * max(self.offers.slack, self.seeks.slack)
        return max(KINDRED.steepest * self.words.slack, exchanged)

    def kinship(self, own: int, among: Ints | None = None) -> Floats:
        """Give how kindred everybody's words are to an actor's; see `PartnerFits`."""
        return _fit(KINDRED, self.words.vector_of(own), self.words, among)

    def offers_for(self, own: int, among: Ints | None = None) -> Floats:
        """Give how everybody's offers fit what an actor seeks; see `PartnerFits`."""
        return _fit(EXCHANGED, self.seeks.vector_of(own), self.offers, among)

    def seekers_of(self, own: int, among: Ints | None = None) -> Floats:
        """Give how an actor's offers fit what everybody seeks; see `PartnerFits`."""
        return _fit(EXCHANGED, self.offers.vector_of(own), self.seeks, among)


def _fit(scale: Scale, query: Vectors | None, stated: Stated, among: Ints | None) -> Floats:
    rows = stated.row_of if among is None else stated.row_of[among]
    fits = np.zeros(len(rows))
    if query is None:
        return fits
    has = rows != NOWHERE
    if among is None:
        cosines = stated.cosines(query).astype(np.float64)
    else:
        cosines = stated.exact_cosines(query, rows[has])
    fits[has] = scale.to_fit(cosines)
    return fits


def state_all(vectors: Vectors) -> Stated:
    """Give the texts that every actor has: (A, d)."""
    return Stated(vectors, np.arange(len(vectors), dtype=np.int64))


def state_some(vectors: Vectors, actors: Sequence[int], count: int) -> Stated:
    """Give the texts (n, d) of some of `count` actors, in their order."""
    row_of = np.full(count, NOWHERE, dtype=np.int64)
    row_of[list(actors)] = np.arange(len(actors))
    return Stated(vectors, row_of)


def state_nothing(count: int, dim: int) -> Stated:
    """Give no text of `count` actors."""
    return state_some(np.zeros((0, dim), dtype=np.float32), (), count)
