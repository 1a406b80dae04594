"""Replacements and swaps of a season's members in compiled loops.

The state keeps, for every slot, its members and what a newcomer would change: counts of
labels and marks, distances to every site, ties to every actor. A move is priced with a few
look-ups, whatever the coalition's size; making one updates the tables of the one or two
coalitions that it touches.
"""

from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.optimise.attending import attended, find_times
from matcher.optimise.best_fits import covered, find_best, helped
from matcher.optimise.compiling import compiled
from matcher.optimise.tables import Bytes, Tables

FORBIDDEN = -1e9
"""Worth of a move that may not be made."""
TILT = 1e-6
"""Weight of the mean beside F: where the worst coalition stands still, others still improve."""
OVERLAP_PRICE = 10.0
"""Price in F of a seat by which an overlap is missed."""


class State(NamedTuple):
    """Where the search stands.

    Attributes
    ----------
    seat : (S, N) ints, the members; place : (S, A) ints, each actor's seat or -1
    load : (A,) ints; home : (A, H) ints, the slots that each actor is in
    linear : (S,) floats, sum of the members' own worth
    counts : (S, T, L) ints, labels; squares : (S, T) ints
    near : (S, D, P) floats, from the members to each site; within : (S, D) floats
    known : (S, A) ints, ties to the members; known_other : those across sectors
    acquainted : (S,) ints, ordered tied pairs
    cover_best, cover_second : (S, F) floats, the best two fits to each facet; cover_by : (S, F)
        ints, the actor whose the best is
    help_best, help_second : (S, N) floats, help_by : (S, N) ints, likewise of each member's seeks
    coming : (S, T) ints, the members who can come to each time; attending : (S,) ints, the sum of
        the best of them; without : (S, N) ints, likewise without each member, and then
        better, equal : (S, N, T) int8, the times that more can come to than to the last of the
        best, or as many; room : (S, N) ints, how many of the latter count
    in_sector : (S, 4) ints
    tally : (S, U) ints, members' marks
    fewest : (S,) ints, contacts of the member with the fewest
    shared : (R,) ints, seats in common
    totals : (S,) floats, T less the prices of what is missed
    lowest : (3,) ints, the formed slots with the least of them, -1 where there are fewer
    """

    seat: Ints
    place: Ints
    load: Ints
    home: Ints
    linear: Floats
    counts: Ints
    squares: Ints
    near: Floats
    within: Floats
    known: Ints
    known_other: Ints
    acquainted: Ints
    cover_best: Floats
    cover_second: Floats
    cover_by: Ints
    help_best: Floats
    help_second: Floats
    help_by: Ints
    coming: Ints
    attending: Ints
    without: Ints
    better: Bytes
    equal: Bytes
    room: Ints
    in_sector: Ints
    tally: Ints
    fewest: Ints
    shared: Ints
    totals: Floats
    lowest: Ints


def open_state(t: Tables, members: tuple[Ints, ...]) -> State:
    """Set up the state of a grouping."""
    (count, actors), times = t.worth.shape, t.can_come.shape[1]
    longest = int(t.labels.max()) + 1 if t.labels.size else 1
    seat = np.full((count, max(1, int(t.sizes.max(initial=0)))), -1, dtype=np.int64)
    for s, chosen in enumerate(members):
        seat[s, : len(chosen)] = chosen
    state = State(
        seat=seat,
        place=np.full((count, actors), -1, dtype=np.int64),
        load=np.zeros(actors, dtype=np.int64),
        home=np.full((actors, 2 + int(t.capacity.max(initial=0))), -1, dtype=np.int64),
        linear=np.zeros(count),
        counts=np.zeros((*t.variety.shape, longest), dtype=np.int64),
        squares=np.zeros(t.variety.shape, dtype=np.int64),
        near=np.zeros((count, *t.distances.shape[:2])),
        within=np.zeros(t.spread_gain.shape),
        known=np.zeros((count, actors), dtype=np.int64),
        known_other=np.zeros((count, actors), dtype=np.int64),
        acquainted=np.zeros(count, dtype=np.int64),
        cover_best=np.zeros((count, t.facet_fits.shape[2])),
        cover_second=np.zeros((count, t.facet_fits.shape[2])),
        cover_by=np.full((count, t.facet_fits.shape[2]), -1, dtype=np.int64),
        help_best=np.zeros(seat.shape),
        help_second=np.zeros(seat.shape),
        help_by=np.full(seat.shape, -1, dtype=np.int64),
        coming=np.zeros((count, times), dtype=np.int64),
        attending=np.zeros(count, dtype=np.int64),
        without=np.zeros(seat.shape, dtype=np.int64),
        better=np.zeros((*seat.shape, times), dtype=np.int8),
        equal=np.zeros((*seat.shape, times), dtype=np.int8),
        room=np.zeros(seat.shape, dtype=np.int64),
        in_sector=np.zeros((count, int(t.sectors.max(initial=0)) + 1), dtype=np.int64),
        tally=np.zeros(t.least.shape, dtype=np.int64),
        fewest=np.zeros(count, dtype=np.int64),
        shared=np.zeros(len(t.overlaps), dtype=np.int64),
        totals=np.zeros(count),
        lowest=np.full(3, -1, dtype=np.int64),
    )
    fill(t, state)
    return state


