"""Read a season as the viewer may see it."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.actors import Actor
from models.challenges import Challenge
from models.discretion import ELLIPSIS, Discretion
from models.frozen import Frozen
from models.text import Text
from models.ties import Tie
from models.viewers import SeenActor, is_own, list_seen, sees_all


class Nothing(Frozen):
    """Nothing is given."""


class SeenSeason(Frozen):
    """A season's challenges, the actors that the viewer may know of, and the ties of these."""

    name: str
    year: int | None
    country: str
    challenges: tuple[Challenge, ...]
    actors: tuple[SeenActor, ...]
    ties: tuple[Tie, ...]


def read_season(call: Call, given: Nothing) -> SeenSeason:
    """Leave out the actors that the viewer may not see, their ties, and what is the organiser's.

    To others than the organiser, neither these nor any address is named in the actors' and the
    challenges' own words; to itself, an actor's words are as it wrote them.
    """
    season = call.season
    actors = list_seen(call.viewer, season.actors)
    ids = {actor.id for actor in actors}
    return SeenSeason(
        name=season.name,
        year=season.year,
        country=season.country,
        challenges=_tell(call, season.challenges),
        actors=_show(call, actors),
        ties=tuple(tie for tie in season.ties if {tie.actor_a, tie.actor_b} <= ids),
    )


def _tell(call: Call, challenges: tuple[Challenge, ...]) -> tuple[Challenge, ...]:
    """Give challenges as the viewer may read them."""
    if sees_all(call.viewer):
        return challenges
    tidy = Discretion.towards(call.viewer, call.season.actors).tidy
    return tuple(
        each.evolve(
            title=tidy(each.title),
            description=tidy(each.description),
            facets=tuple(map(tidy, each.facets)),
        )
        for each in challenges
    )


def _show(call: Call, actors: tuple[Actor, ...]) -> tuple[SeenActor, ...]:
    """Give of each actor what the viewer may know of it, and hear of its own words."""
    viewer, is_whole = call.viewer, sees_all(call.viewer)
    discretion = Discretion.towards(viewer, call.season.actors)
    seen = []
    for actor in actors:
        words = actor.description, actor.offers, actor.seeks
        if not is_whole and not is_own(viewer, actor):
            words = (
                discretion.tidy(actor.description) or ELLIPSIS,
                discretion.tidy(actor.offers),
                discretion.tidy(actor.seeks),
            )
        description, offers, seeks = words
        seen.append(
            SeenActor(
                id=actor.id,
                name=actor.name,
                sector=actor.sector,
                place=actor.place.name,
                municipality=actor.place.municipality,
                county=actor.place.county,
                country=actor.place.country,
                description=description,
                offers=offers,
                seeks=seeks,
                languages=actor.languages,
                whole=actor if is_whole else None,
            )
        )
    return tuple(seen)


READ_SEASON = UseCase(
    action="season.read",
    input=Nothing,
    run=read_season,
    title=Text(sv="Läs en säsong", en="Read a season"),
    description=Text(
        sv="Visar utmaningarna, och de aktörer och band som den som frågar får se.",
        en="Shows the challenges, and the actors and ties that whoever asks may see.",
    ),
    right="season.look",
)
