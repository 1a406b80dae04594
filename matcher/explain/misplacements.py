"""What never gives way: capacities, one coalition of a challenge each, bans and pins."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.core.arrays import Ints
from matcher.core.problem import Problem
from models.messages import say
from models.scores import Conflict

Seats = dict[int, tuple[int, ...]]
"""The slots of each actor that has any, in order."""


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

    @property
    def excess(self) -> int:
        """Give by how many coalitions it is broken."""
        return abs(self.given - self.asked)


def index_seats(members: Sequence[Ints]) -> Seats:
    """Give the slots of each actor that has any."""
    taken: dict[int, list[int]] = {}
    for s, chosen in enumerate(members):
        for a in set(chosen.tolist()):
            taken.setdefault(a, []).append(s)
    return {a: tuple(slots) for a, slots in taken.items()}


def find_misplaced(problem: Problem, members: tuple[Ints, ...]) -> Iterator[Misplaced]:
    """Give what breaks the rules that never give way, actor by actor, then the pins."""
    seats = index_seats(members)
    for a in sorted(seats):
        yield from misplaced_as(problem, a, seats[a])
    for pin in problem.pins:
        yield from unpinned(pin, seats.get(pin[0], ()))


def misplaced_as(problem: Problem, actor: int, taken: tuple[int, ...]) -> Iterator[Misplaced]:
    """Give what an actor with seats in these slots breaks; of pins see `unpinned`."""
    capacity = int(problem.pool.capacity[actor])
    if len(taken) > capacity:
        yield Misplaced("capacity", actor, taken[capacity:], capacity, len(taken))
    for group in sorted({problem.siblings_of(s) for s in taken}) if len(taken) > 1 else ():
        shared = tuple(s for s in taken if s in group)
        if len(shared) > 1:
            yield Misplaced("siblings", actor, shared[1:], 1, len(shared))
    for s in taken:
        if not problem.slots[s].allowed[actor]:
            yield Misplaced("ban", actor, (s,), 0, 1)


def unpinned(pin: tuple[int, tuple[int, ...]], taken: tuple[int, ...]) -> Iterator[Misplaced]:
    """Give the pin that an actor with seats in these slots breaks, if it does."""
    actor, group = pin
    given = sum(s in taken for s in group)
    if given != 1:
        yield Misplaced("pin", actor, group, 1, given)


def key_of(problem: Problem, item: Misplaced) -> tuple[object, ...]:
    """Tell what an actor breaks apart: its capacity, each challenge, each ban and each pin."""
    if item.rule == "capacity":
        return (item.rule,)
    group = problem.siblings_of(item.slots[0]) if item.rule == "siblings" else item.slots
    return (item.rule, *group)


def measure(problem: Problem, found: Iterable[Misplaced]) -> Counter[tuple[object, ...]]:
    """Give by how much one actor breaks each thing that never gives way, by `key_of`."""
    return Counter({key_of(problem, item): item.excess for item in found})


def to_conflict(problem: Problem, s: int, item: Misplaced) -> Conflict:
    """Say of one coalition what never gives way; it has no cost."""
    actor, slot = problem.pool.season.actors[item.actor], problem.slots[s]
    return Conflict(
        rule=item.rule,
        keys={"actor": actor.id},
        challenge_id=slot.challenge.id,
        coalition=slot.id,
        asked=item.asked,
        given=item.given,
        cost=0,
        text=say(
            f"board_{item.rule}",
            coalition=slot.id,
            name=actor.name,
            asked=item.asked,
            given=item.given,
        ),
    )
