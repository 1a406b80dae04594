"""What is lacking where a floor or a size gives way: how many there are, how many needed."""

import numpy as np

from matcher.constraints.kind import Applied
from matcher.constraints.size import SIZE
from matcher.core.arrays import Bools
from matcher.core.problem import Problem, Slot
from models.text import Text

NOTHING = Text(sv="", en="")


def explain_floor(problem: Problem, rule: Applied) -> Text:
    """Say that fewer seats can be filled than the rule asks for over all its coalitions."""
    if rule not in problem.clauses:
        problem.clauses[rule] = _explain_floor(problem, rule)
    return problem.clauses[rule]


def _explain_floor(problem: Problem, rule: Applied) -> Text:
    rows = rule.counts
    if len(rows) != 1 or rows[0].least is None or (rows[0].marks < 0).any():
        return NOTHING
    slots = [slot for slot in problem.slots if _holds(slot, rule)]
    marked = rows[0].marks > 0
    needed = sum(_least(slot, rule) for slot in slots)
    return _compare(problem, slots, marked, needed, _whom(rule))


def explain_unformed(problem: Problem, slot: Slot) -> Text:
    """Say why a coalition is left out: too few may be in it, too few are there, or others hold."""
    if slot not in problem.clauses:
        problem.clauses[slot] = _explain_unformed(problem, slot)
    return problem.clauses[slot]


def _explain_unformed(problem: Problem, slot: Slot) -> Text:
    least = slot.challenge.min_size
    able = int(np.count_nonzero(problem.eligible(slot, by_words=False)))
    if able < least:
        return _FEW_ELIGIBLE.format(able=able, needed=least)
    everyone = np.ones(problem.pool.size, dtype=bool)
    needed = sum(each.challenge.min_size for each in problem.slots)
    clause = _compare(problem, list(problem.slots), everyone, needed, _ANYONE)
    return clause if clause != NOTHING else _SO_OTHERS_HOLD


def _holds(slot: Slot, rule: Applied) -> bool:
    return any((other.rule.kind, other.keys) == (rule.rule.kind, rule.keys) for other in slot.rules)


def _least(slot: Slot, rule: Applied) -> int:
    return max(
        row.least or 0
        for other in slot.rules
        if (other.rule.kind, other.keys) == (rule.rule.kind, rule.keys)
        for row in other.counts
    )


def _whom(rule: Applied) -> Text:
    whom = rule.words.get("whom")
    return whom if isinstance(whom, Text) and rule.rule.kind != SIZE else _ANYONE


def _compare(problem: Problem, slots: list[Slot], marked: Bools, needed: int, whom: Text) -> Text:
    """Give the clause where the marked actors can't take as many seats as are needed."""
    may = np.zeros((len(slots), problem.pool.size), dtype=bool)
    for i, slot in enumerate(slots):
        may[i] = problem.eligible(slot, by_words=False) & marked
    challenges = list(dict.fromkeys(slot.challenge.id for slot in slots))
    open_to = np.zeros(problem.pool.size, dtype=np.int64)
    for challenge in challenges:
        own = [i for i, slot in enumerate(slots) if slot.challenge.id == challenge]
        open_to += may[own].any(axis=0)
    seats = int(np.minimum(open_to, problem.pool.capacity).sum())
    actors = int(np.count_nonzero(open_to))
    if seats >= needed:
        return NOTHING
    clause = _FEW if seats == actors else _FEW_SEATS
    return clause.format(actors=actors, seats=seats, needed=needed, whom=whom)


_ANYONE = Text(sv="aktörer som kan vara med", en="actors who can take part")
_FEW = Text(
    sv="; det finns {actors} {whom} och {needed} behövs",
    en="; there are {actors} {whom} and {needed} are needed",
)
_FEW_SEATS = Text(
    sv="; det finns {actors} {whom}, som kan ta {seats:# plats|# platser}, och {needed} behövs",
    en="; there are {actors} {whom}, who can take {seats:# seat|# seats}, and {needed} are needed",
)
_FEW_ELIGIBLE = Text(
    sv="; det finns {able:# aktör|# aktörer} som får vara med i den och {needed} behövs",
    en="; there {able:is # actor|are # actors} who may be in it and {needed} are needed",
)
_SO_OTHERS_HOLD = Text(
    sv="; då kan de andra reglerna hållas", en="; then the other rules can be kept"
)
