"""The pictures' facts as rows: for whoever can't see them, or wants to copy them."""

from dataclasses import dataclass

from api.show.pairs import MemberPairs
from models.actors import Actor
from models.wording import alphabetical


@dataclass(frozen=True)
class TownRow:
    """A town on the map, with its members."""

    name: str
    area: str
    members: tuple[Actor, ...]


@dataclass(frozen=True)
class EncounterRow:
    """A member of the network: whom it knows already, and how many it will meet."""

    actor: Actor
    knows: tuple[Actor, ...]
    meets: int


def town_rows(members: tuple[Actor, ...], areas: list[str]) -> tuple[TownRow, ...]:
    """Give the towns, those with most members first, then by name."""
    towns: dict[tuple[str, str], list[Actor]] = {}
    for actor, area in zip(members, areas, strict=True):
        towns.setdefault((actor.place.name, area), []).append(actor)
    rows = [TownRow(name, area, tuple(own)) for (name, area), own in towns.items()]
    return tuple(
        sorted(
            rows,
            key=lambda row: (-len(row.members), alphabetical(row.name), alphabetical(row.area)),
        )
    )


def contact_rows(members: tuple[Actor, ...], pairs: MemberPairs) -> tuple[EncounterRow, ...]:
    """Give the members in the picture's order."""
    known: list[list[Actor]] = [[] for _ in members]
    meets = [0] * len(members)
    for i, j in pairs.old:
        known[i].append(members[j])
        known[j].append(members[i])
    for i, j in pairs.new:
        meets[i] += 1
        meets[j] += 1
    return tuple(EncounterRow(actor, tuple(known[i]), meets[i]) for i, actor in enumerate(members))
