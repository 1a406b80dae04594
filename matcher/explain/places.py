"""What never gives way: capacities, one coalition of a challenge each, bans and pins."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.core.arrays import Ints
from matcher.core.problem import Problem


@dataclass(frozen=True)
class Misplaced:
    """An actor who is where it may not be, or is not where it must be.

    Attributes
    ----------
    rule : str
        `capacity`, `siblings` (two coalitions of one challenge), `ban` or `pin`.
    actor : int
    slots : tuple of int
        Where the actor is and may not be; of a pin, where it had to be.
    asked, given : int
        Coalitions that it may or must be in, and is in.
    """

    rule: str
    actor: int
    slots: tuple[int, ...]
    asked: int
    given: int


def find_misplaced(problem: Problem, members: tuple[Ints, ...]) -> Iterator[Misplaced]:
    """Give what breaks the rules that never give way, actor by actor, then the pins."""
    for a, actor in enumerate(problem.pool.season.actors):
        taken = [s for s, chosen in enumerate(members) if a in chosen]
        if len(taken) > actor.capacity:
            surplus = tuple(taken[actor.capacity :])
            yield Misplaced("capacity", a, surplus, actor.capacity, len(taken))
        for group in problem.siblings:
            shared = tuple(s for s in taken if s in group)
            if len(shared) > 1:
                yield Misplaced("siblings", a, shared[1:], 1, len(shared))
        for s in taken:
            if not problem.slots[s].allowed[a]:
                yield Misplaced("ban", a, (s,), 0, 1)
    for a, group in problem.pins:
        given = sum(a in members[s] for s in group)
        if given != 1:
            yield Misplaced("pin", a, group, 1, given)
