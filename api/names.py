"""Actors by id or by exact name, as options and requests of people name them."""

from data.reference.spelling import find_nearest
from models.errors import NotFound
from models.seasons import Season


def find_actor(season: Season, name: str) -> str:
    """Give the id of an actor.

    Raises
    ------
    NotFound
        `actor_not_found` with the nearest spellings, or `actor_ambiguous` with the ids
        where several have the name.
    """
    if name in season.actor_index:
        return name
    named = [actor.id for actor in season.actors if actor.name == name]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotFound("actor_ambiguous", name=name, known=", ".join(named))
    shown = [actor for actor in season.actors if actor.visible]
    known = find_nearest(name, [*(a.id for a in shown), *(a.name for a in shown)])
    raise NotFound("actor_not_found", name=name, known=", ".join(known) or "–")


def find_challenge(season: Season, name: str) -> str:
    """Give the id of a challenge.

    Raises
    ------
    NotFound
        `challenge_not_found`, with the known ids.
    """
    if name in season.challenge_index:
        return name
    known = find_nearest(name, season.challenge_index) or tuple(season.challenge_index)
    raise NotFound("challenge_not_found", name=name, known=", ".join(known))
