"""A core of a conflict: rules that can't all hold, while any of them could be left out."""

import math
from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from matcher.constraints.kind import Applied
from matcher.core.problem import Problem
from matcher.optimise.budgets import Budget
from matcher.optimise.settle import can_hold
from models.checks import CoreRule
from models.errors import NoSolution
from models.text import Text

Stated = tuple[str, int]
"""A challenge's id and the place of the rule among those of its coalitions."""


def find_core(problem: Problem, budget: Budget, until: float = math.inf) -> tuple[CoreRule, ...]:
    """Find a core, all coalitions being formed; empty where there is none or it takes too long.

    Parameters
    ----------
    budget : Budget
        Work that may be spent.
    until : float
        Monotonic clock's time of the safety stop.

    References
    ----------
    Junker, U. (2004), QuickXplain: preferred explanations and relaxations for
    over-constrained problems.
    """
    held = {slot.challenge.id: slot for slot in problem.slots}
    every = [(key, r) for key, slot in held.items() for r in range(len(slot.rules))]
    try:
        for with_contacts in (False, True):
            search = _Search(problem, with_contacts, until, budget)
            if not search.can_hold(every):
                core = search.divide([], [], every)
                return tuple(
                    _describe(problem, held[key].rules[r], key)
                    for key, r in sorted(core, key=every.index)
                )
    except NoSolution:
        pass
    return ()


class _Search:
    def __init__(self, problem: Problem, with_contacts: bool, until: float, budget: Budget) -> None:
        self.problem, self.with_contacts = problem, with_contacts
        self.until, self.budget = until, budget

    def can_hold(self, stated: Sequence[Stated]) -> bool:
        """Say whether these rules alone can hold."""
        if monotonic() > self.until:
            raise NoSolution("out_of_time")
        kept = set(stated)
        slots = tuple(
            replace(
                slot,
                rules=tuple(
                    rule for r, rule in enumerate(slot.rules) if (slot.challenge.id, r) in kept
                ),
            )
            for slot in self.problem.slots
        )
        part = replace(self.problem, slots=slots)
        return can_hold(
            part, with_contacts=self.with_contacts, until=self.until, budget=self.budget
        )

    def divide(
        self, background: list[Stated], fresh: list[Stated], rules: list[Stated]
    ) -> list[Stated]:
        """Give the rules that a core needs beside a background; `fresh` are new in it."""
        if fresh and not self.can_hold(background):
            return []
        if len(rules) == 1:
            return rules
        one, other = rules[: len(rules) // 2], rules[len(rules) // 2 :]
        second = self.divide(background + one, one, other)
        first = self.divide(background + second, second, one)
        return first + second


def _describe(problem: Problem, rule: Applied, challenge_id: str) -> CoreRule:
    season = problem.pool.season
    title = season.challenges[season.challenge_index[challenge_id]].title
    return CoreRule(
        rule=rule.rule.kind,
        keys=rule.keys,
        challenge_id=challenge_id,
        text=_SENTENCE.format(title=title, asks=rule.asks),
    )


_SENTENCE = Text(sv="{title}: {asks}.", en="{title}: {asks}.")
