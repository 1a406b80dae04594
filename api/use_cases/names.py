"""Actors, challenges, coalitions, sectors and languages, as people name them."""

from data.reference.appearance import see
from data.reference.languages import NAMES, to_language
from data.reference.sectors import to_sector
from data.reference.spelling import find_nearest
from models.errors import NotFound
from models.scores import CoalitionMembers
from models.seasons import Season
from models.sectors import Sector
from models.viewers import PUBLIC, Viewer, list_seen, may_see


def find_actor(season: Season, name: str, viewer: Viewer, field: str = "actor") -> str:
    """Give the id of an actor by its id, its name, or what looks like either.

    `field` is the way to the name in what was given.

    Raises
    ------
    NotFound
        `actor_not_found` with the nearest spellings, also of an actor that the viewer may not
        see; `actor_ambiguous` with the ids where several have the name.
    """
    index = season.actor_index.get(name)
    if index is not None and may_see(viewer, season.actors[index]):
        return name
    seen = list_seen(viewer, season.actors)
    named = [actor.id for actor in seen if actor.name == name] or [
        actor.id for actor in seen if see(name) in (see(actor.id), see(actor.name))
    ]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotFound("actor_ambiguous", name=name, known=", ".join(named), field=field)
    raise missing_actor(season, name, field)


def list_actors(season: Season, text: str, viewer: Viewer) -> tuple[str, ...]:
    """Give the ids or exact names in a text with commas between.

    Names may have commas of their own: of every part as much as is a name is one. What is
    none stands by itself, up to the next comma.

    Examples
    --------
    With an actor named "Läs, mera", "Läs, mera, a2" gives ("Läs, mera", "a2").
    """
    parts, names = text.split(","), list[str]()
    while parts:
        for taken in range(len(parts), 0, -1):
            name = ",".join(parts[:taken]).strip()
            if taken == 1 or is_actor(season, name, viewer):
                break
        names, parts = [*names, name], parts[taken:]
    return tuple(name for name in names if name)


def split_seat(season: Season, text: str, viewer: Viewer) -> tuple[str, str]:
    """Give an actor's id or exact name, and what stands after the `=` behind it, or nothing.

    A name may have an `=` of its own: as much as is a name is one.
    """
    parts = text.split("=")
    for taken in range(len(parts), 0, -1):
        name = "=".join(parts[:taken]).strip()
        if is_actor(season, name, viewer):
            return name, "=".join(parts[taken:]).strip()
    return parts[0].strip(), "=".join(parts[1:]).strip()


def is_actor(season: Season, name: str, viewer: Viewer) -> bool:
    """Say whether a text is the id or the exact name of an actor that the viewer may see."""
    return any(name in (actor.id, actor.name) for actor in list_seen(viewer, season.actors))


def missing_actor(season: Season, name: str, field: str = "actor") -> NotFound:
    """Give the error of an actor that is not there; it names nobody who is hidden."""
    shown = list_seen(PUBLIC, season.actors)
    known = find_nearest(name, [*(a.id for a in shown), *(a.name for a in shown)])
    return NotFound("actor_not_found", name=name, known=", ".join(known) or "–", field=field)


def find_challenge(season: Season, name: str, field: str = "challenge") -> str:
    """Give the id of a challenge by its id, its title, or what looks like either.

    Raises
    ------
    NotFound
        `challenge_not_found`, with the known ids.
    """
    if name in season.challenge_index:
        return name
    alike = [c.id for c in season.challenges if see(name) in (see(c.id), see(c.title))]
    if len(alike) == 1:
        return alike[0]
    raise missing_challenge(season, name, field)


def missing_challenge(season: Season, name: str, field: str = "challenge") -> NotFound:
    """Give the error of a challenge that is not there."""
    known = find_nearest(name, season.challenge_index) or tuple(season.challenge_index)
    return NotFound("challenge_not_found", name=name, known=", ".join(known), field=field)


def find_sector(name: str) -> Sector:
    """Give the sector that a word means.

    Raises
    ------
    NotFound
        `sector_not_found`, with the four.
    """
    sector = to_sector(name)
    if sector is None:
        raise NotFound("sector_not_found", name=name, known=", ".join(Sector), field="sector")
    return sector


def find_language(season: Season, name: str) -> str:
    """Give a language's code; one that visible actors alone know is as they write it.

    Raises
    ------
    NotFound
        `language_not_found`, with the known codes.
    """
    shown = list_seen(PUBLIC, season.actors)
    stated = {language for actor in shown for language in actor.languages}
    code = to_language(name) or name.strip().lower()
    if code not in stated | NAMES.keys():
        known = ", ".join(sorted(NAMES))
        raise NotFound("language_not_found", name=name, known=known, field="language")
    return code


def choose_coalitions(
    coalitions: tuple[CoalitionMembers, ...], name: str | None
) -> tuple[CoalitionMembers, ...]:
    """Give the coalition that is asked for, or all of them.

    Raises
    ------
    NotFound
        `coalition_not_found`, with the known ones.
    """
    found = tuple(each for each in coalitions if name in (None, each.id))
    if name is not None and not found:
        ids = ", ".join(each.id for each in coalitions)
        raise NotFound("coalition_not_found", name=name, known=ids, field="coalition")
    return found
