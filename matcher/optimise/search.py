"""Improvement by exchange: steepest descent over single replacements and swaps.

The neighbourhoods are an actor of the waiting list (or with room left) for a member, and
a member of one coalition for a member of another. All moves of a coalition are priced in
one vectorised pass (the exchange neighbourhood of maximally diverse grouping), and only
the coalitions that changed are priced anew.
"""

from dataclasses import dataclass

import numpy as np

from matcher.constraints.size import SIZE
from matcher.optimise.seats import Seats
from matcher.pool import Bools, Floats, Ints
from matcher.problem import Problem

LEAST_GAIN = 1e-10
MISSING_CONTACT = 10.0
"""Price of a missing contact in units of F: no gain is worth one."""
FORBIDDEN = -1e9
"""Worth of a move that may not be made."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """Members of every slot with their worth.

    Attributes
    ----------
    members : tuple of (n,) int arrays
        Sorted, by slot; empty where the coalition is not formed.
    missing : int
        New contacts missing beyond what was given up.
    """

    members: tuple[Ints, ...]
    objective: float
    missing: int


def evaluate(problem: Problem, seats: Seats, members: tuple[Ints, ...]) -> Grouping:
    """Score a grouping from scratch."""
    totals, missing = [], 0
    for s, chosen in enumerate(members):
        if len(chosen):
            totals.append(problem.total(problem.slots[s], chosen))
            missing += _missing(problem, seats, s, chosen)
    return Grouping(
        tuple(np.sort(chosen) for chosen in members), problem.objective(totals), missing
    )


def improve(problem: Problem, seats: Seats, start: tuple[Ints, ...], sweeps: int) -> Grouping:
    """Descend from a filling that keeps every counted row.

    Parameters
    ----------
    sweeps : int
        Moves that may be made.
    """
    state = _State(problem, seats, start)
    for _ in range(sweeps):
        if not state.step():
            break
    return evaluate(problem, seats, tuple(state.members))


class _State:
    def __init__(self, problem: Problem, seats: Seats, start: tuple[Ints, ...]) -> None:
        self.problem, self.seats = problem, seats
        self.members = [chosen.copy() for chosen in start]
        self.formed = [s for s, chosen in enumerate(start) if len(chosen)]
        self.load = np.zeros(problem.pool.size, dtype=np.int64)
        for chosen in start:
            self.load[chosen] += 1
        self.sibling = {s: group for group in problem.siblings for s in group}
        self.totals = np.zeros(len(start))
        self.after: list[Floats] = [np.zeros((0, 0)) for _ in start]
        for s in self.formed:
            self._price(s)

    def _held(self, s: int) -> Ints:
        """Give the actors whose pins keep them in the slot."""
        held = [a for a, group in self.problem.pins if s in group]
        return np.array(held, dtype=np.int64)

    def _price(self, s: int) -> None:
        """Price every replacement in a slot; forbidden ones are worth nothing at all."""
        slot, chosen = self.problem.slots[s], self.members[s]
        after = self.problem.replaced(slot, chosen)
        allowed = np.broadcast_to(slot.allowed, after.shape).copy()
        allowed[:, chosen] = False
        allowed[np.isin(chosen, self._held(s))] = False
        self.totals[s] = self.problem.total(slot, chosen)
        for rule, units in zip(slot.rules, self.seats.give_ups[s], strict=True):
            if rule.rule.kind == SIZE:
                continue  # a replacement leaves it as it is
            beyond = np.maximum(0, rule.shortfalls_after(self.problem.pool, chosen) - units)
            if rule.is_lazy:
                now = max(0, rule.shortfall(self.problem.pool, chosen) - units)
                after -= MISSING_CONTACT * len(self.formed) * beyond
                self.totals[s] -= MISSING_CONTACT * len(self.formed) * now
            else:
                allowed &= beyond == 0
        after[~allowed] = FORBIDDEN
        self.after[s] = after

    def _objective(self, s: int, totals: Floats) -> Floats:
        """Give F when slot s has each of these totals."""
        others = [self.totals[t] for t in self.formed if t != s]
        balance = self.problem.balance
        mean = (totals + sum(others)) / len(self.formed)
        worst = np.minimum(totals, min(others, default=np.inf))
        result: Floats = (1 - balance) * mean + balance * worst
        return result

    def step(self) -> bool:
        """Make the best move; say whether there was one."""
        now = self.problem.objective([float(self.totals[s]) for s in self.formed])
        best_gain, best_move = LEAST_GAIN, None
        for s in self.formed:
            gain = self._objective(s, self.after[s]) - now
            # Where F stands still (the worst coalition is another) a better T still counts.
            gain = np.where(
                np.abs(gain) < LEAST_GAIN, 1e-6 * (self.after[s] - self.totals[s]), gain
            )
            gain[:, ~self._has_room(s)] = FORBIDDEN
            i, a = np.unravel_index(int(np.argmax(gain)), gain.shape)
            if gain[i, a] > best_gain:
                best_gain, best_move = float(gain[i, a]), (s, int(i), -1, int(a))
        for x, s in enumerate(self.formed):
            for t in self.formed[x + 1 :]:
                gain = self._swap_gains(s, t, now)
                i, j = np.unravel_index(int(np.argmax(gain)), gain.shape)
                if gain[i, j] > best_gain:
                    best_gain, best_move = float(gain[i, j]), (s, int(i), t, int(j))
        if best_move is None:
            return False
        self._make(*best_move)
        return True

    def _has_room(self, s: int) -> Bools:
        room: Bools = self.load < self.problem.pool.capacity
        for t in self.sibling[s]:
            room[self.members[t]] = False
        return room

    def _swap_gains(self, s: int, t: int, now: float) -> Floats:
        """Give the gain of each swap between two slots: (n_s, n_t)."""
        one = self.after[s][:, self.members[t]]
        other = self.after[t][:, self.members[s]].T
        others = [self.totals[u] for u in self.formed if u not in (s, t)]
        mean = (one + other + sum(others)) / len(self.formed)
        worst = np.minimum(np.minimum(one, other), min(others, default=np.inf))
        gain = (1 - self.problem.balance) * mean + self.problem.balance * worst - now
        for u in self.sibling[s]:
            if u not in (s, t):
                gain[:, np.isin(self.members[t], self.members[u])] = FORBIDDEN
        for u in self.sibling[t]:
            if u not in (s, t):
                gain[np.isin(self.members[s], self.members[u])] = FORBIDDEN
        result: Floats = gain
        return result

    def _make(self, s: int, i: int, t: int, j: int) -> None:
        leaver = self.members[s][i]
        if t < 0:
            self.load[leaver] -= 1
            self.load[j] += 1
            self.members[s][i] = j
            self._price(s)
            return
        self.members[s][i], self.members[t][j] = self.members[t][j], leaver
        self._price(s)
        self._price(t)


def _missing(problem: Problem, seats: Seats, s: int, chosen: Ints) -> int:
    slot = problem.slots[s]
    return sum(
        max(0, rule.shortfall(problem.pool, chosen) - units)
        for rule, units in zip(slot.rules, seats.give_ups[s], strict=True)
        if rule.is_lazy
    )
