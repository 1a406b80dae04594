"""From the season's words to numbers: what fits what, each in [0, 1].

How near an actor's words are to a question (`matcher.embedding.comparison`) is taken onto
[0, 1] by one fixed logistic map per model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.fits import Fits
from matcher.core.offers import Offers, OffersTable
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.comparison import (
    Profiles,
    Questions,
    TextComparison,
    compare_profiles,
    read_profiles,
    read_questions,
)
from matcher.embedding.evidence import Carriers
from matcher.embedding.languages import reference_of
from matcher.embedding.offers import ReadOffers, place_words
from matcher.embedding.partners import Partners, state_all, state_nothing, state_some
from matcher.embedding.passages import Passage, passages_of, split_passages
from matcher.embedding.port import Embedder, TextKind, Vectors
from matcher.embedding.scales import Scale, scale_of
from models.actors import Actor
from models.canonical import DECIMALS
from models.evidence import Evidence
from models.ports.progress import Progress
from models.proposals import EmbeddingInfo
from models.seasons import Season
from models.text import Language

_CELLS_AT_ONCE = 4_000_000
MOST_CELLS = 16_000_000
"""With more pairs of actors than this their offers are held against each other on demand."""


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read.

    Attributes
    ----------
    fits : Fits
        Rounded to the six decimals of every published number, so that whoever has the
        published numbers has the same ones as the optimiser.
    actor_vectors : (A, k) float array
        Unit vectors of the actors' words, centred and taken over the model's bridge.
    info : EmbeddingInfo
    partners : Partners, optional
        How actors fit as partners; without it, by the actors' vectors alone.
    carriers : Carriers, optional
        The words that carried relevance, where they are at hand.
    """

    fits: Fits
    actor_vectors: Vectors
    info: EmbeddingInfo
    partners: Partners | None = None
    carriers: Carriers | None = None

    def is_of(self, season: Season) -> bool:
        """Say whether these are a season's words, as far as the reading tells."""
        shape = (len(season.actors), len(season.challenges))
        if self.relevance.shape != shape:
            return False
        if self.carriers is None or self.carriers.season is season:
            return True
        return _words_of(self.carriers.season) == _words_of(season)

    @property
    def relevance(self) -> Floats:
        """Relevance of every actor to every challenge: (A, C)."""
        return self.fits.relevance

    def find_evidence(self, actor: int, challenge: int) -> Evidence | None:
        """Give the words that carried an actor's relevance, where they are at hand."""
        return None if self.carriers is None else self.carriers.find(actor, challenge)

    @property
    def tolerance(self) -> float:
        """The most by which a fit for everybody may be off; see `PartnerFits`."""
        return self._fits.tolerance

    def kinship(self, own: int, among: Ints | None = None) -> Floats:
        """Give how kindred everybody's words are to an actor's; see `PartnerFits`."""
        return self._fits.kinship(own, among)

    def offers_for(self, own: int, among: Ints | None = None) -> Floats:
        """Give how everybody's offers fit what an actor seeks; see `PartnerFits`."""
        return self._fits.offers_for(own, among)

    def seekers_of(self, own: int, among: Ints | None = None) -> Floats:
        """Give how an actor's offers fit what everybody seeks; see `PartnerFits`."""
        return self._fits.seekers_of(own, among)

    @cached_property
    def _fits(self) -> Partners:
        return self.partners or _partners(self.actor_vectors, None)


@dataclass(frozen=True, eq=False)
class Exchange:
    """What some actors offer and some seek.

    Attributes
    ----------
    offering, seeking : tuple of int
        The places of the actors who state something.
    """

    offering: tuple[int, ...]
    seeking: tuple[int, ...]
    offers: Profiles
    sought: Questions


def _words_of(season: Season) -> tuple[object, ...]:
    """Give whatever of a season is read, with whose it is."""
    actors = [(each.id, each.description, each.offers, each.seeks) for each in season.actors]
    asked = [(each.id, each.question, each.facets) for each in season.challenges]
    return actors, asked


def has_been_read(season: Season, embedder: CachedEmbedder) -> bool:
    """Say whether all of a season's words are in the cache, so that no model is needed."""
    passages = [own.text for actor in season.actors for own in passages_of(actor)]
    passages += [own.text for actor in season.actors for own in _offered(actor)]
    questions = [challenge.question for challenge in season.challenges]
    questions += [facet for challenge in season.challenges for facet in challenge.facets]
    questions += [actor.seeks for actor in season.actors if actor.seeks]
    for language in Language:
        passages += reference_of(TextKind.PASSAGE, language)
        questions += reference_of(TextKind.QUERY, language)
    return embedder.knows(passages, TextKind.PASSAGE) and embedder.knows(questions, TextKind.QUERY)


