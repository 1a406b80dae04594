"""The last word among equals: of groupings that are worth the same, the one whose ids come first.

Coalition by coalition the sorted members' ids are compared. Where the coalitions that could be
are few they are all gone through, so that nothing that is worth as much comes earlier. Else
members give their seats to whoever comes before them and makes the same difference, as two
alike actors do: coalitions of one challenge change places, a seat goes to an actor who has room
for it, or two members of different coalitions trade, as long as anything comes earlier.
"""

from collections.abc import Iterator
from itertools import combinations
from math import comb

import numpy as np

from matcher.constraints.size import SIZE
from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem
from matcher.optimise.leximin import is_better, levels_of
from matcher.optimise.search import Grouping, evaluate
from matcher.optimise.seats import Seats

EQUAL = 1e-9
"""Two worths that differ by no more are the same."""
FEW_SETS, FEW_GROUPINGS = 600, 30_000
"""Up to so many sets of members, and groupings of them, are gone through."""
PASSES = 100

Members = tuple[Ints, ...]


def put_first_ids(problem: Problem, seats: Seats, found: Grouping) -> Grouping:
    """Give a grouping of the same worth whose ids come first; `found` where something is missing.

    Parameters
    ----------
    found : Grouping
        Keeps to the seats. What is gone through may be worth more, and is then given.
    """
    if found.missing or not any(seats.sizes):
        return found
    listed = _list_sets(problem, seats, found)
    if listed is None:
        return _exchange(problem, seats, found)
    return _go_through(problem, seats, found, listed)


def _list_sets(problem: Problem, seats: Seats, found: Grouping) -> list[tuple[Ints, Floats]] | None:
    """Give every set of members of each slot that keeps its rules, with T; None for too many."""
    able = [
        np.flatnonzero(slot.allowed & (problem.pool.capacity > 0)).tolist()
        for slot in problem.slots
    ]
    counts = {
        (slot.challenge.id, size): comb(len(own), size)
        for slot, size, own in zip(problem.slots, seats.sizes, able, strict=True)
    }
    if sum(counts.values()) > FEW_SETS:
        return None
    totals: dict[tuple[str, tuple[int, ...]], float] = {}
    listed = []
    for s, (slot, size) in enumerate(zip(problem.slots, seats.sizes, strict=True)):
        sets, worth = [], []
        for chosen in combinations(able[s], size):
            members = np.array(chosen, dtype=np.int64)
            if _breaks(problem, seats, s, members):
                continue
            key = slot.challenge.id, chosen
            if key not in totals:
                totals[key] = problem.total(slot, members) if size else np.nan
            sets.append(members)
            worth.append(totals[key])
        listed.append((np.array(sets, dtype=np.int64).reshape(len(sets), size), np.array(worth)))
    return listed


def _breaks(problem: Problem, seats: Seats, s: int, chosen: Ints) -> bool:
    """Say whether members of a slot miss a rule by more than was given up."""
    rules = zip(problem.slots[s].rules, seats.give_ups[s], strict=True)
    return len(chosen) > 0 and any(
        rule.shortfall(problem.pool, chosen) > units
        for rule, units in rules
        if rule.rule.kind != SIZE
    )


def _go_through(
    problem: Problem, seats: Seats, found: Grouping, listed: list[tuple[Ints, Floats]]
) -> Grouping:
    """Go through the groupings that may be worth as much, the first ids first."""
    best, levels, is_given = found, levels_of(problem, found.members), True
    for members, totals in _groupings(problem, found.objective, listed):
        if members is None:
            return _exchange(problem, seats, best)
        worth, own = problem.objective(totals), sorted(totals)
        is_equal = abs(worth - best.objective) <= EQUAL
        if is_equal and (is_better(levels, own) or not (is_given or is_better(own, levels))):
            continue
        if not is_equal and worth < best.objective:
            continue
        given = evaluate(problem, seats, members)
        if not given.missing:
            best, levels, is_given = given, own, False
    return best


def _groupings(
    problem: Problem, least: float, listed: list[tuple[Ints, Floats]]
) -> Iterator[tuple[Members | None, list[float]]]:
    """Give what keeps capacities, siblings and pins and may be worth so much, with each T.

    None comes last where there is more to go through than may be.
    """
    formed = [s for s, (sets, _) in enumerate(listed) if sets.shape[1]]
    tops = [float(listed[s][1].max(initial=-np.inf)) for s in formed]
    left = FEW_GROUPINGS

    def go_on(
        chosen: Members, totals: list[float], room: Ints
    ) -> Iterator[tuple[Members | None, list[float]]]:
        nonlocal left
        s = len(chosen)
        if s == len(listed):
            if _keeps_pins(problem, chosen):
                yield chosen, totals
            return
        sets, worth = listed[s]
        open_ = room > 0
        for t in problem.siblings_of(s):
            if t < s:
                open_[chosen[t]] = False
        for at in np.flatnonzero(open_[sets].all(axis=1)).tolist():
            left -= 1
            if left < 0:
                return
            members = sets[at]
            after = [*totals, float(worth[at])] if len(members) else totals
            if problem.objective([*after, *tops[len(after) :]]) >= least - EQUAL:
                rest = room.copy()
                rest[members] -= 1
                yield from go_on((*chosen, members), after, rest)

    yield from go_on((), [], problem.pool.capacity.astype(np.int64))
    if left < 0:
        yield None, []


