"""Read a season as the viewer may see it."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.actors import Actor
from models.challenges import Challenge
from models.discretion import ELLIPSIS, Discretion
from models.frozen import Frozen
from models.text import Text
from models.ties import Tie
from models.viewers import list_seen, sees_all


class Nothing(Frozen):
    """Nothing is given."""


class SeenSeason(Frozen):
    """A season's challenges, the actors that the viewer may know of, and the ties of these."""

    name: str
    year: int | None
    country: str
    challenges: tuple[Challenge, ...]
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]


def read_season(call: Call, given: Nothing) -> SeenSeason:
    """Leave out the actors that the viewer may not see, and their ties.

    To others than the organiser, neither these nor any address is named in actors' own words.
    """
    season = call.season
    actors = list_seen(call.viewer, season.actors)
    ids = {actor.id for actor in actors}
    return SeenSeason(
        name=season.name,
        year=season.year,
        country=season.country,
        challenges=season.challenges,
        actors=actors if sees_all(call.viewer) else _tidy(call, actors),
        ties=tuple(tie for tie in season.ties if {tie.actor_a, tie.actor_b} <= ids),
    )


def _tidy(call: Call, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give actors with what the viewer may hear of their own words."""
    discretion = Discretion.towards(call.viewer, call.season.actors)
    return tuple(
        actor.evolve(
            description=discretion.tidy(actor.description) or ELLIPSIS,
            offers=discretion.tidy(actor.offers),
            seeks=discretion.tidy(actor.seeks),
        )
        for actor in actors
    )


READ_SEASON = UseCase(
    action="season.read",
    input=Nothing,
    run=read_season,
    title=Text(sv="Läs en säsong", en="Read a season"),
    description=Text(
        sv="Visar utmaningarna, och de aktörer och band som den som frågar får se.",
        en="Shows the challenges, and the actors and ties that whoever asks may see.",
    ),
)
