"""What a steered proposal promises: few changes, alternatives that are clearly different."""

from collections import Counter
from collections.abc import Iterator, Sequence

from matcher.verify.difference import ROUNDING, Difference, difference
from matcher.verify.seats import StatedSeats
from models.proposals import Certificate, Keep

APART = 3
"""Members that any two alternatives differ by, at least."""


def check_changes(keep: Keep | None, seats: StatedSeats) -> Iterator[Difference]:
    """Hold the seats that changed hands against how many may."""
    if keep is None:
        return
    changes = _count_changes(keep, seats)
    if keep.max_changes is None or changes > keep.max_changes:
        yield difference("settings.keep.max_changes", keep.max_changes, changes)


def leaves_a_change(keep: Keep | None, seats: StatedSeats) -> bool:
    """Say whether one more seat may change hands, whichever it is."""
    if keep is None:
        return True
    return keep.max_changes is not None and _count_changes(keep, seats) < keep.max_changes


def _count_changes(keep: Keep, seats: StatedSeats) -> int:
    """Count the seats that changed hands: per coalition, the more of who left and who came."""
    index = seats.table.season.actor_index
    before = {each.id: {index[actor] for actor in each.members} for each in keep.coalitions}
    changes = 0
    for slot, members in zip(seats.slots, seats.members, strict=True):
        left, came = (
            before.get(slot.id, set()) - set(members),
            set(members) - before.get(slot.id, set()),
        )
        changes += max(len(left), len(came))
    return changes


def check_apart(groupings: Sequence[StatedSeats]) -> Iterator[Difference]:
    """Check that every alternative has the proposal's sizes, and is far from all before it."""
    for i, own in enumerate(groupings[1:]):
        place = f"alternatives.{i}.coalitions"
        if own.sizes != groupings[0].sizes:
            yield difference(place, own.sizes, groupings[0].sizes)
        for before in groupings[: i + 1]:
            apart = (_homes(own) - _homes(before)).total()
            if apart < APART:
                yield difference(place, f"{apart} apart", f"at least {APART}")


def check_bounds(certificates: Sequence[Certificate]) -> Iterator[Difference]:
    """Hold every bound against the alternatives after it, which it speaks of, too."""
    for i, before in enumerate(certificates):
        place = "certificate.bound" if i == 0 else f"alternatives.{i - 1}.certificate.bound"
        best = max((own.objective for own in certificates[i + 1 :]), default=before.bound)
        if best > before.bound + ROUNDING:
            yield difference(place, before.bound, f"at least {best}")


def _homes(seats: StatedSeats) -> Counter[tuple[str, int]]:
    """Give who is with which challenge; coalitions of one challenge count as one."""
    return Counter(
        (slot.challenge.id, actor)
        for slot, members in zip(seats.slots, seats.members, strict=True)
        for actor in members
    )
