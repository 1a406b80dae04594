"""Builders of seasons, and the reading of words that nobody has to embed."""

import itertools
from collections.abc import Sequence
from random import Random

import numpy as np

from matcher.core.arrays import Floats
from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from matcher.embedding.reading import Reading
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.proposals import EmbeddingInfo
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import draw_actor, make_actor
from tests.kit.places import PLACES

COUNTIES = 21
SWEDEN_KM = 380.16
DISC = 0.9054


def make_challenge(number: int = 0, **fields: object) -> Challenge:
    """Give a national challenge c0, c1, … over Sweden's counties."""
    given: dict[str, object] = {
        "id": f"c{number}",
        "title": f"Fråga {number}: vad kan vi göra?",
        "min_size": 4,
        "max_size": 6,
        "areas": COUNTIES,
        "reference_km": SWEDEN_KM,
    }
    return Challenge.model_validate(given | fields)


def make_season(
    actors: Sequence[Actor], challenges: Sequence[Challenge], **fields: object
) -> Season:
    """Give a season with quick effort."""
    given: dict[str, object] = {
        "name": "Våren åäö",
        "effort": "quick",
        "actors": tuple(actors),
        "challenges": tuple(challenges),
    }
    return Season.model_validate(given | fields)


def draw_ties(draw: Random, actors: Sequence[Actor], density: float) -> tuple[Tie, ...]:
    """Tie each pair with the given probability."""
    return tuple(
        Tie(actor_a=one.id, actor_b=other.id)
        for one, other in itertools.combinations(actors, 2)
        if draw.random() < density
    )


def draw_season(draw: Random, size: int, **fields: object) -> Season:
    """Give a season with a national challenge c0 and a regional c1.

    Now and then everybody is alike in one respect, or K is below what B is defined for.
    """
    alike: dict[str, object] = {}
    if draw.random() < 0.15:
        alike["sector"] = "academia"
    if draw.random() < 0.15:
        alike["place"] = draw.choice(PLACES)
    actors = [draw_actor(draw, i, **alike) for i in range(size)]
    radius_km = draw.choice([15.0, 60.0, 400.0])
    least = draw.randint(2, 4)
    sizes = {"min_size": least, "max_size": least + draw.randint(0, 3)}
    challenges = (
        make_challenge(0, areas=draw.choice([0, 1, 2, 3, COUNTIES]), facets=("å", "ö"), **sizes),
        make_challenge(
            1,
            scope=Scope.REGIONAL,
            place=draw.choice(PLACES),
            radius_km=radius_km,
            areas=draw.choice([0, 1, 2, 5]),
            reference_km=DISC * radius_km,
            **sizes,
        ),
    )
    ties = draw_ties(draw, actors, draw.choice([0.0, 0.3, 0.8, 1.0]))
    return make_season(actors, challenges, ties=ties, **fields)


def middle_season(balance: float = 0.5) -> tuple[Season, Fits]:
    """Give 60 actors who compete for two coalitions of 12, and their fits."""
    draw = Random(60)
    actors = [make_actor(i, place=draw.choice(PLACES)) for i in range(60)]
    challenges = [make_challenge(c, min_size=8, max_size=12) for c in range(2)]
    ties = draw_ties(draw, actors, 0.1)
    season = make_season(actors, challenges, ties=ties, balance=balance)
    return season, draw_fits(season, 60)


def draw_relevance(seed: int, actors: int, challenges: int) -> Floats:
    """Give a relevance table, with a few exact zeros and ones."""
    numbers = np.random.default_rng(seed)
    relevance: Floats = np.round(numbers.random((actors, challenges)), 6)
    relevance[numbers.random(relevance.shape) < 0.05] = 0.0
    relevance[numbers.random(relevance.shape) < 0.05] = 1.0
    return relevance


def draw_fits(season: Season, seed: int, relevance: Floats | None = None) -> Fits:
    """Give the fits of all that a season's words can be asked; relevance may be given."""
    count, challenges = len(season.actors), season.challenges
    offering = np.array([bool(actor.offers) for actor in season.actors])
    return Fits(
        draw_relevance(seed, count, len(challenges)) if relevance is None else relevance,
        {
            challenge.id: draw_relevance(seed + c, count, len(challenge.facets))
            for c, challenge in enumerate(challenges, start=1)
            if challenge.facets
        },
        OffersTable(draw_relevance(seed, count, count) * offering),
    )


def give_reading(fits: Fits) -> Reading:
    """Give a reading with the fits given by hand."""
    return Reading(
        fits,
        np.zeros((len(fits.relevance), 4), dtype=np.float32),
        EmbeddingInfo(model="given", fingerprint="0", dim=4),
    )
