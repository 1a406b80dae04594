"""Ban: the actor is in none of the coalitions that the ban speaks of."""

from collections.abc import Iterable

from matcher.verify.difference import Difference, difference
from matcher.verify.rules.placing import PlacingFormula
from matcher.verify.seats import StatedSeats


def find(seats: StatedSeats) -> Iterable[Difference]:
    """Give the banned actors who are in."""
    for s, slot in enumerate(seats.slots):
        for actor in sorted(set(seats.speaking_of("ban", s)) & set(seats.members[s])):
            yield difference(f"ban of {seats.table.season.actors[actor].id} in {slot.id}", 1, 0)


FORMULA = PlacingFormula(key="ban", position=80, find=find)
