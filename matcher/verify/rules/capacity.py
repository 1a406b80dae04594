"""Capacity: in at most so many coalitions, and in one of a challenge's."""

from collections.abc import Iterable

from matcher.verify.difference import Difference, difference
from matcher.verify.rules.placing import PlacingFormula
from matcher.verify.seats import StatedSeats


def find(seats: StatedSeats) -> Iterable[Difference]:
    """Give whoever is in more coalitions than it can join, or in two of one challenge."""
    homes: dict[int, list[int]] = {}
    for s, members in enumerate(seats.members):
        for actor in members:
            homes.setdefault(actor, []).append(s)
    for actor, taken in sorted(homes.items()):
        own = seats.table.season.actors[actor]
        place = f"{own.id} in {', '.join(seats.slots[s].id for s in taken)}"
        if len(taken) > own.capacity:
            yield difference(f"capacity of {place}", len(taken), own.capacity)
        challenges = [seats.slots[s].challenge.id for s in taken]
        if len(set(challenges)) < len(challenges):
            yield difference(f"siblings of {place}", len(taken), "one of each challenge")


FORMULA = PlacingFormula(key="capacity", position=20, find=find)
