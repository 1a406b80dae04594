"""Some coalitions of a season as a problem of their own, and seasons that fall apart.

Coalitions are connected where an actor is eligible for both, and where they are siblings (a
pin names siblings only). At balance 0 F is a mean, so each component can be solved alone.

With a share b of the worst coalition in F they hang together by the worst alone. For any
λ ≥ 0 of sum 1 the least of the components' worst totals is at most Σ λ · worst, so F is at
most the sum of (1 − b) · share · mean + b · λ · worst over the components, each of which is
again a problem of its own, with a balance of its own. Bounds of these sum up to a bound of
the whole, and the duals of the linear relaxation give λ with which it is no worse than that.

References
----------
Geoffrion, A. M. (1974), Lagrangean relaxation for integer programming.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from matcher.core.arrays import Bools, Ints
from matcher.core.problem import Problem, Slot
from matcher.core.subsets import keep_actors
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
    actors : (n,) int array
        The places of its actors in the whole pool.
    """

    slots: tuple[int, ...]
    share: float
    actors: Ints
    problem: Problem
    seats: Seats
    start: Grouping


def split_components(problem: Problem, seats: Seats, start: Grouping) -> tuple[Component, ...]:
    """Split a problem with settled seats; one component where it hangs together.

    Parameters
    ----------
    start : Grouping
        A grouping that keeps to the seats; each component takes its part of it.
    """
    groups = find_groups(problem, seats) if problem.balance == 0 else ()
    if not groups:
        everybody, slots = np.arange(problem.pool.size), tuple(range(len(seats.sizes)))
        return (Component(slots, 1.0, everybody, problem, seats, start),)
    return tuple(take(problem, seats, start, group) for group in groups)


def split_by_worst(
    problem: Problem, seats: Seats, start: Grouping, pressed: Mapping[int, float]
) -> tuple[Component, ...]:
    """Split a problem whose components hang together by the worst coalition alone.

    Parameters
    ----------
    pressed : mapping of int to float
        By slot, from 0 on, how much of the worst it bears; any numbers give a bound, those
        of the linear relaxation a good one.

    Returns
    -------
    tuple of Component
        F of any grouping is at most the sum of theirs by their shares; those that bear
        nothing are left out. Empty where the problem is no more than one component.
    """
    groups = find_groups(problem, seats)
    if len(groups) < 2:
        return ()
    weights = np.array([sum(max(0.0, pressed.get(s, 0.0)) for s in group) for group in groups])
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    bears = weights / weights.sum() if weights.sum() > 0 else sizes / sizes.sum()
    weighed = []
    for group, worst in zip(groups, (problem.balance * bears).tolist(), strict=True):
        part = take(problem, seats, start, group)
        share = (1 - problem.balance) * part.share + worst
        if share > 0:
            own = replace(part.problem, balance=min(1.0, worst / share))
            begun = evaluate(own, part.seats, part.start.members)
            weighed.append(replace(part, share=share, problem=own, start=begun))
    return tuple(weighed)


def find_groups(problem: Problem, seats: Seats) -> tuple[tuple[int, ...], ...]:
    """Give the slots of each component; nothing where more than F holds them together."""
    formed = [s for s, size in enumerate(seats.sizes) if size]
    if problem.overlaps or problem.floor is not None or len(formed) < 2:
        return ()
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
    return tuple(
        tuple(formed[i] for i in np.flatnonzero(labels == k)) for k in dict.fromkeys(labels)
    )


def join_components(
    problem: Problem,
    seats: Seats,
    start: Grouping,
    parts: tuple[tuple[Component, Grouping], ...],
) -> Grouping:
    """Put the components' groupings in the place of what their slots had."""
    members: list[Ints] = list(start.members)
    for component, found in parts:
        for s, chosen in zip(component.slots, found.members, strict=True):
            members[s] = component.actors[chosen]
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
    """Take some slots, and whoever may be in them, by themselves.

    The members of the others stay where they are.
    """
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
    able = np.any([_able(problem, seats, s) for s in slots], axis=0)
    for chosen in members:
        able[chosen] = True
    actors = np.flatnonzero(able)
    smaller = keep_actors(part, actors)
    if smaller is None:
        actors, smaller = np.arange(problem.pool.size), part
    members = tuple(np.searchsorted(actors, chosen) for chosen in members)
    own = Seats(
        sizes=tuple(seats.sizes[s] for s in slots),
        give_ups=tuple(seats.give_ups[s] for s in slots),
        start=members,
    )
    share = len(slots) / max(1, sum(size > 0 for size in seats.sizes))
    return Component(slots, share, actors, smaller, own, evaluate(smaller, own, members))


def _without_siblings(problem: Problem, start: Grouping, s: int, frozen: list[int]) -> Slot:
    """Keep the members of frozen siblings out of a slot."""
    allowed = problem.slots[s].allowed.copy()
    for other in problem.siblings_of(s):
        if other in frozen:
            allowed[start.members[other]] = False
    return replace(problem.slots[s], allowed=allowed)
