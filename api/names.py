"""Actors, challenges, sectors and languages, as options and requests of people name them."""

from data.reference.languages import NAMES, to_language
from data.reference.sectors import to_sector
from data.reference.spelling import find_nearest
from models.errors import NotFound
from models.seasons import Season
from models.sectors import Sector


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


def find_sector(name: str) -> Sector:
    """Give the sector that a word means.

    Raises
    ------
    NotFound
        `sector_not_found`, with the four.
    """
    sector = to_sector(name)
    if sector is None:
        raise NotFound("sector_not_found", name=name, known=", ".join(Sector))
    return sector


def find_language(season: Season, name: str) -> str:
    """Give a language's code; one that visible actors alone know is as they write it.

    Raises
    ------
    NotFound
        `language_not_found`, with the known codes.
    """
    stated = {language for actor in season.actors if actor.visible for language in actor.languages}
    code = to_language(name) or name.strip().lower()
    if code not in stated | NAMES.keys():
        raise NotFound("language_not_found", name=name, known=", ".join(sorted(NAMES)))
    return code