@compiled()
def fill(t, z):  # type: ignore[no-untyped-def]
    """Set every table anew from the seats, which sheds what rounding has gathered."""
    z.place[:] = -1
    z.load[:] = 0
    z.linear[:] = 0.0
    z.counts[:] = 0
    z.squares[:] = 0
    z.near[:] = 0.0
    z.within[:] = 0.0
    z.known[:] = 0
    z.known_other[:] = 0
    z.acquainted[:] = 0
    z.coming[:] = 0
    z.in_sector[:] = 0
    z.tally[:] = 0
    z.shared[:] = 0
    for s in range(len(t.sizes)):
        for k in range(t.sizes[s]):
            z.place[s, z.seat[s, k]] = k
            _enter(t, z, s, z.seat[s, k])
        find_best(t, z, s)
        find_times(t, z, s)
        if t.sizes[s] > 0:
            z.totals[s] = _total(t, z, s)
    find_lowest(t, z)


@compiled()
def _enter(t, z, s, x):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    z.home[x, z.load[x]] = s
    z.load[x] += 1
    z.linear[s] += t.worth[s, x]
    for v in range(t.variety.shape[1]):
        if t.variety[s, v] >= 0:
            label = t.labels[t.variety[s, v], x]
            z.squares[s, v] += 2 * z.counts[s, v, label] + 1
            z.counts[s, v, label] += 1
    for d in range(t.spread_gain.shape[1]):
        if t.spread_gain[s, d] > 0:
            site = t.sites[d, x]
            z.within[s, d] += 2 * z.near[s, d, site]
            for place in range(z.near.shape[2]):
                z.near[s, d, place] += t.distances[d, site, place]
    z.acquainted[s] += 2 * z.known[s, x]
    for k in range(t.tie_start[x], t.tie_start[x + 1]):
        y = t.tie_to[k]
        z.known[s, y] += 1
        if t.sectors[x] != t.sectors[y]:
            z.known_other[s, y] += 1
    if t.time_gain[s] > 0.0:
        for time in range(t.can_come.shape[1]):
            z.coming[s, time] += t.can_come[x, time]
    z.in_sector[s, t.sectors[x]] += 1
    for k in range(t.touch_start[x], t.touch_start[x + 1]):
        z.tally[s, t.touch[k]] += t.marks[t.touch[k], x]
    for r in range(len(t.overlaps)):
        z.shared[r] += t.overlaps[r, s, x]


