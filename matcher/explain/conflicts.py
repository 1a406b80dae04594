"""Which hard rules a grouping breaks, and what soft ones take off, in words."""

from matcher.constraints.size import SIZE, UNFORMED
from matcher.core.arrays import Ints
from matcher.core.problem import Problem, Slot
from matcher.explain.scarcity import explain_floor, explain_unformed
from models.canonical import round_number
from models.scores import Conflict, Penalty
from models.text import Text


def find_conflicts(problem: Problem, members: tuple[Ints, ...]) -> tuple[Conflict, ...]:
    """Give one conflict per broken rule and coalition, in their order."""
    found: list[Conflict] = []
    for slot, chosen in zip(problem.slots, members, strict=True):
        found += conflicts_of(problem, slot, chosen)
    return tuple(found)


def conflicts_of(problem: Problem, slot: Slot, chosen: Ints) -> list[Conflict]:
    """Give the rules that one coalition breaks; without members it is not formed."""
    title = slot.challenge.title
    if not len(chosen):
        least = slot.challenge.min_size
        size = next(rule for rule in slot.rules if rule.rule.kind == SIZE)
        text = UNFORMED.format(title=title, asked=least)
        return [
            Conflict(
                rule=SIZE,
                challenge_id=slot.challenge.id,
                coalition=slot.id,
                asked=least,
                given=0,
                cost=size.unit_cost * least,
                text=_end(text, explain_unformed(problem, slot)),
            )
        ]
    found = []
    for rule in slot.rules:
        units = rule.shortfall(problem.pool, chosen)
        if units:
            asked, given = rule.judge(chosen)
            found.append(
                Conflict(
                    rule=rule.rule.kind,
                    keys=rule.keys,
                    challenge_id=slot.challenge.id,
                    coalition=slot.id,
                    asked=asked,
                    given=given,
                    cost=rule.unit_cost * units,
                    text=_end(rule.describe(title, chosen), explain_floor(problem, rule)),
                )
            )
    return found


def penalties_of(problem: Problem, slot: Slot, chosen: Ints) -> list[Penalty]:
    """Give what each soft rule that a coalition misses takes off its total."""
    found = []
    for rule in slot.soft:
        units = rule.shortfall(problem.pool, chosen)
        if units:
            asked = rule.asked_of(len(chosen))
            found.append(
                Penalty(
                    rule=rule.rule.kind,
                    keys=rule.keys,
                    asked=asked,
                    given=asked - units,
                    value=round_number(problem.price(rule, len(chosen)) * units),
                )
            )
    return found


def _end(sentence: Text, clause: Text) -> Text:
    return Text(sv=f"{sentence.sv}{clause.sv}.", en=f"{sentence.en}{clause.en}.")
