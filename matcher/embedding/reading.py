"""From the season's words to numbers: relevance of every actor to every challenge.

Two views are added. The dense one is the cosine of sentence vectors after centring on the
season's actors of the same language, since the vectors of one model crowd together and
lean towards their language. The lexical one is the cosine of character n-grams, centred
likewise. One fixed logistic map per model takes the sum onto [0, 1].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.partners import (
    Floats,
    Ints,
    Partners,
    Stated,
    state_all,
    state_nothing,
    state_some,
)
from matcher.embedding.port import Embedder, TextKind, Vectors
from models.actors import Actor
from models.canonical import DECIMALS
from models.ports import Progress
from models.proposals import EmbeddingInfo
from models.seasons import Season

LANGUAGES = ("sv", "en", "da", "no", "fi", "de")
ENOUGH = 8
"""Actors of a language from which on it is centred by itself."""


@dataclass(frozen=True)
class Scale:
    """The constants of one model's map: 1 / (1 + exp(−steepness · (view − middle)))."""

    steepness: float
    middle: float
    lexical: float

    def to_unit(self, view: NDArray[np.float64]) -> NDArray[np.float64]:
        """Take views onto [0, 1]."""
        unit: NDArray[np.float64] = 1 / (1 + np.exp(-self.steepness * (view - self.middle)))
        return unit

    @property
    def steepest(self) -> float:
        """The largest slope of the map."""
        return self.steepness / 4


DEFAULT_SCALE = Scale(steepness=8.0, middle=0.12, lexical=1.0)
SCALES: dict[str, Scale] = {BUNDLED_MODEL: Scale(steepness=8.0, middle=0.12, lexical=1.0)}


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
    partners : Partners, optional
        How actors fit as partners; without it, by the actors' vectors alone.
    """

    relevance: NDArray[np.float64]
    actor_vectors: Vectors
    info: EmbeddingInfo
    partners: Partners | None = None

    @property
    def tolerance(self) -> float:
        """The most by which a fit for everybody may be off; see `Fits`."""
        return self._fits.tolerance

    def kinship(self, own: int, among: Ints | None = None) -> Floats:
        """Give how kindred everybody's words are to an actor's; see `Fits`."""
        return self._fits.kinship(own, among)

    def offers_for(self, own: int, among: Ints | None = None) -> Floats:
        """Give how everybody's offers fit what an actor seeks; see `Fits`."""
        return self._fits.offers_for(own, among)

    def seekers_of(self, own: int, among: Ints | None = None) -> Floats:
        """Give how an actor's offers fit what everybody seeks; see `Fits`."""
        return self._fits.seekers_of(own, among)

    @cached_property
    def _fits(self) -> Partners:
        words, scale = state_all(self.actor_vectors), DEFAULT_SCALE
        nothing = state_nothing(*self.actor_vectors.shape)
        return self.partners or Partners(words, nothing, nothing, scale.to_unit, scale.steepest)


@dataclass(frozen=True, eq=False)
class Ground:
    """The passages that everything is centred on.

    Attributes
    ----------
    spoken : list of str
        The language of each.
    means : dict of str to (d,) float array
        By language, and of all under "".
    centred : (P, d) float array
        Centred unit vectors.
    """

    spoken: list[str]
    means: dict[str, Vectors]
    centred: Vectors


@dataclass(frozen=True, eq=False)
class Comparison:
    """How near passages are to questions, before the map onto [0, 1].

    Attributes
    ----------
    view : (P, Q) float array
        The sum of the dense and the lexical view.
    vectors : (P, d) float array
        Centred unit vectors of the passages.
    """

    view: NDArray[np.float64]
    vectors: Vectors


def words_of(actor: Actor) -> str:
    """Give an actor's own words, which are read for relevance."""
    return "\n".join(part for part in (actor.description, actor.offers, actor.seeks) if part)


def has_been_read(season: Season, embedder: CachedEmbedder) -> bool:
    """Say whether all of a season's words are in the cache, so that no model is needed."""
    passages = [words_of(actor) for actor in season.actors]
    questions = [challenge.question for challenge in season.challenges]
    stated = [actor.offers for actor in season.actors if actor.offers]
    sought = [actor.seeks for actor in season.actors if actor.seeks]
    return embedder.knows([*passages, *stated], TextKind.PASSAGE) and embedder.knows(
        [*questions, *sought], TextKind.QUERY
    )


