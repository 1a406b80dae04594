"""Small real seasons for the report's tests: proposed by the engine, with given relevance."""

import itertools

import numpy as np

from matcher.core.fits import Fits
from matcher.core.settings import Options
from matcher.embedding.reading import Reading
from matcher.propose import propose
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.places import Place
from models.ports.progress import Silence
from models.proposals import EmbeddingInfo, Proposal
from models.rules import Rule, RuleKey
from models.seasons import Effort, Season
from models.sectors import Sector
from models.ties import Tie

QUICK = Options(effort=Effort.QUICK, is_reproducible=True)
EMAIL = "someone@example.org"
TOWNS = (
    Place(name="Malmö", municipality="Malmö", county="Skåne", lat=55.605, lon=13.0),
    Place(name="Stockholm", municipality="Stockholm", county="Stockholm", lat=59.33, lon=18.07),
    Place(name="Lund", municipality="Lund", county="Skåne", lat=55.704, lon=13.19),
    Place(name="Kiruna", municipality="Kiruna", county="Norrbotten", lat=67.856, lon=20.225),
    Place(name="Göteborg", municipality="Göteborg", county="Västra Götaland", lat=57.7, lon=11.97),
)
ABROAD = Place(
    name="Hamburg", municipality="Hamburg", county="DE", lat=53.55, lon=9.99, country="DE"
)
NASTY = '<b>Ås & "Öst"</b> {0}'


def make_actor(number: int, place: Place | None = None, **fields: object) -> Actor:
    given: dict[str, object] = {
        "id": f"a{number:02}",
        "name": f"Actor {number:02}",
        "sector": list(Sector)[number % 4],
        "place": place or TOWNS[number % len(TOWNS)],
        "description": "words",
        "attributes": (("kontakt", EMAIL),),
    }
    return Actor.model_validate(given | fields)


def make_national(**fields: object) -> Season:
    """Give two national challenges, the first with two coalitions, and 30 actors."""
    special: dict[int, dict[str, object]] = {
        0: {"name": NASTY},
        1: {"visible": False},
        2: {"place": ABROAD},
    }
    actors = tuple(make_actor(i, **special.get(i, {})) for i in range(30))
    challenges = (
        Challenge(
            id="c0",
            title="Vem & vad <nu>?",
            description="Så här: 1 < 2.",
            min_size=6,
            max_size=8,
            coalitions=2,
            areas=21,
            reference_km=380.16,
        ),
        Challenge(id="c1", title="Question", min_size=6, max_size=7, areas=21, reference_km=380.16),
    )
    ties = tuple(
        Tie(actor_a=one.id, actor_b=other.id)
        for i, (one, other) in enumerate(itertools.combinations(actors, 2))
        if i % 7 == 0
    )
    given: dict[str, object] = {
        "name": "Hösten & våren",
        "actors": actors,
        "challenges": challenges,
        "ties": ties,
    }
    return Season.model_validate(given | fields)


def make_regional() -> Season:
    """Give a challenge around Lund that can't get its two members from academia."""
    actors = tuple(
        make_actor(i, TOWNS[(0, 2)[i % 2]], sector=list(Sector)[i % 3]) for i in range(9)
    )
    rule = Rule(
        kind="sector_floor",
        keys=(RuleKey(name="min", value=2), RuleKey(name="sector", value="academia")),
    )
    challenge = Challenge(
        id="c0",
        title="Skåne",
        scope=Scope.REGIONAL,
        place=TOWNS[2],
        radius_km=50,
        min_size=5,
        max_size=7,
        areas=10,
        reference_km=45.27,
    )
    return Season(name="Skåne", actors=actors, challenges=(challenge,), rules=(rule,))


def ban_all(season: Season, challenge: str) -> tuple[Rule, ...]:
    """Keep everybody out of a challenge, so that it can't be formed."""
    return tuple(
        Rule(kind="ban", challenge=challenge, keys=(RuleKey(name="actor", value=actor.id),))
        for actor in season.actors
    )


def propose_for(season: Season) -> Proposal:
    """Propose with relevance drawn once, so that some members are weak fits and actor 0 is none."""
    shape = (len(season.actors), len(season.challenges))
    relevance = np.round(np.random.default_rng(2).random(shape) * 0.6, 6)
    relevance[0] = 0.9
    reading = Reading(
        Fits(relevance),
        np.zeros((shape[0], 4), dtype=np.float32),
        EmbeddingInfo(model="given", fingerprint="0", dim=4),
    )
    return propose(season, reading, QUICK, Silence())
