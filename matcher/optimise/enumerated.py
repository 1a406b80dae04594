"""Every coalition there can be, with its T, where these are few enough to be listed.

A listed coalition's T is exact whatever the criteria are, and its hard rules are kept or it
is left out: what remains is to choose disjoint ones, see `optimise.partition`. Slots that
are alike share one list, so that nothing tells their coalitions apart.

References
----------
Barnhart, C., Johnson, E. L., Nemhauser, G. L., Savelsbergh, M. W. P., Vance, P. H. (1998),
Branch-and-price: column generation for solving huge integer programs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from math import comb

import numpy as np

from matcher.constraints.kind import Applied
from matcher.constraints.size import SIZE
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem, Slot
from matcher.criteria.term import Term
from matcher.optimise.registry import kind_of, shape_of
from matcher.optimise.seats import Seats

BLOCK = 100_000
"""Coalitions that are judged at once."""
DEAR = 50
"""A coalition counts so many times where a term or a row judges one at a time."""


@dataclass(frozen=True, eq=False)
class Listed:
    """All coalitions that slots which are alike can have.

    Attributes
    ----------
    slots : tuple of int
    members : (N, n) int array
        In the order of their places.
    totals : (N,) float array
        T of each.
    floored : (N,) float array, optional
        Value by the criterion that has a floor.
    """

    slots: tuple[int, ...]
    members: Ints
    totals: Floats
    floored: Floats | None = None


def list_coalitions(problem: Problem, seats: Seats, most: int) -> tuple[Listed, ...] | None:
    """List the coalitions of every slot that is formed; None where they are too many.

    Parameters
    ----------
    most : int
        Members of all coalitions together that may be judged.
    """
    groups = _alike(problem, seats)
    if sum(_count_work(problem, seats, group[0]) for group in groups) > most:
        return None
    return tuple(_list(problem, seats, group) for group in groups)


def _alike(problem: Problem, seats: Seats) -> tuple[tuple[int, ...], ...]:
    """Group the slots that are formed by whether anything tells them apart."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for s, size in enumerate(seats.sizes):
        if not size:
            continue
        slot = problem.slots[s]
        pinned = tuple(i for i, (_, group) in enumerate(problem.pins) if s in group)
        marks = tuple(overlap.marks[s].tobytes() for overlap in problem.overlaps)
        same = tuple(map(id, chain(*slot.terms.values(), slot.rules, slot.soft)))
        home = problem.siblings_of(s)
        key = (home, size, same, slot.allowed.tobytes(), seats.give_ups[s], pinned, marks)
        groups.setdefault(key, []).append(s)
    return tuple(map(tuple, groups.values()))


def _eligible(problem: Problem, seats: Seats, s: int) -> tuple[Ints, Ints]:
    """Give who must be in a slot, and who else may be."""
    slot = problem.slots[s]
    able: Bools = slot.allowed & (problem.pool.capacity > 0)
    for rule, units in zip(slot.rules, seats.give_ups[s], strict=True):
        if not units and (left_out := rule.leaves_out) is not None:
            able = able & ~left_out
    formed = [u for u, size in enumerate(seats.sizes) if size]
    within = [(a, [u for u in group if u in formed]) for a, group in problem.pins]
    required = sorted({a for a, group in within if group == [s]})
    others = able.copy()
    others[required] = False
    return np.array(required, dtype=np.int64), np.flatnonzero(others)


def _count_work(problem: Problem, seats: Seats, s: int) -> int:
    """Count the members to be judged, and the pairs of actors in tables."""
    slot, n = problem.slots[s], seats.sizes[s]
    required, others = _eligible(problem, seats, s)
    judged = comb(len(others), max(0, n - len(required))) * n
    is_dear = any(shape_of(term).each is None for term in _terms(slot)) or any(
        (kind := kind_of(row)) is None or kind.each is None
        for rule in (*slot.rules, *slot.soft)
        for way in rule.ways
        for row in way
    )
    return judged * (DEAR if is_dear else 1) + len(others) ** 2


def _terms(slot: Slot) -> Iterator[Term]:
    return chain.from_iterable(slot.terms.values())


def _list(problem: Problem, seats: Seats, slots: tuple[int, ...]) -> Listed:
    """List the coalitions of some slots, few at a time."""
    slot, n = problem.slots[slots[0]], seats.sizes[slots[0]]
    required, others = _eligible(problem, seats, slots[0])
    free = n - len(required)
    ways = comb(len(others), free) if free >= 0 else 0
    chosen = np.fromiter(
        chain.from_iterable(combinations(others.tolist(), max(0, free))), np.int64
    ).reshape(ways, max(0, free))
    kept, totals, floored = [np.zeros((0, n), dtype=np.int64)], [np.zeros(0)], [np.zeros(0)]
    for start in range(0, len(chosen), BLOCK):
        block = chosen[start : start + BLOCK]
        if len(required):
            block = np.sort(np.c_[np.tile(required, (len(block), 1)), block], axis=1)
        block = block[_keeps_rules(problem, slot, seats.give_ups[slots[0]], block)]
        if len(block):
            kept.append(block)
            totals.append(_total_each(problem, slot, block))
            floored.append(_floored(problem, slot, block))
    return Listed(
        slots,
        np.concatenate(kept),
        np.concatenate(totals),
        None if problem.floor is None else np.concatenate(floored),
    )


def _keeps_rules(problem: Problem, slot: Slot, give_ups: tuple[int, ...], members: Ints) -> Bools:
    """Say which coalitions miss no hard rule by more than it gives way: (N,)."""
    keeps = np.ones(len(members), dtype=bool)
    for rule, units in zip(slot.rules, give_ups, strict=True):
        if rule.rule.kind != SIZE:
            left = np.flatnonzero(keeps)
            keeps[left] = _miss_each(problem, rule, members[left]) <= units
    return keeps


def _miss_each(problem: Problem, rule: Applied, members: Ints) -> Ints:
    """Give by how much each coalition misses a rule: (N,)."""
    ways = []
    for way in rule.ways:
        missed = np.zeros(len(members), dtype=np.int64)
        for row in way:
            kind = kind_of(row)
            if kind is None or kind.each is None:
                units = [row.shortfall(problem.pool, chosen) for chosen in members]
                missed += np.array(units, dtype=np.int64)
            elif len(members):
                missed += kind.each(problem.pool, row, members)
        ways.append(missed)
    least: Ints = np.minimum.reduce(ways)
    return least


def _total_each(problem: Problem, slot: Slot, members: Ints) -> Floats:
    """Give T of each coalition: (N,)."""
    totals = np.zeros(len(members))
    for key, terms in slot.terms.items():
        for term in terms:
            totals += problem.share_of(key, term) * _measure_each(term, members)
    for rule in slot.soft:
        price = problem.price(rule, members.shape[1])
        totals -= price * _miss_each(problem, rule, members)
    return totals


def _floored(problem: Problem, slot: Slot, members: Ints) -> Floats:
    """Give each coalition's value by the criterion that has a floor: (N,)."""
    values = np.zeros(len(members))
    if problem.floor is not None:
        for term in slot.terms[problem.floor[0]]:
            values += term.share * _measure_each(term, members)
    return values


def _measure_each(term: Term, members: Ints) -> Floats:
    """Give each coalition's value: (N,)."""
    each = shape_of(term).each
    if each is not None:
        return each(term, members)
    return np.array([term.value(chosen) for chosen in members])