@compiled()
def _leave(t, z, s, x):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    z.load[x] -= 1
    for h in range(z.load[x]):
        if z.home[x, h] == s:
            z.home[x, h] = z.home[x, z.load[x]]
    z.linear[s] -= t.worth[s, x]
    for v in range(t.variety.shape[1]):
        if t.variety[s, v] >= 0:
            label = t.labels[t.variety[s, v], x]
            z.squares[s, v] -= 2 * z.counts[s, v, label] - 1
            z.counts[s, v, label] -= 1
    for d in range(t.spread_gain.shape[1]):
        if t.spread_gain[s, d] > 0:
            site = t.sites[d, x]
            for place in range(z.near.shape[2]):
                z.near[s, d, place] -= t.distances[d, site, place]
            z.within[s, d] -= 2 * z.near[s, d, site]
    for k in range(t.tie_start[x], t.tie_start[x + 1]):
        y = t.tie_to[k]
        z.known[s, y] -= 1
        if t.sectors[x] != t.sectors[y]:
            z.known_other[s, y] -= 1
    z.acquainted[s] -= 2 * z.known[s, x]
    if t.time_gain[s] > 0.0:
        for time in range(t.can_come.shape[1]):
            z.coming[s, time] -= t.can_come[x, time]
    z.in_sector[s, t.sectors[x]] -= 1
    for k in range(t.touch_start[x], t.touch_start[x + 1]):
        z.tally[s, t.touch[k]] -= t.marks[t.touch[k], x]
    for r in range(len(t.overlaps)):
        z.shared[r] -= t.overlaps[r, s, x]


@compiled()
def replace(t, z, s, k, x):  # type: ignore[no-untyped-def]
    """Give a seat to another actor."""
    i = z.seat[s, k]
    z.place[s, i] = -1
    _leave(t, z, s, i)
    _enter(t, z, s, x)
    z.seat[s, k] = x
    z.place[s, x] = k
    find_best(t, z, s)
    find_times(t, z, s)
    z.totals[s] = _total(t, z, s)
    find_lowest(t, z)


@compiled(forceinline=True)
def _is_tied(t, a, b):  # type: ignore[no-untyped-def]
    for k in range(t.tie_start[a], t.tie_start[a + 1]):  # noqa: SIM110 (any() does not compile)
        if t.tie_to[k] == b:
            return True
    return False


@compiled(forceinline=True)
def _contacts(t, z, s, a):  # type: ignore[no-untyped-def]
    """Count the members of a slot who would be new to an actor."""
    return t.sizes[s] - z.in_sector[s, t.sectors[a]] - z.known_other[s, a]


@compiled(forceinline=True)
def _is_new(t, a, b):  # type: ignore[no-untyped-def]
    return t.sectors[a] != t.sectors[b] and not _is_tied(t, a, b)