def read_words(season: Season, embedder: Embedder, progress: Progress) -> Reading:
    """Read a season's words.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    Cancelled
        If `progress` asks to stop.
    """
    passages = [words_of(actor) for actor in season.actors]
    questions = [challenge.question for challenge in season.challenges]
    ground = _lay_ground(passages, embedder, progress)
    view = _compare(ground, passages, questions, embedder, progress)
    relevance = _scale(embedder).to_unit(view)
    info = EmbeddingInfo(model=embedder.model, fingerprint=embedder.fingerprint, dim=embedder.dim)
    partners = _read_partners(season, ground, embedder, progress)
    return Reading(np.round(relevance, DECIMALS), ground.centred, info, partners)


def read_partners(season: Season, embedder: Embedder, progress: Progress) -> Partners:
    """Read only what partner suggestions need: no challenges and no n-grams.

    Raises
    ------
    ModelMissing, Cancelled
        As `read_words` does.
    """
    passages = [words_of(actor) for actor in season.actors]
    ground = _lay_ground(passages, embedder, progress)
    return _read_partners(season, ground, embedder, progress)


def compare(
    passages: Sequence[str], questions: Sequence[str], embedder: Embedder, progress: Progress
) -> Comparison:
    """Compare every passage with every question.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    ground = _lay_ground(passages, embedder, progress)
    return Comparison(_compare(ground, passages, questions, embedder, progress), ground.centred)


def _lay_ground(passages: Sequence[str], embedder: Embedder, progress: Progress) -> Ground:
    """Read the passages that everything is centred on."""
    vectors = embedder.embed(passages, TextKind.PASSAGE, progress)
    spoken = [_language(text) for text in passages]
    means = _means(vectors, spoken)
    return Ground(spoken, means, _centre(vectors, spoken, means))


def _compare(
    ground: Ground,
    passages: Sequence[str],
    questions: Sequence[str],
    embedder: Embedder,
    progress: Progress,
) -> NDArray[np.float64]:
    """Add the dense and the lexical view of passages and questions: (P, Q)."""
    queries = embedder.embed(questions, TextKind.QUERY, progress)
    asked = _centre(queries, [_language(text) for text in questions], ground.means)
    dense = np.asarray(ground.centred @ asked.T, dtype=np.float64)
    lexical = _lexical(passages, questions, ground.spoken)
    view: NDArray[np.float64] = dense + _scale(embedder).lexical * lexical
    return view


def _read_partners(
    season: Season, ground: Ground, embedder: Embedder, progress: Progress
) -> Partners:
    """Read what actors offer and seek, each in the language of all its words."""

    def read(kind: TextKind, texts: list[str]) -> Stated:
        stating = [a for a, text in enumerate(texts) if text]
        if not stating:
            return state_nothing(len(texts), embedder.dim)
        vectors = embedder.embed([texts[a] for a in stating], kind, progress)
        centred = _centre(vectors, [ground.spoken[a] for a in stating], ground.means)
        return state_some(centred, stating, len(texts))

    offers = read(TextKind.PASSAGE, [actor.offers for actor in season.actors])
    seeks = read(TextKind.QUERY, [actor.seeks for actor in season.actors])
    scale = _scale(embedder)
    return Partners(state_all(ground.centred), offers, seeks, scale.to_unit, scale.steepest)


def _scale(embedder: Embedder) -> Scale:
    return SCALES.get(embedder.model, DEFAULT_SCALE)


def _means(vectors: Vectors, spoken: list[str]) -> dict[str, Vectors]:
    """Give the mean of all under "", and of each language with enough texts."""
    means = {"": vectors.mean(axis=0) if len(vectors) > 1 else np.zeros_like(vectors[0])}
    for language in sorted(set(spoken)):
        rows = [i for i, own in enumerate(spoken) if own == language]
        if len(rows) >= ENOUGH:
            means[language] = vectors[rows].mean(axis=0)
    return means


def _centre(vectors: Vectors, spoken: Sequence[str], means: dict[str, Vectors]) -> Vectors:
    """Centre vectors by the language of each, and give unit vectors."""
    return _unit(vectors - np.stack([means.get(own, means[""]) for own in spoken]))


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


def _lexical(
    passages: Sequence[str], questions: Sequence[str], spoken: list[str]
) -> NDArray[np.float64]:
    """Give the n-gram cosines (A, C), centred on the passages of each language."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    documents = grams.fit_transform(passages)
    cosines = np.asarray((documents @ grams.transform(questions).T).toarray())
    centred = cosines - cosines.mean(axis=0)
    for language in sorted(set(spoken)):
        rows = np.array([own == language for own in spoken])
        if rows.sum() >= ENOUGH:
            centred[rows] = cosines[rows] - cosines[rows].mean(axis=0)
    result: NDArray[np.float64] = centred
    return result


def _language(text: str) -> str:
    return str(_identifier().classify(text)[0])


@cache
def _identifier() -> Any:
    """Load the language identifier once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
