"""Pin: the actor is in exactly one of the challenge's coalitions that the pin speaks of."""

from collections.abc import Iterable

from matcher.verify.difference import Difference, difference
from matcher.verify.rules.placing import PlacingFormula
from matcher.verify.seats import StatedSeats, speaks_of


def find(seats: StatedSeats) -> Iterable[Difference]:
    """Give the pinned actors who are elsewhere; without a challenge a pin holds for each."""
    for rule in seats.fixed:
        if rule.kind != "pin":
            continue
        actor = seats.table.season.actor_index[str(rule.get("actor"))]
        meant: dict[str, list[int]] = {}
        for s, slot in enumerate(seats.slots):
            if speaks_of(rule, slot):
                meant.setdefault(slot.challenge.id, []).append(s)
        for own in meant.values():
            given = sum(actor in seats.members[s] for s in own)
            if given != 1:
                ids = ", ".join(seats.slots[s].id for s in own)
                yield difference(f"pin of {rule.get('actor')} in {ids}", given, 1)


FORMULA = PlacingFormula(key="pin", position=70, find=find)