@compiled()
def _contact_cost(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Price missing contacts once x has taken i's seat; i = x = -1 for things as they are."""
    cost = 0.0
    for c in range(t.contact_least.shape[1]):
        least = t.contact_least[s, c]
        if least == 0:
            continue
        missing = 0
        for k in range(t.sizes[s]):
            a = z.seat[s, k]
            if a == i:
                met = _contacts(t, z, s, x)
                if _is_new(t, x, i):
                    met -= 1
            else:
                met = _contacts(t, z, s, a)
                if i >= 0 and met <= least:  # a leaver takes one contact at most
                    met += int(_is_new(t, a, x)) - int(_is_new(t, a, i))
            missing += max(0, least - met)
        cost += t.contact_price[s, c] * max(0, missing - t.contact_units[s, c])
    return cost


@compiled(forceinline=True)
def _rule_cost(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Price the rules that may be missed, as `_contact_cost`."""
    cost = 0.0
    for r in range(t.rule_start[s], t.rule_start[s + 1]):
        fewest = 1 << 30
        for w in range(t.way_start[r], t.way_start[r + 1]):
            missed = 0
            for q in range(t.row_start[w], t.row_start[w + 1]):
                u = t.row_mark[q]
                tally = z.tally[s, u]
                if i >= 0:
                    tally += t.marks[u, x] - t.marks[u, i]
                missed += max(0, t.row_least[q] - tally) + max(0, tally - t.row_most[q])
            fewest = min(fewest, missed)
        cost += t.rule_price[r] * max(0, fewest - t.rule_units[r])
    return cost


@compiled()
def _total(t, z, s):  # type: ignore[no-untyped-def]
    """Give T of a slot less what it misses, and note the fewest contacts."""
    n = t.sizes[s]
    z.fewest[s] = n
    for k in range(n):
        z.fewest[s] = min(z.fewest[s], _contacts(t, z, s, z.seat[s, k]))
    total = t.constant[s] + z.linear[s] - t.tie_gain[s] * z.acquainted[s]
    for v in range(t.variety.shape[1]):
        if t.variety[s, v] >= 0:
            value = (n * n - z.squares[s, v]) / t.variety_scale[s, v]
            total += t.variety_gain[s, v] * min(1.0, value)
    for d in range(t.spread_gain.shape[1]):
        total += t.spread_gain[s, d] * min(1.0, z.within[s, d] / t.spread_scale[s, d])
    total += covered(t, z, s, -1, -1) + helped(t, z, s, -1, -1) + attended(t, z, s, -1, -1)
    return total - _contact_cost(t, z, s, -1, -1) - _rule_cost(t, z, s, -1, -1)


@compiled(forceinline=True)
def _keeps(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Say whether the rows that must hold do once x has taken i's seat."""
    for k in range(t.touch_start[x], t.touch_start[x + 1]):
        u = t.touch[k]
        tally = z.tally[s, u] + t.marks[u, x] - t.marks[u, i]
        if tally < t.least[s, u] or tally > t.most[s, u]:
            return False
    for k in range(t.touch_start[i], t.touch_start[i + 1]):
        u = t.touch[k]
        tally = z.tally[s, u] + t.marks[u, x] - t.marks[u, i]
        if tally < t.least[s, u] or tally > t.most[s, u]:
            return False
    return True


@compiled(forceinline=True)
def after(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Give T of a slot once x has taken i's seat, or `FORBIDDEN`."""
    if not _keeps(t, z, s, i, x):
        return FORBIDDEN
    n = t.sizes[s]
    total = t.constant[s] + z.linear[s] - t.worth[s, i] + t.worth[s, x]
    for v in range(t.variety.shape[1]):
        row = t.variety[s, v]
        if row >= 0:
            squares = z.squares[s, v]
            one, other = t.labels[row, i], t.labels[row, x]
            if one != other:
                squares += 2 * (z.counts[s, v, other] - z.counts[s, v, one] + 1)
            total += t.variety_gain[s, v] * min(1.0, (n * n - squares) / t.variety_scale[s, v])
    for d in range(t.spread_gain.shape[1]):
        if t.spread_gain[s, d] > 0:
            one, other = t.sites[d, i], t.sites[d, x]
            change = z.near[s, d, other] - t.distances[d, one, other] - z.near[s, d, one]
            value = (z.within[s, d] + 2 * change) / t.spread_scale[s, d]
            total += t.spread_gain[s, d] * min(1.0, value)
    acquainted = z.known[s, x] - z.known[s, i]
    if z.known[s, x] > 0 and _is_tied(t, x, i):
        acquainted -= 1
    total -= t.tie_gain[s] * (z.acquainted[s] + 2 * acquainted)
    total += covered(t, z, s, i, x) + helped(t, z, s, i, x) + attended(t, z, s, i, x)
    if z.fewest[s] <= t.contact_most[s] or _contacts(t, z, s, x) <= t.contact_most[s]:
        total -= _contact_cost(t, z, s, i, x)  # else nobody comes below, whoever leaves
    return total - _rule_cost(t, z, s, i, x)


@compiled()
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
    """Give what F gains when slots s and u come to T `one` and `other`; u = -1 for none."""
    change = one - z.totals[s]
    least = one
    if u >= 0:
        change += other - z.totals[u]
        least = min(one, other)
    for k in range(3):
        if z.lowest[k] >= 0 and z.lowest[k] != s and z.lowest[k] != u:
            least = min(least, z.totals[z.lowest[k]])
            break
    rise = least - z.totals[z.lowest[0]]
    return (1 - t.balance + TILT) * change / t.formed + t.balance * rise


@compiled(forceinline=True)
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
    return OVERLAP_PRICE * gain


@compiled(forceinline=True)
def is_beside(t, z, s, x, but):  # type: ignore[no-untyped-def]
    """Say whether an actor is in a sibling of a slot, one of them not counted."""
    for k in range(t.sibling_start[s], t.sibling_start[s + 1]):
        u = t.sibling[k]
        if u != but and z.place[u, x] >= 0:
            return True
    return False
