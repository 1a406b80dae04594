"""Which hard rules a grouping breaks, in words."""

from matcher.constraints.size import COST_PER_SEAT, UNFORMED
from matcher.pool import Ints
from matcher.problem import Problem, Slot
from models.scores import Conflict


def find_conflicts(problem: Problem, members: tuple[Ints, ...]) -> tuple[Conflict, ...]:
    """Give one conflict per broken rule and coalition, in their order."""
    found: list[Conflict] = []
    for slot, chosen in zip(problem.slots, members, strict=True):
        found += conflicts_of(problem, slot, chosen)
    return tuple(found)


def conflicts_of(problem: Problem, slot: Slot, chosen: Ints) -> list[Conflict]:
    """Give the rules that one coalition breaks; without members it is not formed."""
    if not len(chosen):
        least = slot.challenge.min_size
        return [
            Conflict(
                rule="size",
                challenge_id=slot.challenge.id,
                coalition=slot.id,
                asked=least,
                given=0,
                cost=COST_PER_SEAT * least,
                text=UNFORMED.format(title=slot.challenge.title, asked=least),
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
                    text=rule.sentence.format(title=slot.challenge.title, asked=asked, given=given),
                )
            )
    return found
