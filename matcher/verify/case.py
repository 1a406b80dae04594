"""One grouping of a season under a proposal's settings, ready to be judged."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import Formula
from matcher.verify.criteria.registry import FORMULAS
from matcher.verify.rules.registry import StatedRule, bind_rules
from matcher.verify.seats import StatedSeats, StatedSlot
from matcher.verify.table import Facts
from models.proposals import Settings


@dataclass(frozen=True)
class Unchecked:
    """What installed packages add and the checker has no formula for, by key.

    Its values are taken as they are stated, as far as they agree with themselves.
    """

    criteria: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()

    @property
    def keys(self) -> list[str]:
        """Keys of all of them, sorted."""
        return sorted(self.criteria | self.rules)

    def criteria_in(self, settings: Settings) -> list[str]:
        """Give the criteria that are in use."""
        return sorted(self.criteria & settings.weights.keys())


@dataclass(frozen=True, eq=False)
class Case:
    """Who sits where, what counts, and which rules hold."""

    table: Facts
    settings: Settings
    seats: StatedSeats
    unchecked: Unchecked

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """Formulas of the criteria in use, in order."""
        return tuple(f for key, f in FORMULAS.items() if key in self.settings.weights)

    @cached_property
    def weight(self) -> float:
        """Σ w."""
        return sum(self.settings.weights.values())

    def share(self, key: str) -> float:
        """Give what a criterion counts in T: w / Σ w."""
        return self.settings.weights[key] / self.weight

    @cached_property
    def _rules(self) -> dict[str, tuple[StatedRule, ...]]:
        challenges = {slot.challenge.id: slot.challenge for slot in self.seats.slots}
        return {key: bind_rules(self.table, each) for key, each in challenges.items()}

    def hard_rules(self, slot: StatedSlot) -> list[StatedRule]:
        """Give the rules that a coalition has to keep."""
        return [each for each in self._rules[slot.challenge.id] if each.rule.strength is None]

    def soft_rules(self, slot: StatedSlot) -> list[StatedRule]:
        """Give the rules that take off a coalition's total what they are missed by."""
        return [each for each in self._rules[slot.challenge.id] if each.rule.strength is not None]

    def penalty(self, bound: StatedRule, units: int, n: int) -> float:
        """Give strength · shortfall / asked / Σ w."""
        return (bound.rule.strength or 0.0) * units / bound.held.asked_of(n) / self.weight

    def objective(self, totals: list[float]) -> float:
        """Give F; 0 where no coalition is formed."""
        if not totals:
            return 0.0
        balance = self.settings.balance
        return (1 - balance) * sum(totals) / len(totals) + balance * min(totals)

    def objectives(self, totals: Floats, others: list[float]) -> Floats:
        """Give F for each of many totals of one coalition beside those of the others."""
        balance, count = self.settings.balance, len(others) + 1
        mean = (totals + sum(others)) / count
        worst = np.minimum(totals, min(others, default=np.inf))
        values: Floats = (1 - balance) * mean + balance * worst
        return values


def to_members(members: tuple[int, ...]) -> Ints:
    """Give members as an array."""
    return np.array(members, dtype=np.int64)
