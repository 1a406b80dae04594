"""Viewers, and the one policy of what each may see of a season's actors.

An actor that chose not to be visible is named, and its words are told, to the organiser of
its season, to the system and to itself; to nobody else. How to reach an actor is told to
nobody: the addresses in free texts are left out for all but these, too. What `SeenActor`
lacks is between an actor and the organiser: its coordinates, wishes, capacity, group and
days, how often it was passed over, and the columns that are the organiser's own.
"""

from collections.abc import Iterable
from enum import StrEnum

from models.actors import Actor
from models.frozen import Frozen
from models.sectors import Sector


class Role(StrEnum):
    """As what somebody looks at a season."""

    ORGANISER = "organiser"
    MEMBER = "member"
    PUBLIC = "public"
    SYSTEM = "system"


class Viewer(Frozen):
    """Who looks.

    Attributes
    ----------
    role : Role
    actors : frozenset of str
        Ids of the viewer's own actors; only a member has any.
    """

    role: Role
    actors: frozenset[str] = frozenset()


class SeenActor(Frozen):
    """What any viewer who may know of an actor may know of it.

    Attributes
    ----------
    whole : Actor or None
        The actor as it was written, to those who see everything.
    """

    id: str
    name: str
    sector: Sector
    place: str
    municipality: str
    county: str
    country: str
    description: str
    offers: str
    seeks: str
    languages: tuple[str, ...]
    whole: Actor | None = None


ORGANISER = Viewer(role=Role.ORGANISER)
PUBLIC = Viewer(role=Role.PUBLIC)
SYSTEM = Viewer(role=Role.SYSTEM)


def member_of(*actors: str) -> Viewer:
    """Give somebody of the organisations that these actors are.

    Examples
    --------
    >>> member_of("a1").actors
    frozenset({'a1'})
    """
    return Viewer(role=Role.MEMBER, actors=frozenset(actors))


def sees_all(viewer: Viewer) -> bool:
    """Say whether a viewer sees everything of the season, as it was written."""
    return viewer.role in (Role.ORGANISER, Role.SYSTEM)


def is_own(viewer: Viewer, actor: Actor) -> bool:
    """Say whether a viewer looks at itself."""
    return viewer.role is Role.MEMBER and actor.id in viewer.actors


def may_see(viewer: Viewer, actor: Actor) -> bool:
    """Say whether a viewer may know of an actor: its name, its place and its words."""
    return actor.visible or sees_all(viewer) or is_own(viewer, actor)


def is_hidden(actor: Actor) -> bool:
    """Say whether an actor is hidden from others."""
    return not may_see(PUBLIC, actor)


def list_seen(viewer: Viewer, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give the actors that a viewer may know of, in their order."""
    return tuple(actor for actor in actors if may_see(viewer, actor))


def list_hidden(viewer: Viewer, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give the actors that a viewer may not know of, in their order."""
    return tuple(actor for actor in actors if not may_see(viewer, actor))
