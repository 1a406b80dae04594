"""One coalition counted: its scores, its total, and what it breaks or misses, each once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.constraints.size import SIZE
from matcher.core.arrays import Ints
from matcher.core.problem import Problem, Slot
from matcher.explain.conflicts import conflicts_of, penalties_of
from models.canonical import round_number
from models.scores import Conflict, Penalty


@dataclass(frozen=True, eq=False)
class Tally:
    """What follows from the members of one slot alone; counted when first asked for.

    Attributes
    ----------
    members : (n,) int array, sorted
    """

    problem: Problem
    s: int
    members: Ints

    @property
    def slot(self) -> Slot:
        """Give the slot."""
        return self.problem.slots[self.s]

    @cached_property
    def scores(self) -> dict[str, float]:
        """Give the value by each criterion in use; none without members."""
        return self.problem.scores(self.slot, self.members) if len(self.members) else {}

    @cached_property
    def total(self) -> float | None:
        """Give T; None without members."""
        if not len(self.members):
            return None
        missed = [rule.shortfall(self.problem.pool, self.members) for rule in self.slot.soft]
        return self.problem.weigh(self.slot, len(self.members), self.scores, missed)

    @cached_property
    def shortfalls(self) -> tuple[int, ...]:
        """Give the units by which the members miss each hard rule; without any, only the size."""
        rules, pool = self.slot.rules, self.problem.pool
        if not len(self.members):
            least = self.slot.challenge.min_size
            return tuple(least if rule.rule.kind == SIZE else 0 for rule in rules)
        return tuple(rule.shortfall(pool, self.members) for rule in rules)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Give the hard rules that the members break."""
        if not any(self.shortfalls):
            return ()
        return tuple(conflicts_of(self.problem, self.slot, self.members))

    @cached_property
    def penalties(self) -> tuple[Penalty, ...]:
        """Give what soft rules take off the total."""
        if not len(self.members):
            return ()
        return tuple(penalties_of(self.problem, self.slot, self.members))

    @property
    def rounded(self) -> tuple[float, dict[str, float]]:
        """Give the total and the scores as they are published."""
        return round_number(self.total or 0.0), {
            key: round_number(value) for key, value in self.scores.items()
        }

    def without(self, actor: int) -> "Tally":
        """Count the coalition that an actor has left."""
        return Tally(self.problem, self.s, self.members[self.members != actor])

    def joined_by(self, actor: int) -> "Tally":
        """Count the coalition that an actor has joined."""
        at = int(np.searchsorted(self.members, actor))
        joined = np.empty(len(self.members) + 1, dtype=np.int64)
        joined[:at], joined[at], joined[at + 1 :] = self.members[:at], actor, self.members[at:]
        return Tally(self.problem, self.s, joined)

    def worse_than(self, before: "Tally") -> tuple[Conflict, ...]:
        """Give the hard rules that are broken by more than they were, each in its words."""
        pairs = list(zip(self.shortfalls, before.shortfalls, strict=True))
        if not any(now > then for now, then in pairs):
            return ()
        has_grown = [now > then for now, then in pairs if now]
        return tuple(c for c, grew in zip(self.conflicts, has_grown, strict=True) if grew)
