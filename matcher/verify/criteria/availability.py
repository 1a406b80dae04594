"""Availability: mean, over the four best slots, of the share of members who can come."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import (
    NOTHING_TO_JUDGE,
    Formula,
    Range,
    known,
    same_everywhere,
)
from matcher.verify.table import Facts, can_come
from models.actors import Actor
from models.challenges import Challenge

SLOTS = 4


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean share over the best slots."""
    actors = [table.season.actors[own] for own in members]
    best = _best(table.slots, actors)
    if not best:
        return Range.of(NOTHING_TO_JUDGE)
    shares = [sum(can_come(actor, slot) for actor in actors) / len(actors) for slot in best]
    return Range.of(sum(shares) / len(best))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each member's share of the best slots."""
    actors = [table.season.actors[own] for own in members]
    best = _best(table.slots, actors)
    if not best:
        return known([NOTHING_TO_JUDGE] * len(members))
    return known([sum(can_come(actor, slot) for slot in best) / len(best) for actor in actors])


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean share with each actor in each seat: the best slots are chosen anew."""
    slots, n = table.slots, len(members)
    if not slots:
        return same_everywhere(table, members, NOTHING_TO_JUDGE)
    kinds, kind = table.comers
    comes, counted = kinds[kind], min(SLOTS, len(slots))
    means = np.empty((n, table.size))
    for i in range(n):
        counts = np.sort(comes[np.delete(members, i)].sum(axis=0) + kinds, axis=1)
        means[i] = (counts[:, -counted:].sum(axis=1) / (counted * n))[kind]
    return means


def _best(slots: list[str], actors: Sequence[Actor]) -> list[str]:
    """Give the slots that most can come to, equals in their order."""
    counts = {slot: sum(can_come(actor, slot) for actor in actors) for slot in slots}
    return sorted(slots, key=lambda slot: -counts[slot])[:SLOTS]


FORMULA = Formula(
    key="availability",
    position=90,
    has_data=lambda season: any(actor.available for actor in season.actors),
    score=score,
    parts=parts,
    after=after,
)
