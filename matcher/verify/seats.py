"""The coalitions that a season can form, and who sits in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.difference import Difference, difference
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.proposals import Coalition
from models.rules import Rule
from models.seasons import Season


@dataclass(frozen=True)
class StatedSlot:
    """One coalition to be formed, under its id `challenge/number`."""

    id: str
    challenge: Challenge


@dataclass(frozen=True, eq=False)
class StatedSeats:
    """Who sits where.

    Attributes
    ----------
    slots : tuple of StatedSlot
        In order of challenge and number.
    members : tuple of tuple of int
        By slot, in order of id; empty where the coalition is not formed.
    fixed : tuple of Rule
        The pins and bans that hold.
    """

    table: Facts
    slots: tuple[StatedSlot, ...]
    members: tuple[tuple[int, ...], ...]
    fixed: tuple[Rule, ...]

    @property
    def formed(self) -> list[int]:
        """Places of the coalitions that are formed."""
        return [s for s, members in enumerate(self.members) if members]

    @property
    def sizes(self) -> list[int]:
        """Members of each coalition."""
        return [len(members) for members in self.members]

    @cached_property
    def load(self) -> Ints:
        """In how many coalitions each actor is: (A,)."""
        taken = [actor for members in self.members for actor in members]
        return np.bincount(taken, minlength=self.table.size)

    def siblings_of(self, s: int) -> list[int]:
        """Give the coalitions of a coalition's challenge, itself among them."""
        own = self.slots[s].challenge.id
        return [t for t, slot in enumerate(self.slots) if slot.challenge.id == own]

    def speaking_of(self, kind: str, s: int) -> Iterable[int]:
        """Give the actors of the pins or bans that speak of a coalition."""
        for rule in self.fixed:
            if rule.kind == kind and speaks_of(rule, self.slots[s]):
                yield self.table.season.actor_index[str(rule.get("actor"))]


def speaks_of(rule: Rule, slot: StatedSlot) -> bool:
    """Say whether a pin or a ban is about a coalition."""
    return rule.challenge in (None, slot.challenge.id) and rule.coalition in (None, slot.id)


def slots_of(season: Season, challenge: str | None = None) -> tuple[StatedSlot, ...]:
    """Give the coalitions of a season, or of one of its challenges."""
    return tuple(
        StatedSlot(f"{each.id}/{n}", each)
        for each in season.challenges
        if challenge in (None, each.id)
        for n in range(1, each.coalitions + 1)
    )


def seat(
    table: Facts,
    slots: tuple[StatedSlot, ...],
    coalitions: Iterable[Coalition],
    fixed: tuple[Rule, ...],
) -> tuple[StatedSeats, list[Difference]]:
    """Give the stated members by slot, and what of them fits no slot."""
    index = table.season.actor_index
    homes = {slot.id: s for s, slot in enumerate(slots)}
    members: list[tuple[int, ...]] = [() for _ in slots]
    found, last = [], -1
    for c, coalition in enumerate(coalitions):
        place, own = f"coalitions.{c}", [index[member.actor_id] for member in coalition.members]
        s = homes.get(coalition.id)
        if s is None or slots[s].challenge.id != coalition.challenge_id:
            found.append(difference(f"{place}.id", coalition.id, list(homes)))
            continue
        if s <= last:
            found.append(difference(f"{place}.id", coalition.id, "in order, each once"))
        if not own or own != sorted(set(own)):
            found.append(difference(f"{place}.members", "empty, twice or unordered", coalition.id))
        members[s], last = tuple(own), s
    return StatedSeats(table, slots, tuple(members), fixed), found
