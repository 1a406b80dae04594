"""Some coalitions of a season as a problem of their own, and seasons that fall apart.

Coalitions are connected where an actor is eligible for both, and where they are siblings (a
pin names siblings only). At balance 0 F is a mean, so each component can be solved alone;
with a share of the worst coalition in F they hang together.
"""

import itertools
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from matcher.core.arrays import Bools, Ints
from matcher.core.problem import Problem, Slot
from matcher.optimise.search import Grouping, evaluate
from matcher.optimise.seats import Seats


@dataclass(frozen=True, eq=False)
class Component:
    """Some slots of a problem as a problem of their own.

    Attributes
    ----------
    slots : tuple of int
        Their places in the whole problem.
    share : float
        What their F counts in the whole one.
    """

    slots: tuple[int, ...]
    share: float
    problem: Problem
    seats: Seats
    start: Grouping


def split(problem: Problem, seats: Seats, start: Grouping) -> tuple[Component, ...]:
    """Split a problem with settled seats; one component where it hangs together.

    Parameters
    ----------
    start : Grouping
        A grouping that keeps to the seats; each component takes its part of it.
    """
    formed = [s for s, size in enumerate(seats.sizes) if size]
    if problem.balance > 0 or problem.overlaps or problem.floor is not None or len(formed) < 2:
        return (Component(tuple(range(len(seats.sizes))), 1.0, problem, seats, start),)
    able = np.array([_able(problem, seats, s) for s in formed])
    slots, actors = np.nonzero(able)
    count, home = len(formed), {s: i for i, s in enumerate(formed)}
    ties = [[home[s] for s in each if s in home] for each in problem.siblings]
    pairs = [(one, other) for each in ties for one, other in itertools.pairwise(each)]
    rows = np.concatenate([slots, [one for one, _ in pairs]]).astype(np.int64)
    columns = np.concatenate([count + actors, [other for _, other in pairs]]).astype(np.int64)
    size = count + problem.pool.size
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    labels = connected_components(graph, directed=False)[1][:count]
    groups = [tuple(formed[i] for i in np.flatnonzero(labels == k)) for k in dict.fromkeys(labels)]
    return tuple(take(problem, seats, start, group) for group in groups)


def join(
    problem: Problem,
    seats: Seats,
    start: Grouping,
    parts: tuple[tuple[Component, Grouping], ...],
) -> Grouping:
    """Put the components' groupings in the place of what their slots had."""
    members: list[Ints] = list(start.members)
    for component, found in parts:
        for s, chosen in zip(component.slots, found.members, strict=True):
            members[s] = chosen
    return evaluate(problem, seats, tuple(members))


def _able(problem: Problem, seats: Seats, s: int) -> Bools:
    """Say who may be in a slot by what it was settled to keep: (A,)."""
    slot = problem.slots[s]
    able: Bools = slot.allowed & (problem.pool.capacity > 0)
    for rule, given_up in zip(slot.rules, seats.give_ups[s], strict=True):
        if not given_up and (left_out := rule.leaves_out) is not None:
            able = able & ~left_out
    return able


def take(problem: Problem, seats: Seats, start: Grouping, slots: tuple[int, ...]) -> Component:
    """Take some slots by themselves; the members of the others stay where they are."""
    place = {s: i for i, s in enumerate(slots)}
    frozen = [s for s in range(len(problem.slots)) if s not in place]
    load = np.zeros(problem.pool.size, dtype=np.int64)
    for s in frozen:
        load[start.members[s]] += 1

    def within(group: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place[s] for s in group if s in place)

    part = replace(
        problem,
        pool=replace(problem.pool, capacity=problem.pool.capacity - load),
        slots=tuple(_without_siblings(problem, start, s, frozen) for s in slots),
        siblings=tuple(kept for group in problem.siblings if (kept := within(group))),
        pins=tuple(
            (actor, kept)
            for actor, group in problem.pins
            if (kept := within(group)) and any(actor in start.members[slots[i]] for i in kept)
        ),
    )
    members = tuple(start.members[s] for s in slots)
    own = Seats(
        sizes=tuple(seats.sizes[s] for s in slots),
        give_ups=tuple(seats.give_ups[s] for s in slots),
        start=members,
    )
    share = len(slots) / max(1, sum(size > 0 for size in seats.sizes))
    return Component(slots, share, part, own, evaluate(part, own, members))


def _without_siblings(problem: Problem, start: Grouping, s: int, frozen: list[int]) -> Slot:
    """Keep the members of frozen siblings out of a slot."""
    allowed = problem.slots[s].allowed.copy()
    for other in problem.siblings_of(s):
        if other in frozen:
            allowed[start.members[other]] = False
    return replace(problem.slots[s], allowed=allowed)
