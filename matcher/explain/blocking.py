"""Which rules keep an actor out of a coalition: those that exchanging a seat would break.

Where a seat is vacant, so does what taking it would break.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem
from matcher.explain.reserves import least_loss, losses
from models.messages import say
from models.text import Text
from models.wording import join_texts

GAIN = 2e-6
"""By how much F rises, at least, with an exchange that is told though others are allowed."""


@dataclass(frozen=True, eq=False)
class Blocking:
    """What stands against exchanging a seat of a formed coalition for one of some actors.

    Attributes
    ----------
    grouping : tuple of int arrays
        The members of all coalitions, by slot.
    s : int
        The coalition's slot.
    comers : (U,) int array
        Actors who are not in it.
    """

    problem: Problem
    grouping: tuple[Ints, ...]
    s: int
    comers: Ints

    @property
    def members(self) -> Ints:
        """Give the members of the coalition."""
        return self.grouping[self.s]

    @cached_property
    def is_pinned(self) -> Bools:
        """Say whose seats are pinned: (n,)."""
        pinned = {actor for actor, slots in self.problem.pins if self.s in slots}
        return np.isin(self.members, sorted(pinned))

    @cached_property
    def breaks(self) -> Bools:
        """Say which rule is made worse by which exchange: (R, n, U)."""
        pool, rules = self.problem.pool, self.problem.slots[self.s].rules
        worse = np.zeros((len(rules), len(self.members), len(self.comers)), dtype=bool)
        for r, rule in enumerate(rules):
            now = rule.shortfall(pool, self.members)
            worse[r] = rule.shortfalls_after(pool, self.members, self.comers) > now
        return worse

    @cached_property
    def costs_the_gain(self) -> Bools:
        """Say which soft rule's price alone makes no gain of which exchange: (P, n, U)."""
        problem, slot = self.problem, self.problem.slots[self.s]
        spoils = np.zeros((len(slot.soft), len(self.members), len(self.comers)), dtype=bool)
        for r, rule in enumerate(slot.soft):
            others = replace(slot, soft=tuple(each for each in slot.soft if each is not rule))
            slots = tuple(others if each is slot else each for each in problem.slots)
            gained = losses(replace(problem, slots=slots), self.grouping, self.s) < -GAIN
            now = rule.shortfall(problem.pool, self.members)
            after = rule.shortfalls_after(problem.pool, self.members, self.comers)
            spoils[r] = (after > now) & gained[:, self.comers]
        return spoils & ~self.breaks.any(axis=0)

    @cached_property
    def breaks_joining(self) -> Bools:
        """Say which rule is made worse by whom in a vacant seat: (R, 1, U), (R, 0, U) if none."""
        slot, pool = self.problem.slots[self.s], self.problem.pool
        vacant = len(self.members) < slot.challenge.wished_size and len(self.comers) > 0
        worse = np.zeros((len(slot.rules), int(vacant), len(self.comers)), dtype=bool)
        if vacant:
            joined = np.append(self.members, self.comers[0])
            for r, rule in enumerate(slot.rules):
                now = rule.shortfall(pool, self.members)
                worse[r] = rule.shortfalls_after(pool, joined, self.comers)[-1] > now
                worse[r, 0, 0] = rule.shortfall(pool, np.sort(joined)) > now
        return worse

    def name(self, comer: int) -> tuple[Text, ...]:
        """Name rules that keep an actor from every seat: few of them, the strictest first."""
        breaks = self._open(comer)
        if not breaks.shape[1]:
            return (say("blocked_by_pins"),)
        left, found = np.ones(breaks.shape[1], dtype=bool), []
        while left.any() and breaks[:, left].any():
            found.append(int(breaks[:, left].sum(axis=1).argmax()))
            left &= ~breaks[found[-1]]
        return self._tell(found, comer)

    def name_in_the_way(self, comer: int, table: Floats) -> tuple[Text, ...]:
        """Name rules that keep an actor from a gain, a vacant seat, or all seats but one.

        Soft ones are among them where what they cost is more than the gain.

        Parameters
        ----------
        table : (n, A) float array
            The fall in F of every single replacement.
        """
        breaks = self._open(comer)
        gains = np.ones(breaks.shape[1], dtype=bool)
        seats = table[~self.is_pinned, comer]
        gains[: len(seats)] = seats < -GAIN
        most = max(2, len(seats) - 1)
        found = (breaks & gains).any(axis=1) | (breaks.sum(axis=1) >= most)
        column = int(np.flatnonzero(self.comers == comer)[0])
        priced = self.costs_the_gain[:, ~self.is_pinned, column].any(axis=1)
        soft = self.problem.slots[self.s].soft
        return (
            *self._tell(np.flatnonzero(found).tolist(), comer),
            *(soft[r].keep_out(self.members, comer) for r in np.flatnonzero(priced).tolist()),
        )

    def _open(self, comer: int) -> Bools:
        """Give an actor's exchanges for those who are not pinned, then a vacant seat: (R, m)."""
        column = int(np.flatnonzero(self.comers == comer)[0])
        exchanges = self.breaks[:, ~self.is_pinned, column]
        return np.concatenate([exchanges, self.breaks_joining[:, :, column]], axis=1)

    def _tell(self, rules: list[int], comer: int) -> tuple[Text, ...]:
        own = self.problem.slots[self.s].rules
        return tuple(own[r].keep_out(self.members, comer) for r in rules)


def find_blocking(
    problem: Problem, members: tuple[Ints, ...], slots: tuple[int, ...], actor: int
) -> Text | None:
    """Tell the rules that keep an actor from some coalitions, or from better seats there.

    One that has as many seats elsewhere as it may have is kept out by its capacity, too.
    """
    is_full = sum(actor in chosen for chosen in members) >= problem.pool.capacity[actor]
    also = (say("blocked_by_capacity"),) if is_full else ()
    named: dict[int, tuple[Text, ...]] = {}
    for s in slots:
        if len(members[s]) and actor not in members[s]:
            blocking = Blocking(problem, members, s, np.array([actor]))
            table = losses(problem, members, s)
            if is_full or least_loss(problem, members, s, actor, table) is not None:
                named[s] = (*blocking.name_in_the_way(actor, table), *also)
            else:
                named[s] = blocking.name(actor)
    return join_blocking(problem, named)


def join_blocking(problem: Problem, named: dict[int, tuple[Text, ...]]) -> Text | None:
    """Tell the rules of several coalitions, with their challenges where these differ.

    Parameters
    ----------
    named : dict of int to tuple of Text
        By slot; one without rules is left out.
    """
    homes: dict[tuple[Text, ...], list[str]] = {}
    for siblings in problem.siblings:
        alike = len({named[s] for s in siblings if s in named}) == 1
        for s in siblings:
            title = problem.slots[s].challenge.title
            label = title if alike else f"{title} ({problem.slots[s].id.rpartition('/')[2]})"
            if named.get(s) and label not in homes.setdefault(named[s], []):
                homes[named[s]].append(label)
    if not homes:
        return None
    if len(homes) == 1 and all(named.values()):
        return join_texts(next(iter(homes)), ", ")
    parts = [
        say("blocked_in", challenge=", ".join(titles), rules=join_texts(rules, ", "))
        for rules, titles in homes.items()
    ]
    return join_texts(parts, "; ")
