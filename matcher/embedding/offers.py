"""Offers held against what is sought when it is asked for, not all at once.

A table of A × A is right for a few thousand actors and no more. What it is made of is kept
here: the vectors of passages and questions, their n-grams, and what texts have in common with
each question anyway. Every part of the table comes out as it stands in the whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.offers import find_most
from matcher.embedding.comparison import Profiles, Questions, view_part
from matcher.embedding.lexical import AskedGrams
from matcher.embedding.scales import Scale
from models.canonical import DECIMALS

NOTHING = -1
CELLS_AT_ONCE = 4_000_000


@dataclass(frozen=True, eq=False)
class ReadOffers:
    """What some authors offer and others seek, as it was read.

    Attributes
    ----------
    offers : Profiles
    sought : Questions
    scale : Scale
        From views to fits.
    """

    offers: Profiles
    sought: Questions
    scale: Scale

    @cached_property
    def asked(self) -> AskedGrams:
        """The n-grams of what is sought."""
        return self.offers.grams.read(self.sought.texts)

    @cached_property
    def usual(self) -> Floats:
        """What texts of every author's language have in common with each question: (L, Q)."""
        step = max(1, CELLS_AT_ONCE // max(1, len(self.offers.passages)))
        grams, parts = self.offers.grams, []
        for start in range(0, len(self.sought.texts), step):
            questions = np.arange(start, min(start + step, len(self.sought.texts)))
            cosines = grams.cosines(self.asked.part(questions))
            parts.append(grams.usual(cosines, self.sought.languages[start : start + step]))
        return np.concatenate(parts, axis=1)

    def fits(self, questions: Ints, authors: Ints) -> Floats:
        """Give the fits of some authors' offers to some of what is sought: (q, p)."""
        grams = self.offers.grams
        asked = self.asked.part(questions)
        overlap = grams.cosines(asked, authors)
        overlap -= self.usual[grams.spoken[authors]][:, questions]
        surplus = grams.surplus(asked, authors)
        view = view_part(self.offers, authors, self.sought.vectors[questions], overlap, surplus)
        fits: Floats = np.round(self.scale.to_fit(view), DECIMALS).T
        return fits


@dataclass(frozen=True, eq=False)
class OffersInWords:
    """The fits of a season's offers, found where they are asked for; see `Offers`.

    Attributes
    ----------
    author_of, question_of : (A,) int arrays
        The place of each actor's offers and of what it seeks in the words, −1 for nothing.
    """

    words: ReadOffers
    author_of: Ints
    question_of: Ints

    @property
    def size(self) -> int:
        """Number of actors."""
        return len(self.author_of)

    @cached_property
    def most(self) -> Floats:
        """The most that each actor can get from any other: (A,)."""
        return find_most(self, np.flatnonzero(self.question_of != NOTHING))

    @property
    def table(self) -> Floats:
        """All fits, the receiver first: (A, A)."""
        everybody = np.arange(self.size)
        return self.between(everybody, everybody)

    def between(self, seekers: Ints, givers: Ints) -> Floats:
        """Give what n actors get from m others: (n, m)."""
        table = np.zeros((len(seekers), len(givers)))
        rows = np.flatnonzero(self.question_of[seekers] != NOTHING)
        columns = np.flatnonzero(self.author_of[givers] != NOTHING)
        step = max(1, CELLS_AT_ONCE // max(1, len(columns)))
        for start in range(0, len(rows) if len(columns) else 0, step):
            own = rows[start : start + step]
            table[np.ix_(own, columns)] = self.words.fits(
                self.question_of[seekers[own]], self.author_of[givers[columns]]
            )
        return table

    def subset(self, actors: Ints) -> "OffersInWords":
        """Give those among some actors alone, in their order."""
        return replace(self, author_of=self.author_of[actors], question_of=self.question_of[actors])

    def widened(self, count: int) -> "OffersInWords":
        """Add actors at the end who offer and seek nothing."""
        silent = np.full(count, NOTHING, dtype=np.int64)
        return replace(
            self,
            author_of=np.r_[self.author_of, silent],
            question_of=np.r_[self.question_of, silent],
        )


def place_words(
    words: ReadOffers, offering: Sequence[int], seeking: Sequence[int], count: int
) -> OffersInWords:
    """Give the fits of `count` actors, of whom some offer and some seek, in their order."""
    places = []
    for actors in (offering, seeking):
        place = np.full(count, NOTHING, dtype=np.int64)
        place[list(actors)] = np.arange(len(actors))
        places.append(place)
    return OffersInWords(words, *places)