def read_words(
    season: Season, embedder: Embedder, progress: Progress, *, with_offers: bool = True
) -> Reading:
    """Read a season's words.

    Parameters
    ----------
    with_offers : bool
        Hold everybody's offers against what everybody seeks.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    Cancelled
        If `progress` asks to stop.
    """
    profiles = _read_actors(season, embedder, progress)
    scale = scale_of(embedder)
    is_asked = with_offers and all(
        weight.weight > 0 for weight in season.weights if weight.criterion == "complementarity"
    )
    asked = [challenge.question for challenge in season.challenges]
    questions = read_questions(asked, embedder, progress)
    found = compare_profiles(profiles, questions)
    exchange = _read_exchange(season, profiles, embedder, progress)
    return Reading(
        fits=Fits(
            relevance=_fit(scale, found.view),
            facets=_read_facets(season, profiles, embedder, progress),
            offers=_fit_offers(exchange, scale, len(season.actors)) if is_asked else None,
        ),
        actor_vectors=profiles.whole,
        info=EmbeddingInfo(
            model=embedder.model, fingerprint=embedder.fingerprint, dim=embedder.dim
        ),
        partners=_partners(profiles.whole, exchange),
        carriers=Carriers(season, profiles, questions, found.nearest),
    )


def read_partners(season: Season, embedder: Embedder, progress: Progress) -> Partners:
    """Read only what partner suggestions need: no challenges and no n-grams.

    Raises
    ------
    ModelMissing, Cancelled
        As `read_words` does.
    """
    profiles = _read_actors(season, embedder, progress)
    return _partners(profiles.whole, _read_exchange(season, profiles, embedder, progress))


def compare_texts(
    passages: Sequence[str], questions: Sequence[str], embedder: Embedder, progress: Progress
) -> TextComparison:
    """Compare every text, split as a description is, with every question.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    authors = [[Passage("description", own) for own in split_passages(text)] for text in passages]
    profiles = read_profiles(authors, embedder, progress)
    return compare_profiles(profiles, read_questions(questions, embedder, progress))


def search_actors(
    reading: Reading, text: str, embedder: Embedder, progress: Progress
) -> Floats | None:
    """Give how near each actor's words are to a text, as to a challenge's: (A,).

    None where the reading does not have the words at hand.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    if reading.carriers is None:
        return None
    found = compare_profiles(reading.carriers.profiles, read_questions([text], embedder, progress))
    return _fit(scale_of(embedder), found.view)[:, 0]


def _read_actors(season: Season, embedder: Embedder, progress: Progress) -> Profiles:
    return read_profiles([passages_of(actor) for actor in season.actors], embedder, progress)


def _fit(scale: Scale, view: Floats) -> Floats:
    return np.round(scale.to_fit(view), DECIMALS)


def _read_facets(
    season: Season, profiles: Profiles, embedder: Embedder, progress: Progress
) -> dict[str, Floats]:
    """Give the fit of each actor's words to each facet, by challenge: (A, F)."""
    asked = [challenge for challenge in season.challenges if challenge.facets]
    facets = [facet for challenge in asked for facet in challenge.facets]
    if not facets:
        return {}
    found = compare_profiles(profiles, read_questions(facets, embedder, progress), may_quote=True)
    ends = np.cumsum([len(challenge.facets) for challenge in asked])
    parts = np.split(_fit(scale_of(embedder), found.view), ends[:-1], axis=1)
    return {challenge.id: part for challenge, part in zip(asked, parts, strict=True)}


def _fit_offers(exchange: Exchange | None, scale: Scale, count: int) -> Offers | None:
    """Give the fit of each actor's offers to what each seeks, None without any."""
    if exchange is None:
        return None
    if count**2 > MOST_CELLS:
        words = ReadOffers(exchange.offers, exchange.sought, scale)
        return place_words(words, exchange.offering, exchange.seeking, count)
    fits = np.zeros((count, count))
    at_once = max(1, _CELLS_AT_ONCE // max(1, len(exchange.offers.vectors)))
    for start in range(0, len(exchange.seeking), at_once):
        seeking = exchange.seeking[start : start + at_once]
        asked = exchange.sought.part(start, start + at_once)
        view = compare_profiles(exchange.offers, asked, may_quote=True).view
        fits[np.ix_(seeking, exchange.offering)] = _fit(scale, view).T
    return OffersTable(fits)


def _offered(actor: Actor) -> tuple[Passage, ...]:
    return tuple(Passage("offers", own) for own in split_passages(actor.offers))


def _read_exchange(
    season: Season, profiles: Profiles, embedder: Embedder, progress: Progress
) -> Exchange | None:
    """Read offers and seeks, each in the language of all its actor's words."""
    actors, spoken = season.actors, profiles.languages
    offering = tuple(a for a, actor in enumerate(actors) if actor.offers)
    seeking = tuple(a for a, actor in enumerate(actors) if actor.seeks)
    if not offering or not seeking:
        return None
    return Exchange(
        offering,
        seeking,
        read_profiles(
            [_offered(actors[a]) for a in offering],
            embedder,
            progress,
            [spoken[a] for a in offering],
        ),
        read_questions(
            [actors[a].seeks for a in seeking], embedder, progress, [spoken[a] for a in seeking]
        ),
    )


def _partners(words: Vectors, exchange: Exchange | None) -> Partners:
    count = len(words)
    nothing = state_nothing(*words.shape)
    offers = sought = nothing
    if exchange is not None:
        offers = state_some(exchange.offers.whole, exchange.offering, count)
        sought = state_some(exchange.sought.vectors, exchange.seeking, count)
    return Partners(state_all(words), offers, sought)
