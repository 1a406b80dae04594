"""Replacements and swaps of a season's members in compiled loops.

The state keeps, for every slot, its members and, in the parts of the kernels, what a newcomer
would change: counts of labels and marks, distances to every site, ties to every actor. A move
is priced with a few look-ups, whatever the coalition's size; making one updates the parts of
the one or two coalitions that it touches.
"""

from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.optimise import composed
from matcher.optimise.compiling import compiled, inner
from matcher.optimise.kernel import Seating
from matcher.optimise.registry import KERNELS
from matcher.optimise.tables import Parts, Tables

FORBIDDEN = -np.inf
"""Worth of a move that may not be made."""
TILT = 1e-6
"""Weight of the mean beside F: where the worst coalition stands still, others still improve."""


class SearchState(NamedTuple):
    """Where the search stands.

    Attributes
    ----------
    at : Seating, who sits where
    parts : tuple, one for each of `KERNELS`
    load : (A,) ints; home : (A, H) ints, the slots that each actor is in
    shared : (R,) ints, seats in common
    totals : (S,) floats, T less the prices of what is missed
    lowest : (3,) ints, the formed slots with the least of them, -1 where there are fewer
    """

    at: Seating
    parts: Parts
    load: Ints
    home: Ints
    shared: Ints
    totals: Floats
    lowest: Ints


def open_state(t: Tables, parts: Parts, members: tuple[Ints, ...]) -> SearchState:
    """Set up the state of a grouping."""
    count, actors = t.allowed.shape
    seat = np.full((count, max(1, int(t.sizes.max(initial=0)))), -1, dtype=np.int64)
    for s, chosen in enumerate(members):
        seat[s, : len(chosen)] = chosen
    at = Seating(t.sizes, seat, np.full((count, actors), -1, dtype=np.int64))
    state = SearchState(
        at=at,
        parts=tuple(kernel.begin(part, at) for kernel, part in zip(KERNELS, parts, strict=True)),
        load=np.zeros(actors, dtype=np.int64),
        home=np.full((actors, 2 + int(t.capacity.max(initial=0))), -1, dtype=np.int64),
        shared=np.zeros(len(t.overlaps), dtype=np.int64),
        totals=np.zeros(count),
        lowest=np.full(3, -1, dtype=np.int64),
    )
    fill(t, state)
    check(state)
    return state


def check(state: SearchState) -> None:
    """Raise what went wrong in a part while compiled code ran."""
    for kernel, part in zip(KERNELS, state.parts, strict=True):
        kernel.check(part)


@compiled()
def fill(t, z):  # type: ignore[no-untyped-def]
    """Set every table anew from the seats, which sheds what rounding has gathered."""
    z.at.place[:] = -1
    z.load[:] = 0
    z.shared[:] = 0
    for s in range(len(t.sizes)):
        composed.clear(z.parts, z.at, s, -1)
        for k in range(t.sizes[s]):
            z.at.place[s, z.at.seat[s, k]] = k
            _enter(t, z, s, z.at.seat[s, k])
        if t.sizes[s] > 0:
            _settle(t, z, s)
    find_lowest(t, z)


@inner()
def _enter(t, z, s, x):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    z.home[x, z.load[x]] = s
    z.load[x] += 1
    composed.enter(z.parts, z.at, s, x)
    for r in range(len(t.overlaps)):
        z.shared[r] += t.overlaps[r, s, x]


@inner()
def _leave(t, z, s, x):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    z.load[x] -= 1
    for h in range(z.load[x]):
        if z.home[x, h] == s:
            z.home[x, h] = z.home[x, z.load[x]]
    composed.leave(z.parts, z.at, s, x)
    for r in range(len(t.overlaps)):
        z.shared[r] -= t.overlaps[r, s, x]


@inner()
def _settle(t, z, s):  # type: ignore[no-untyped-def]
    """Follow once the seats of a slot are taken: T less what it misses."""
    composed.settle(z.parts, z.at, s, -1)
    z.totals[s] = composed.now(z.parts, z.at, t.constant[s], s, -1, -1)


