"""What it would mean to move an actor to each coalition, or to let it take a seat there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.placement import Place, Placement
from matcher.core.problem import Problem
from matcher.explain.misplacements import (
    Misplaced,
    key_of,
    measure,
    misplaced_as,
    to_conflict,
    unpinned,
)
from matcher.explain.tally import Tally
from models.boards import BestSwap, BoardHint
from models.canonical import round_number
from models.scores import Conflict

TIE_DECIMALS = 9
"""Gains that agree so far are equal; then the first member in order of id stands."""


@dataclass(frozen=True, eq=False)
class Hints:
    """Weighs the moves of one actor from one place to every slot.

    Attributes
    ----------
    tallies : sequence of Tally
        By slot, of the coalitions as they are.
    source : int or None
        The slot that the actor would leave; None where it comes from the pool.
    """

    problem: Problem
    placement: Placement
    tallies: Sequence[Tally]
    actor: int
    source: Place

    def find(self) -> tuple[BoardHint, ...]:
        """Give one hint for every slot, in their order."""
        return tuple(self._hint(s) for s in range(len(self.tallies)))

    def _hint(self, s: int) -> BoardHint:
        slot = self.problem.slots[s]
        if s in self.placement.seats.get(self.actor, ()):
            return BoardHint(coalition=slot.id, gain=0.0)
        after = {s: self.tallies[s].joined_by(self.actor)}
        if self._left is not None:
            after[self._left.s] = self._left
        return BoardHint(
            coalition=slot.id,
            gain=round_number(self._objective(after) - self._now),
            breaks=self._breaks(after, {self.actor: (self.source, s)}),
            best_swap=self._best_swap(s),
        )

    @cached_property
    def _totals(self) -> list[float | None]:
        return [tally.total for tally in self.tallies]

    @cached_property
    def _now(self) -> float:
        return self._objective({})

    @cached_property
    def _left(self) -> Tally | None:
        """Give the coalition that the actor would leave, without it."""
        return None if self.source is None else self.tallies[self.source].without(self.actor)

    def _objective(self, after: dict[int, Tally]) -> float:
        """Give F with some coalitions as they would be."""
        totals = [after[s].total if s in after else total for s, total in enumerate(self._totals)]
        return self.problem.objective([total for total in totals if total is not None])

    def _breaks(
        self, after: dict[int, Tally], moved: dict[int, tuple[Place, Place]]
    ) -> tuple[Conflict, ...]:
        """Give what would be broken, or broken by more, that is not now."""
        worse = [c for s in sorted(after) for c in after[s].worse_than(self.tallies[s])]
        for actor, (left, joined) in moved.items():
            seats = self.placement.seats.get(actor, ())
            others = [s for s in seats if s != left]
            then = tuple(sorted(others if joined is None else [*others, joined]))
            worse += self._misplaced(actor, seats, then)
        return tuple(worse)

    def _misplaced(
        self, actor: int, before: tuple[int, ...], after: tuple[int, ...]
    ) -> list[Conflict]:
        """Give what other seats would break of capacities, siblings, bans and pins."""
        now = measure(self.problem, self._places(actor, before))
        return [
            to_conflict(self.problem, s, item)
            for item in self._places(actor, after)
            if item.excess > now[key_of(self.problem, item)]
            for s in item.slots[-1:]
        ]

    def _places(self, actor: int, seats: tuple[int, ...]) -> list[Misplaced]:
        found = list(misplaced_as(self.problem, actor, seats))
        found += [
            Misplaced("ban", actor, (s,), 0, 1) for s in seats if self.placement.is_banned(actor, s)
        ]
        for pin in self.problem.pins:
            if pin[0] == actor:
                found += unpinned(pin, seats)
        return found

    def _can_take(self, actor: int, s: Place) -> bool:
        """Say whether a board would let an actor into a place."""
        if s is None:
            return True
        is_there = s in self.placement.seats.get(actor, ())
        is_banned = self.placement.is_banned(actor, s) or not self.problem.slots[s].allowed[actor]
        return not is_there and not is_banned

    def _best_swap(self, s: int) -> BestSwap | None:
        """Give the member whose place gains most."""
        if not self._can_take(self.actor, s):
            return None
        members = self.tallies[s].members
        able = [
            i
            for i, member in enumerate(members.tolist())
            if self._can_take(member, self.source) and not self.placement.is_locked(member, s)
        ]
        if not able:
            return None
        gains = self._gains_of_swaps(s)[able]
        i = able[int(np.argmax(np.round(gains, TIE_DECIMALS)))]
        member = int(members[i])
        after = {s: self.tallies[s].without(member).joined_by(self.actor)}
        if self._left is not None:
            after[self._left.s] = self._left.joined_by(member)
        moved = {self.actor: (self.source, s), member: (s, self.source)}
        return BestSwap(
            actor=self.problem.pool.season.actors[member].id,
            gain=round_number(float(gains.max())),
            breaks=self._breaks(after, moved),
        )

    def _gains_of_swaps(self, s: int) -> Floats:
        """Give the change of F when the actor takes each member's seat, and it the actor's."""
        members = self.tallies[s].members
        comer = np.array([self.actor], dtype=np.int64)
        there: Floats = self.problem.replaced(self.problem.slots[s], members, comer)[:, 0]
        changed = {s: there}
        if self.source is not None:
            changed[self.source] = self._taken[members]
        return self._objectives(changed) - self._now

    @cached_property
    def _taken(self) -> Floats:
        """Give T of the left coalition when each other's member takes the actor's seat: (A,)."""
        assert self.source is not None
        slot, members = self.problem.slots[self.source], self.tallies[self.source].members
        seated: Ints = np.unique(np.concatenate([tally.members for tally in self.tallies]))
        row = int(np.searchsorted(members, self.actor))
        values = np.zeros(self.problem.pool.size)
        values[seated] = self.problem.replaced(slot, members, seated)[row]
        return values

    def _objectives(self, changed: dict[int, Floats]) -> Floats:
        """Give F for each of several totals of some formed coalitions."""
        others = [
            total for s, total in enumerate(self._totals) if total is not None and s not in changed
        ]
        totals = np.array(list(changed.values()))
        mean = (totals.sum(axis=0) + sum(others)) / (len(others) + len(changed))
        worst = np.minimum(totals.min(axis=0), min(others, default=np.inf))
        values: Floats = (1 - self.problem.balance) * mean + self.problem.balance * worst
        return values