def _keeps_pins(problem: Problem, members: Members) -> bool:
    return all(sum(a in members[s] for s in slots) == 1 for a, slots in problem.pins)


def _exchange(problem: Problem, seats: Seats, found: Grouping) -> Grouping:
    """Let whoever comes first take the seats of those who make the same difference."""
    members = found.members
    for _ in range(PASSES):
        before = members
        for s in range(len(members)):
            for _ in range(PASSES):
                after = _exchange_in(problem, seats, members, s)
                if after is members:
                    break
                members = after
        if members is before:
            break
    return found if members is found.members else evaluate(problem, seats, members)


def _exchange_in(problem: Problem, seats: Seats, members: Members, s: int) -> Members:
    """Go once through the seats of a coalition, and give those members themselves for no change."""
    chosen, slot, now = members[s], problem.slots[s], members
    if not len(chosen):
        return members
    for t in problem.siblings_of(s):
        if t > s and seats.sizes[t] == seats.sizes[s] and now[t].tolist() < now[s].tolist():
            changed = list(now)
            changed[s], changed[t] = now[t], now[s]
            now = _accept(problem, seats, now, tuple(changed), (s, t))
    if now is not members:
        return now
    same = np.abs(problem.replaced(slot, chosen) - problem.total(slot, chosen)) <= EQUAL
    same &= slot.allowed & (problem.pool.capacity > 0)
    same[:, chosen] = False
    for i in range(len(chosen) - 1, -1, -1):
        own = int(chosen[i])
        for comer in np.flatnonzero(same[i, :own]).tolist():
            before = now
            if comer not in now[s]:
                now = _accept(problem, seats, now, _with(now, {s: (own, comer)}), (s,))
            for t in range(s + 1, len(now)):
                if now is before and comer in now[t] and own not in now[t]:
                    traded = _with(now, {s: (own, comer), t: (comer, own)})
                    now = _accept(problem, seats, now, traded, (s, t))
            if now is not before:
                break
    return now


def _accept(
    problem: Problem, seats: Seats, now: Members, after: Members, changed: tuple[int, ...]
) -> Members:
    """Give members after an exchange where they may be and are worth the same; else the former."""
    is_same = (
        _is_open(problem, after)
        and not any(_breaks(problem, seats, s, after[s]) for s in changed)
        and all(_is_worth_the_same(problem, s, now, after, changed) for s in changed)
        and not any(overlap.shortfall(after) for overlap in problem.overlaps)
        and (problem.floor is None or not evaluate(problem, seats, after).missing)
    )
    return after if is_same else now


def _is_worth_the_same(
    problem: Problem, s: int, now: Members, after: Members, changed: tuple[int, ...]
) -> bool:
    """Say whether a coalition's T is what it was, or that of the one it changed places with."""
    worth = problem.total(problem.slots[s], after[s])
    return any(
        abs(problem.total(problem.slots[t], now[t]) - worth) <= EQUAL
        for t in changed
        if t == s or np.array_equal(now[t], after[s])
    )


def _load(problem: Problem, members: Members) -> Ints:
    return np.bincount(np.concatenate(members).astype(np.int64), minlength=problem.pool.size)


def _is_open(problem: Problem, members: Members) -> bool:
    """Say whether members keep bans, capacities, siblings and pins."""
    pool, slots = problem.pool, problem.slots
    return (
        all(slot.allowed[chosen].all() for slot, chosen in zip(slots, members, strict=True))
        and bool((_load(problem, members) <= pool.capacity).all())
        and not any(
            np.intersect1d(members[s], members[t]).size
            for group in problem.siblings
            for s, t in combinations(group, 2)
        )
        and _keeps_pins(problem, members)
    )


def _with(members: Members, changes: dict[int, tuple[int, int]]) -> Members:
    """Let one take another's seat, by slot."""
    changed = list(members)
    for s, (leaver, comer) in changes.items():
        changed[s] = np.sort(np.where(members[s] == leaver, comer, members[s]))
    return tuple(changed)