@compiled()
def replace(t, z, s, k, x):  # type: ignore[no-untyped-def]
    """Give a seat to another actor."""
    i = z.at.seat[s, k]
    z.at.place[s, i] = -1
    _leave(t, z, s, i)
    _enter(t, z, s, x)
    z.at.seat[s, k] = x
    z.at.place[s, x] = k
    _settle(t, z, s)
    find_lowest(t, z)


@compiled(forceinline=True)
def after(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Give T of a slot once x has taken i's seat, or `FORBIDDEN`."""
    if not composed.allows(z.parts, s, i, x):
        return FORBIDDEN
    return composed.after(z.parts, z.at, t.constant[s], s, i, x)


@inner()
def find_lowest(t, z):  # type: ignore[no-untyped-def]
    """Note the three formed slots with the least T."""
    z.lowest[:] = -1
    for s in range(len(t.sizes)):
        if t.sizes[s] > 0:
            at = s
            for k in range(3):
                if at >= 0 and (z.lowest[k] < 0 or z.totals[at] < z.totals[z.lowest[k]]):
                    z.lowest[k], at = at, z.lowest[k]


@compiled(forceinline=True)
def gain_of(t, z, s, one, u, other):  # type: ignore[no-untyped-def]
    """Give what F gains when slots s and u come to T `one` and `other`; u = -1 for none.

    Hard rules come first: a unit of theirs counts more than all that F can lose.
    """
    change = one - z.totals[s]
    least = one
    if u >= 0:
        change += other - z.totals[u]
        least = min(one, other)
    if min(least, z.totals[z.lowest[0]]) < -t.missed_price / 2:
        return _gain_in_order(t, z, s, one, u, other)
    for k in range(3):
        if z.lowest[k] >= 0 and z.lowest[k] != s and z.lowest[k] != u:
            least = min(least, z.totals[z.lowest[k]])
            break
    rise = least - z.totals[z.lowest[0]]
    return (1 - t.balance + TILT) * change / t.formed + t.balance * rise


@inner()
def _gain_in_order(t, z, s, one, u, other):  # type: ignore[no-untyped-def]
    """Give the same where hard rules are missed: their units apart from what T is without."""
    fewer, change = 0.0, 0.0
    before, after = np.inf, np.inf
    for v in range(len(t.sizes)):
        if t.sizes[v] > 0:
            now = z.totals[v]
            then = one if v == s else other if v == u else now
            missed_now, missed_then = _units_missed(t, now), _units_missed(t, then)
            now += missed_now * t.missed_price
            then += missed_then * t.missed_price
            fewer += missed_now - missed_then
            change += then - now
            before, after = min(before, now), min(after, then)
    gain = (1 - t.balance + TILT) * change / t.formed + t.balance * (after - before)
    return t.missed_unit * fewer + gain


@inner(forceinline=True)
def _units_missed(t, total):  # type: ignore[no-untyped-def]
    """Give the units of hard rules whose price is in a total: T alone is less than half of one."""
    return max(0.0, np.floor(0.5 - total / t.missed_price))


@inner(forceinline=True)
def overlap_gain(t, z, s, i, x, u):  # type: ignore[no-untyped-def]
    """Give what the overlaps gain when x takes i's seat in s, and i that of x in u."""
    gain = 0.0
    for r in range(len(t.overlaps)):
        now = z.shared[r]
        then = now + int(t.overlaps[r, s, x]) - int(t.overlaps[r, s, i])
        if u >= 0:
            then += int(t.overlaps[r, u, i]) - int(t.overlaps[r, u, x])
        gain += max(0, t.overlap_least[r] - now) + max(0, now - t.overlap_most[r])
        gain -= max(0, t.overlap_least[r] - then) + max(0, then - t.overlap_most[r])
    return t.missed_unit * gain


@inner(forceinline=True)
def is_beside(t, z, s, x, but):  # type: ignore[no-untyped-def]
    """Say whether an actor is in a sibling of a slot, one of them not counted."""
    for k in range(t.sibling_start[s], t.sibling_start[s + 1]):
        u = t.sibling[k]
        if u != but and z.at.place[u, x] >= 0:
            return True
    return False
