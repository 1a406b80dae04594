"""The hard rules that members break: exactly these are a proposal's conflicts."""

from collections.abc import Iterable, Iterator

from matcher.verify.case import Case
from matcher.verify.difference import Difference, compare_values, difference
from models.scores import Conflict

Told = tuple[str, dict[str, object], str, str, int, int, int]


def check_conflicts(case: Case, stated: Iterable[Conflict]) -> list[Difference]:
    """Compare the stated conflicts with those that the members cause."""
    found, given = list[Difference](), list[Told]()
    for i, own in enumerate(stated):
        told = own.rule, own.keys, own.challenge_id, own.coalition, own.asked, own.given, own.cost
        if own.rule not in case.unchecked.rules:
            given.append(told)
        elif own.cost <= 0 or own.coalition not in [slot.id for slot in case.seats.slots]:
            found.append(difference(f"conflicts.{i}", told, "a cost in a coalition"))
    return [*found, *compare_values("conflicts", given, list(_find(case)))]


def _find(case: Case) -> Iterator[Told]:
    """Give one conflict per broken rule and coalition, in their order."""
    for slot, members in zip(case.seats.slots, case.seats.members, strict=True):
        challenge = slot.challenge
        if not members:
            least = challenge.min_size
            yield "size", {}, challenge.id, slot.id, least, 0, 2 * least
            continue
        for bound in case.hard_rules(slot):
            units = bound.held.missed(members)
            if units:
                asked, given = bound.held.told(members)
                cost = bound.formula.unit_cost * units
                yield bound.rule.kind, bound.held.keys, challenge.id, slot.id, asked, given, cost
