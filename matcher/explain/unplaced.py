"""Why an actor got no place."""

import numpy as np

from matcher.constraints.kind import Applied
from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem, Slot
from matcher.explain.blocking import Blocking, join_blocking
from matcher.explain.reserves import least_loss, losses
from models.messages import say
from models.numbers import decimal
from models.proposals import Unplaced, UnplacedReason
from models.text import Text
from models.wording import join_texts


def explain_unplaced(problem: Problem, members: tuple[Ints, ...]) -> tuple[Unplaced, ...]:
    """Give the reason of every actor without a place, in order of id."""
    placed = {int(a) for chosen in members for a in chosen}
    left = np.setdiff1d(np.arange(problem.pool.size), sorted(placed))
    blocking = {
        s: Blocking(problem, members, s, left) for s, chosen in enumerate(members) if len(chosen)
    }
    tables = {s: losses(problem, members, s) for s, chosen in enumerate(members) if len(chosen)}
    return tuple(
        Unplaced(actor_id=actor.id, reason=_reason(problem, members, tables, blocking, a))
        for a, actor in enumerate(problem.pool.season.actors)
        if a not in placed
    )


def _reason(
    problem: Problem,
    members: tuple[Ints, ...],
    tables: dict[int, Floats],
    blocking: dict[int, Blocking],
    a: int,
) -> UnplacedReason:
    if problem.pool.capacity[a] < 1:
        return _say("unplaced_no_capacity")
    open_to = [slot for slot in problem.slots if slot.allowed[a]]
    if not open_to:
        return _say("unplaced_banned")
    if all(_is_outside(slot.rules, a) for slot in open_to):
        named = {s: _say_closed(slot, members[s], a) for s, slot in enumerate(problem.slots)}
        return _say("unplaced_outside", rules=join_blocking(problem, named))
    nearest: tuple[float, int] | None = None
    for s, table in tables.items():
        below = np.inf if nearest is None else nearest[0]
        least = least_loss(problem, members, s, a, table, below)
        if least is not None:
            nearest = (least.loss, s)
    named = {}
    for s, slot in enumerate(problem.slots):
        if not slot.allowed[a]:
            named[s] = (say("blocked_by_ban"),)
        elif nearest is not None:
            named[s] = blocking[s].name_in_the_way(a, tables[s]) if s in blocking else ()
        else:
            named[s] = blocking[s].name(a) if s in blocking else (say("blocked_unformed"),)
    rules = join_blocking(problem, named)
    if nearest is None:
        text = say("unplaced_rules") if rules is None else say("blocked_by_rules", rules=rules)
        return UnplacedReason.of("unplaced_rules", text)
    title = problem.slots[nearest[1]].challenge.title
    code, loss = "unplaced_others_fit", decimal(max(0.0, nearest[0]), 4)
    text = say(code, challenge=title, loss=loss)
    if rules is not None:
        text = join_texts((text, say("blocked_by_rules_too", rules=rules)), " ")
    return UnplacedReason.of(code, text)


def _is_outside(rules: tuple[Applied, ...], a: int) -> bool:
    """Say whether a slot's radius leaves the actor out."""
    return any(any(row.marks[a] > 0 for row in rule.counts) for rule in _radii(rules))


def _radii(rules: tuple[Applied, ...]) -> list[Applied]:
    return [rule for rule in rules if rule.rule.kind == "regional_radius"]


def _say_closed(slot: Slot, members: Ints, a: int) -> tuple[Text, ...]:
    """Say of a slot what closes it to an actor: a ban, or its radius."""
    if not slot.allowed[a]:
        return (say("blocked_by_ban"),)
    return tuple(rule.keep_out(members, a) for rule in _radii(slot.rules))


def _say(code: str, **params: object) -> UnplacedReason:
    return UnplacedReason.of(code, say(code, **params))
