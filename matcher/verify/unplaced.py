"""Who has no place, and the code of the reason why."""

from collections.abc import Iterator, Mapping

import numpy as np

from matcher.verify.case import Case
from matcher.verify.difference import Difference, compare_values, difference
from matcher.verify.replacements import Replacements
from models.proposals import Unplaced

NO_CAPACITY = "unplaced_no_capacity"
BANNED = "unplaced_banned"
OUTSIDE = "unplaced_outside"
OTHERS_FIT = "unplaced_others_fit"
RULES = "unplaced_rules"


def check_unplaced(
    case: Case, stated: tuple[Unplaced, ...], found: Mapping[int, Replacements]
) -> Iterator[Difference]:
    """Compare who is unplaced, and with which code."""
    actors = case.table.season.actors
    left = [a for a in range(len(actors)) if not case.seats.load[a]]
    names = [actors[a].id for a in left]
    yield from compare_values("unplaced", [each.actor_id for each in stated], names)
    if [each.actor_id for each in stated] != names:
        return
    able, may_be = (np.zeros(case.table.size, dtype=bool) for _ in range(2))
    for each in found.values():
        able |= each.able.any(axis=0)
        may_be |= each.may_be_able.any(axis=0)
    outside = [_outside(case, s) for s in range(len(case.seats.slots))]
    closed = [set(case.seats.speaking_of("ban", s)) for s in range(len(case.seats.slots))]
    for u, (a, unplaced) in enumerate(zip(left, stated, strict=True)):
        open_to = [s for s, banned in enumerate(closed) if a not in banned]
        if actors[a].capacity < 1:
            codes = [NO_CAPACITY]
        elif not open_to:
            codes = [BANNED]
        elif all(outside[s][a] for s in open_to):
            codes = [OUTSIDE]
        elif able[a] or not may_be[a]:
            codes = [OTHERS_FIT if able[a] else RULES]
        else:
            codes = [OTHERS_FIT, RULES]
        if unplaced.reason.code not in codes:
            yield difference(f"unplaced.{u}.reason.code", unplaced.reason.code, " or ".join(codes))


def _outside(case: Case, s: int) -> list[bool]:
    """Say whom a radius that has to be kept leaves out of a coalition: (A,)."""
    radii = [b for b in case.hard_rules(case.seats.slots[s]) if b.rule.kind == "regional_radius"]
    return [any(b.held.missed([a]) for b in radii) for a in range(case.table.size)]
