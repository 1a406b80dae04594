"""Why an actor got no place."""

import numpy as np

from matcher.constraints.kind import Applied
from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem
from matcher.explain.reserves import least_loss, losses
from models.messages import say
from models.numbers import decimal
from models.proposals import Unplaced, UnplacedReason


def explain_unplaced(problem: Problem, members: tuple[Ints, ...]) -> tuple[Unplaced, ...]:
    """Give the reason of every actor without a place, in order of id."""
    placed = {int(a) for chosen in members for a in chosen}
    tables = {s: losses(problem, members, s) for s, chosen in enumerate(members) if len(chosen)}
    return tuple(
        Unplaced(actor_id=actor.id, reason=_reason(problem, members, tables, a))
        for a, actor in enumerate(problem.pool.season.actors)
        if a not in placed
    )


def _reason(
    problem: Problem, members: tuple[Ints, ...], tables: dict[int, Floats], a: int
) -> UnplacedReason:
    if problem.pool.capacity[a] < 1:
        return _say("unplaced_no_capacity")
    open_to = [slot for slot in problem.slots if slot.allowed[a]]
    if not open_to:
        return _say("unplaced_banned")
    if all(_is_outside(slot.rules, a) for slot in open_to):
        return _say("unplaced_outside")
    nearest: tuple[float, int] | None = None
    for s, table in tables.items():
        below = np.inf if nearest is None else nearest[0]
        loss = least_loss(problem, members, s, a, table, below)
        if loss is not None:
            nearest = (loss, s)
    if nearest is None:
        return _say("unplaced_rules")
    title = problem.slots[nearest[1]].challenge.title
    return _say("unplaced_others_fit", challenge=title, loss=decimal(max(0.0, nearest[0]), 4))


def _is_outside(rules: tuple[Applied, ...], a: int) -> bool:
    """Say whether a slot's radius leaves the actor out."""
    return any(
        rule.rule.kind == "regional_radius" and any(row.marks[a] > 0 for row in rule.counts)
        for rule in rules
    )


def _say(code: str, **params: object) -> UnplacedReason:
    return UnplacedReason.of(code, say(code, **params))
