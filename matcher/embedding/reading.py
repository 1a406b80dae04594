"""From the season's words to numbers: relevance of every actor to every challenge.

How near an actor's words are to a question (`matcher.embedding.comparison`) is taken onto
[0, 1] by one fixed logistic map per model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.comparison import (
    Comparison,
    compare,
    read_profiles,
    read_questions,
)
from matcher.embedding.languages import reference_of
from matcher.embedding.passages import Passage, passages_of, split
from matcher.embedding.port import Embedder, TextKind, Vectors
from matcher.pool import Floats
from models.canonical import DECIMALS
from models.ports import Progress
from models.proposals import EmbeddingInfo
from models.seasons import Season
from models.text import Language


@dataclass(frozen=True)
class Scale:
    """The constants of one model's map: 1 / (1 + exp(−steepness · (view − middle)))."""

    steepness: float
    middle: float

    def to_fit(self, view: Floats) -> Floats:
        """Take views onto [0, 1]."""
        fit: Floats = 1 / (1 + np.exp(-self.steepness * (view - self.middle)))
        return fit


DEFAULT_SCALE = Scale(steepness=9.5, middle=0.2)
"""Fitted to Swedish public events (docs/quality.md): were as many organisations that took a
question up as others so near to it, this share would have taken it up."""
SCALES: dict[str, Scale] = {BUNDLED_MODEL: DEFAULT_SCALE}


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read.

    Attributes
    ----------
    relevance : (A, C) float array in [0, 1]
        Rounded to the six decimals of every published number, so that whoever has the
        published numbers has the same ones as the optimiser.
    actor_vectors : (A, d) float array
        Centred unit vectors of the actors' words.
    info : EmbeddingInfo
    """

    relevance: Floats
    actor_vectors: Vectors
    info: EmbeddingInfo


def has_been_read(season: Season, embedder: CachedEmbedder) -> bool:
    """Say whether all of a season's words are in the cache, so that no model is needed."""
    passages = [passage.text for actor in season.actors for passage in passages_of(actor)]
    questions = [challenge.question for challenge in season.challenges]
    for language in Language:
        passages += reference_of(TextKind.PASSAGE, language)
        questions += reference_of(TextKind.QUERY, language)
    return embedder.knows(passages, TextKind.PASSAGE) and embedder.knows(questions, TextKind.QUERY)


def read_words(season: Season, embedder: Embedder, progress: Progress) -> Reading:
    """Read a season's words.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    Cancelled
        If `progress` asks to stop.
    """
    profiles = read_profiles([passages_of(actor) for actor in season.actors], embedder, progress)
    asked = [challenge.question for challenge in season.challenges]
    found = compare(profiles, read_questions(asked, embedder, progress))
    info = EmbeddingInfo(model=embedder.model, fingerprint=embedder.fingerprint, dim=embedder.dim)
    relevance = np.round(scale_of(embedder).to_fit(found.view), DECIMALS)
    return Reading(relevance, profiles.whole, info)


def compare_texts(
    passages: Sequence[str], questions: Sequence[str], embedder: Embedder, progress: Progress
) -> Comparison:
    """Compare every text, split as a description is, with every question.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    authors = [[Passage("description", own) for own in split(text)] for text in passages]
    profiles = read_profiles(authors, embedder, progress)
    return compare(profiles, read_questions(questions, embedder, progress))


def scale_of(embedder: Embedder) -> Scale:
    """Give the map of a model, or the usual one."""
    return SCALES.get(embedder.model, DEFAULT_SCALE)
