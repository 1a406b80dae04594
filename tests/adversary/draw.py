"""Tiny odd seasons: every kind of rule, hard and soft, mixed with everything else there is."""

import itertools
from dataclasses import dataclass
from random import Random

import numpy as np

from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.rules import Rule, RuleValue
from models.seasons import Season, Weight
from models.sectors import Sector
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.places import COPENHAGEN, HOOR, KIRUNA, LUND, MALMO, OREBRO, PLACES
from tests.kit.rules import make_rule
from tests.kit.seasons import make_challenge, make_season

STRENGTHS = (0.1, 0.5, 1.0, 2.0, 10.0, 30.0, 1000.0)
CRITERIA = (
    "relevance",
    "sector_diversity",
    "geographic_spread",
    "novelty",
    "wishes",
    "turn",
    "complementarity",
    "coverage",
    "availability",
)
TIMES = tuple(f"2026-10-0{day} 13:00" for day in range(1, 7))
SOFT_KINDS = (
    "sector_floor",
    "sector_ceiling",
    "county_ceiling",
    "attribute_floor",
    "attribute_ceiling",
    "relevance_floor",
    "new_contacts_floor",
    "together",
    "apart",
    "one_per_group",
    "shared_language",
    "regional_radius",
)
"""Kinds that are stated and may be soft."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """A season with its fits, and the seed that gives it again."""

    seed: int
    season: Season
    fits: Fits


def draw_case(seed: int) -> Drawn:
    """Draw a season: 5–9 actors, 1–3 challenges, 1–3 coalitions in all."""
    draw = Random(seed)
    challenges = _draw_challenges(draw)
    slots = sum(challenge.coalitions for challenge in challenges)
    count = draw.randint(5, {1: 9, 2: 8}.get(slots, 7))
    actors = _draw_actors(draw, count, challenges)
    density = draw.choice([0.0, 0.1, 0.3, 0.6, 0.9, 1.0])
    ties = [
        Tie(actor_a=one.id, actor_b=other.id)
        for one, other in itertools.combinations(actors, 2)
        if draw.random() < density
    ]
    originals = {actor.id: actor.id for actor in actors}
    if draw.random() < 0.35:
        actors, originals = _draw_clones(draw, actors)
        ties = _ties_of_clones(ties, originals)
    season = make_season(
        actors,
        challenges,
        ties=tuple(ties),
        balance=draw.choice([0.0, 0.5, 1.0]),
        effort=draw.choice(["normal", "thorough", "thorough"]),
        weights=_draw_weights(draw),
        seed=draw.randint(0, 5),
    )
    season = season.evolve(rules=_draw_rules(draw, season))
    return Drawn(seed, season, _draw_fits(seed, season, originals))


def _draw_challenges(draw: Random) -> list[Challenge]:
    counts = draw.choice([[1], [1], [1], [2], [1, 1], [1, 1], [3], [2, 1], [1, 2], [1, 1, 1]])
    challenges = []
    for c, coalitions in enumerate(counts):
        least = draw.choice([2, 2, 3, 4] if sum(counts) == 1 else [2, 2, 2, 3])
        most = least + draw.choice([0, 0, 1, 2])
        fields: dict[str, object] = {
            "min_size": least,
            "max_size": most,
            "size": draw.choice([None, None, least, draw.randint(least, most)]),
            "coalitions": coalitions,
            "facets": draw.choice([(), (), ("å",), ("å", "ö", "ü")]),
        }
        if draw.random() < 0.35:
            radius_km = draw.choice([15.0, 60.0, 400.0])
            fields |= {
                "scope": Scope.REGIONAL,
                "place": draw.choice([MALMO, LUND, OREBRO]),
                "radius_km": radius_km,
                "areas": draw.choice([0, 1, 2, 5]),
                "reference_km": 0.9054 * radius_km,
            }
        elif draw.random() < 0.3:
            fields["areas"] = draw.choice([0, 1, 2, 3])
        challenges.append(make_challenge(c, **fields))
    return challenges


def _draw_actors(draw: Random, count: int, challenges: list[Challenge]) -> list[Actor]:
    """Draw actors; how much they differ in each respect is drawn, too."""
    ids = [challenge.id for challenge in challenges]
    sectors = draw.choice([[*Sector], [*Sector], [*Sector][:2], [*Sector][:1]])
    places = draw.choice([PLACES, PLACES, (MALMO, LUND, HOOR), (MALMO,), (KIRUNA, COPENHAGEN)])
    capacities = draw.choice([[1], [1], [1, 1, 2], [0, 1, 1, 2, 3], [2]])
    groups = draw.choice([[""], ["", "", "Koncernen Å"], ["Ö", "Koncernen Å", ""]])
    languages: list[tuple[str, ...]] = draw.choice(
        [[()], [(), ("sv",), ("sv", "en")], [("sv",), ("en",), ("sv", "en"), ("fi",)]]
    )
    wishes = [(), *((one,) for one in ids), tuple(ids)] if draw.random() < 0.5 else [()]
    times = draw.choice([0, 0, 2, 4, 6])
    passed = draw.choice([[0], [0], [0, 1, 2, 3, 5]])
    offers, seeks = draw.choice([[""], ["", "lokaler", "metoder"]]), ["", "platser", "vänner"]
    return [
        make_actor(
            i,
            sector=draw.choice(sectors),
            place=draw.choice(places),
            capacity=draw.choice(capacities),
            group=draw.choice(groups),
            languages=draw.choice(languages),
            wishes=draw.choice(wishes),
            passed_over=draw.choice(passed),
            offers=draw.choice(offers),
            seeks=draw.choice(seeks),
            available=tuple(t for t in TIMES[:times] if draw.random() < 0.5),
            visible=draw.random() < 0.9,
            attributes=(("storlek", draw.choice(["liten", "stor", "liten;stor"])),),
        )
        for i in range(count)
    ]


def _draw_clones(draw: Random, actors: list[Actor]) -> tuple[list[Actor], dict[str, str]]:
    """Let some actors be as others in all but id and name."""
    kept = draw.randint(1, len(actors) - 1)
    chosen = [*range(kept), *(draw.randrange(kept) for _ in actors[kept:])]
    draw.shuffle(chosen)
    clones = [
        actors[one].evolve(id=actor.id, name=actor.name)
        for one, actor in zip(chosen, actors, strict=True)
    ]
    pairs = zip(clones, chosen, strict=True)
    return clones, {clone.id: actors[one].id for clone, one in pairs}


def _ties_of_clones(ties: list[Tie], originals: dict[str, str]) -> list[Tie]:
    tied = {tie.pair for tie in ties}
    return [
        Tie(actor_a=one, actor_b=other)
        for one, other in itertools.combinations(sorted(originals), 2)
        if tuple(sorted((originals[one], originals[other]))) in tied
    ]


def _draw_weights(draw: Random) -> tuple[Weight, ...]:
    if draw.random() < 0.6:
        return ()
    stated = draw.sample(CRITERIA[1:], draw.randint(1, 5))
    return tuple(Weight(criterion=key, weight=draw.choice([0.0, 0.1, 1.0, 5.0])) for key in stated)


def _draw_rules(draw: Random, season: Season) -> tuple[Rule, ...]:
    """Draw rules of any kinds, pins and bans; defaults are softened or turned off now and then."""
    rules = []
    for kind in draw.sample(SOFT_KINDS, draw.choice([0, 1, 2, 2, 3, 4, 6])):
        challenge = draw.choice([None, None, draw.choice(season.challenges).id])
        strength = draw.choice([None, 0.0, *STRENGTHS]) if draw.random() < 0.6 else None
        rules.append(
            make_rule(kind, challenge, strength=strength, **_draw_keys(draw, kind, season))
        )
    banned = set()
    for _ in range(draw.choice([0, 0, 0, 1, 2])):
        actor, challenge = draw.choice(season.actors).id, draw.choice(season.challenges).id
        banned.add((actor, challenge))
        rules.append(make_rule("ban", challenge, actor=actor))
    for actor in draw.sample(season.actors, draw.choice([0, 0, 0, 1, 2, 3])):
        meant = draw.sample(
            season.challenges, min(actor.capacity, draw.randint(1, len(season.challenges)))
        )
        rules += [
            make_rule("pin", challenge.id, actor=actor.id)
            for challenge in meant
            if (actor.id, challenge.id) not in banned
        ]
    return tuple(rules)


def _draw_keys(draw: Random, kind: str, season: Season) -> dict[str, RuleValue]:
    actors = [actor.id for actor in season.actors]
    counties = sorted({actor.place.county for actor in season.actors})
    sector, count = str(draw.choice([*Sector])), draw.randint(1, 3)
    some: dict[str, dict[str, RuleValue]] = {
        "sector_floor": {"sector": sector, "min": count},
        "sector_ceiling": {"sector": sector, "max": draw.randint(0, 2)},
        "county_ceiling": {"max": draw.randint(0, 2)},
        "attribute_floor": {**_draw_column(draw, season), "min": count},
        "attribute_ceiling": {**_draw_column(draw, season), "max": draw.randint(0, 2)},
        "relevance_floor": {"min": draw.choice([0.0, 0.2, 0.5, 0.9, 1.0])},
        "new_contacts_floor": {"min": count},
        "together": {"actors": tuple(sorted(draw.sample(actors, draw.randint(2, 3))))},
        "apart": {"actors": tuple(sorted(draw.sample(actors, draw.randint(2, 4))))},
    }
    keys = some.get(kind, {})
    if kind == "county_ceiling" and draw.random() < 0.5:
        keys["county"] = draw.choice(counties)
    return keys


def _draw_column(draw: Random, season: Season) -> dict[str, RuleValue]:
    """Draw a column and a value that somebody has in it, or nobody."""
    actor = draw.choice(season.actors)
    values = {
        "id": actor.id,
        "sector": str(actor.sector),
        "place": actor.place.name,
        "country": actor.place.country,
        "capacity": str(actor.capacity),
        "group": actor.group or "ingen",
        "languages": (actor.languages or ("fi",))[0],
        "visible": "yes" if actor.visible else "no",
        "passed_over": str(actor.passed_over),
        "storlek": draw.choice(["liten", "stor", "  LITEN ", "enorm"]),
    }
    column = draw.choice([*values])
    return {"attribute": column, "value": values[column]}


def _draw_fits(seed: int, season: Season, originals: dict[str, str]) -> Fits:
    """Draw how well words fit, coarsely now and then; what is the same text fits the same."""
    numbers = np.random.default_rng(seed)
    grain = int(numbers.choice([1, 4, 10, 1_000_000]))

    def numbers_of(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.round(np.round(numbers.random(shape) * grain) / grain, 6)

    actors = season.actors
    first = [season.actor_index[originals[actor.id]] for actor in actors]
    relevance = numbers_of(len(actors), len(season.challenges))[first]
    facets = {
        challenge.id: numbers_of(len(actors), len(challenge.facets))[first]
        for challenge in season.challenges
        if challenge.facets
    }
    words = sorted({actor.offers for actor in actors} | {actor.seeks for actor in actors})
    table = numbers_of(len(words), len(words))
    seeks = [words.index(actor.seeks) for actor in actors]
    offers = [words.index(actor.offers) for actor in actors]
    given = np.array([bool(actor.offers) for actor in actors])
    return Fits(relevance, facets, OffersTable(table[np.ix_(seeks, offers)] * given))
