"""From the season's words to numbers: relevance of every actor to every challenge.

Two views are added. The dense one is the cosine of sentence vectors after centring on the
season's actors of the same language, since the vectors of one model crowd together and
lean towards their language. The lexical one is the cosine of character n-grams, centred
likewise. One fixed logistic map per model takes the sum onto [0, 1].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.port import Embedder, TextKind, Vectors
from matcher.fits import Fits
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


DEFAULT_SCALE = Scale(steepness=8.0, middle=0.12, lexical=1.0)
SCALES: dict[str, Scale] = {BUNDLED_MODEL: Scale(steepness=8.0, middle=0.12, lexical=1.0)}


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read.

    Attributes
    ----------
    fits : Fits
        Rounded to the six decimals of every published number, so that whoever has the
        published numbers has the same ones as the optimiser.
    actor_vectors : (A, d) float array
        Centred unit vectors of the actors' words.
    info : EmbeddingInfo
    """

    fits: Fits
    actor_vectors: Vectors
    info: EmbeddingInfo

    @property
    def relevance(self) -> NDArray[np.float64]:
        """Relevance of every actor to every challenge: (A, C)."""
        return self.fits.relevance


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
    actors = season.actors
    passages = [*map(words_of, actors), *(actor.offers for actor in actors if actor.offers)]
    questions = [challenge.question for challenge in season.challenges]
    questions += [facet for challenge in season.challenges for facet in challenge.facets]
    questions += [actor.seeks for actor in actors if actor.seeks]
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
    passages = [words_of(actor) for actor in season.actors]
    questions = [challenge.question for challenge in season.challenges]
    found = compare(passages, questions, embedder, progress)
    fits = Fits(
        relevance=_to_fit(found.view, embedder),
        facets=_read_facets(season, passages, embedder, progress),
        offers=_read_offers(season, embedder, progress),
    )
    info = EmbeddingInfo(model=embedder.model, fingerprint=embedder.fingerprint, dim=embedder.dim)
    return Reading(fits, found.vectors, info)


def _to_fit(view: NDArray[np.float64], embedder: Embedder) -> NDArray[np.float64]:
    """Map a view onto [0, 1]."""
    scale = _scale(embedder)
    fit: NDArray[np.float64] = 1 / (1 + np.exp(-scale.steepness * (view - scale.middle)))
    return np.round(fit, DECIMALS)


def _read_facets(
    season: Season, passages: Sequence[str], embedder: Embedder, progress: Progress
) -> dict[str, NDArray[np.float64]]:
    """Give the fit of each actor's words to each facet, by challenge: (A, F)."""
    asked = [challenge for challenge in season.challenges if challenge.facets]
    facets = [facet for challenge in asked for facet in challenge.facets]
    if not facets:
        return {}
    fits = _to_fit(compare(passages, facets, embedder, progress).view, embedder)
    ends = np.cumsum([len(challenge.facets) for challenge in asked])
    parts = np.split(fits, ends[:-1], axis=1)
    return {challenge.id: part for challenge, part in zip(asked, parts, strict=True)}


def _read_offers(
    season: Season, embedder: Embedder, progress: Progress
) -> NDArray[np.float64] | None:
    """Give the fit of each actor's offers to what each seeks: (A, A), None without any."""
    offering = [a for a, actor in enumerate(season.actors) if actor.offers]
    seeking = [a for a, actor in enumerate(season.actors) if actor.seeks]
    if not offering or not seeking:
        return None
    offers = [season.actors[a].offers for a in offering]
    sought = [season.actors[a].seeks for a in seeking]
    fits = np.zeros((len(season.actors), len(season.actors)))
    view = compare(offers, sought, embedder, progress).view
    fits[np.ix_(seeking, offering)] = _to_fit(view, embedder).T
    return fits


def compare(
    passages: Sequence[str], questions: Sequence[str], embedder: Embedder, progress: Progress
) -> Comparison:
    """Compare every passage with every question.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    actors = embedder.embed(passages, TextKind.PASSAGE, progress)
    queries = embedder.embed(questions, TextKind.QUERY, progress)
    spoken = [_language(text) for text in passages]
    means = _means(actors, spoken)
    centred = _unit(actors - np.stack([means.get(lang, means[""]) for lang in spoken]))
    asked = _unit(queries - np.stack([means.get(_language(text), means[""]) for text in questions]))
    dense = np.asarray(centred @ asked.T, dtype=np.float64)
    lexical = _lexical(passages, questions, spoken)
    return Comparison(dense + _scale(embedder).lexical * lexical, centred)


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
