"""Maximally diverse grouping: annealing over swaps and shifts, in compiled loops.

The state is a table of what each element would share with each group, group by group, so
that any move costs a few look-ups and an accepted one two rows. A look draws one threshold
for an element and takes the first partner, from a random group on, whose gain passes it:
near the end fewer than one pair in a thousand does. For two groups the state keeps the most
that a member of the one would gain in the other; where that and the least distance there
is are too little, no member is looked at. On distances at random that leaves out nearly all
groups; on distances of points it leaves out none and costs little.

References
----------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983), Optimization by simulated annealing.
Gallego, M., Laguna, M., Martí, R., Duarte, A. (2013), Tabu search with strategic
oscillation for the maximally diverse grouping problem: the moves, and groups of
different sizes.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numba import njit

from matcher.core.arrays import Floats, Ints
from matcher.optimise.compiling import compiled

HOT, COLD = 0.4, 0.15
"""First and last temperature, in median losses of the least bad move at a local optimum."""


@dataclass(frozen=True, eq=False)
class Groups:
    """A grouping with its worth.

    Attributes
    ----------
    group : (n,) int array
        The group of each element.
    objective : float
        Sum over groups of the pairs inside.
    """

    group: Ints
    objective: float


def descend(pairs: Floats, start: Ints, least: Ints, most: Ints, seed: int) -> Groups:
    """Improve a grouping until no swap and no shift does.

    Parameters
    ----------
    pairs : (n, n) float array
        Symmetric, with a zero diagonal.
    start : (n,) int array
        Groups within their bounds.
    least, most : (m,) int arrays
        How many elements each group takes.
    seed : int
        Of the order in which elements are looked at.
    """
    group = start.astype(np.int64)
    random = np.random.default_rng(seed)
    _descend(np.ascontiguousarray(pairs), group, least, most, random)
    return Groups(group, measure(pairs, group))


def anneal(pairs: Floats, start: Ints, least: Ints, most: Ints, seed: int, sweeps: int) -> Groups:
    """Anneal for a number of sweeps, from a local optimum's temperature to its end.

    Parameters
    ----------
    pairs, start, least, most, seed
        As `descend` takes them.
    sweeps : int
        Times that every element looks for a partner; the same number gives the same groups.
    """
    annealing = Annealing(pairs, start, least, most, seed)
    annealing.cool(0.0, 1.0, sweeps)
    return annealing.end()


class Annealing:
    """An annealing that can be cooled in steps, by whoever watches the clock.

    Parameters
    ----------
    pairs, start, least, most, seed
        As `descend` takes them.
    """

    def __init__(self, pairs: Floats, start: Ints, least: Ints, most: Ints, seed: int) -> None:
        self._pairs, self._least, self._most = np.ascontiguousarray(pairs), least, most
        self._seed, self._random = seed, np.random.default_rng(seed)
        self._best = descend(self._pairs, start, least, most, seed)
        self._group = self._best.group.copy()
        self._loss = float(np.median(_least_losses(self._pairs, self._group)))

    def cool(self, begin: float, end: float, sweeps: int) -> None:
        """Cool from one share of the way to another in so many sweeps."""
        hot, cold = (
            HOT * self._loss * (COLD / HOT) ** share if self._loss > 0 else 0.0
            for share in (begin, end)
        )
        bounds = (self._least, self._most)
        found = _anneal(self._pairs, self._group, *bounds, self._random, sweeps, hot, cold)
        self._best = max(
            (self._best, Groups(found, measure(self._pairs, found))),
            key=lambda groups: groups.objective,
        )

    def end(self) -> Groups:
        """Give the best groups seen, after a descent."""
        return descend(self._pairs, self._best.group, self._least, self._most, self._seed)


def measure(pairs: Floats, group: Ints) -> float:
    """Give the sum over groups of the pairs inside."""
    return float(sum(pairs[np.ix_(own, own)].sum() for own in _members(group))) / 2


def deal(least: Ints, most: Ints, count: int, seed: int) -> Ints:
    """Deal shuffled elements to groups within their bounds, unevenly.

    With distances that are not negative, unequal groups have more pairs inside; groups are
    filled first where each element more makes the most of them.
    """
    sizes = least.copy()
    left = count - int(sizes.sum())
    for g in np.argsort(-(most + least), kind="stable").tolist():
        more = min(left, int(most[g] - least[g]))
        sizes[g] += more
        left -= more
    group = np.repeat(np.arange(len(sizes)), sizes)
    return np.random.default_rng(seed).permutation(group)


def _members(group: Ints) -> list[Ints]:
    return [np.flatnonzero(group == g) for g in range(int(group.max()) + 1)]


class _State(NamedTuple):
    """What a search keeps of a grouping.

    Attributes
    ----------
    group : (n,) int array
    table : (m, n) float array
        What each element shares with each group.
    own : (n,) float array
        What each element shares with its own group.
    members : (m, n) int array
        The groups' elements; of each row as many as the group is large.
    place : (n,) int array
        Where each element stands among its group's members.
    sizes : (m,) int array
    changed : (m + 1,) int array
        The moves at which the groups changed, and the moves so far.
    peak : (m, m) float array
        By group and other group, the most that a member of the other would gain in it.
    known : (m, m) int array
        The moves at which that was worked out.
    twice_least : (1,) float array
        Twice the least distance of all.
    """

    group: Ints
    table: Floats
    own: Floats
    members: Ints
    place: Ints
    sizes: Ints
    changed: Ints
    peak: Floats
    known: Ints
    twice_least: Floats


@njit(cache=True, fastmath=False)
def _tabulate(pairs, group, m):  # type: ignore[no-untyped-def]
    """Sum what each element shares with each group: (m, n)."""
    n = len(group)
    table = np.zeros((m, n))
    for y in range(n):
        table[group[y]] += pairs[y]
    return table


@njit(cache=True)
def _own(table, group):  # type: ignore[no-untyped-def]
    """Give what each element shares with its own group: (n,)."""
    own = np.empty(len(group))
    for k in range(len(group)):
        own[k] = table[group[k], k]
    return own


@compiled()
def _swap(pairs, z, x, y):  # type: ignore[no-untyped-def]
    """Exchange two elements."""
    group, table, members, place = z.group, z.table, z.members, z.place
    gx, gy = group[x], group[y]
    group[x], group[y] = gy, gx
    members[gx, place[x]], members[gy, place[y]] = y, x
    place[x], place[y] = place[y], place[x]
    row_x, row_y, to_x, to_y = pairs[x], pairs[y], table[gx], table[gy]
    for k in range(len(group)):
        change = row_y[k] - row_x[k]
        to_x[k] += change
        to_y[k] -= change
    _refresh(z, gx)
    _refresh(z, gy)


@compiled()
def _shift(pairs, z, x, g):  # type: ignore[no-untyped-def]
    """Move an element to another group."""
    group, table, members, place, sizes = z.group, z.table, z.members, z.place, z.sizes
    gx = group[x]
    group[x] = g
    row, from_x, to_x = pairs[x], table[gx], table[g]
    for k in range(len(group)):
        from_x[k] -= row[k]
    for k in range(len(group)):
        to_x[k] += row[k]
    last = members[gx, sizes[gx] - 1]
    members[gx, place[x]], place[last] = last, place[x]
    members[g, sizes[g]], place[x] = x, sizes[g]
    sizes[gx] -= 1
    sizes[g] += 1
    _refresh(z, gx)
    _refresh(z, g)


@compiled()
def _refresh(z, g):  # type: ignore[no-untyped-def]
    """Note that a group is another one."""
    for i in range(z.sizes[g]):
        y = z.members[g, i]
        z.own[y] = z.table[g, y]
    z.changed[-1] += 1
    z.changed[g] = z.changed[-1]


@compiled()
def _look(pairs, z, least, most, x, threshold, start):  # type: ignore[no-untyped-def]
    """Make the first move of an element whose gain is above a threshold; give the gain."""
    group, table, own, members, sizes = z.group, z.table, z.own, z.members, z.sizes
    changed, peak, known = z.changed, z.peak, z.known
    m = len(sizes)
    gx, own_x = group[x], own[x]
    with_gx, with_x = table[gx], pairs[x]
    if sizes[gx] > least[gx]:
        for k in range(m):
            g = (start + k) % m
            if g != gx and sizes[g] < most[g]:
                gain = table[g, x] - own_x
                if gain > threshold:
                    _shift(pairs, z, x, g)
                    return gain
    for k in range(m):
        g = (start + k) % m
        if g == gx:
            continue
        rise = table[g, x] - own_x
        if known[gx, g] < changed[g] or known[gx, g] < changed[gx]:
            best = -np.inf
            for i in range(sizes[g]):
                y = members[g, i]
                best = max(best, with_gx[y] - own[y])
            peak[gx, g] = best
            known[gx, g] = changed[-1]
        if rise + peak[gx, g] - z.twice_least[0] <= threshold:
            continue
        size = sizes[g]
        i = start % size
        for _ in range(size):
            i = i + 1 if i + 1 < size else 0
            y = members[g, i]
            gain = rise + with_gx[y] - own[y] - 2 * with_x[y]
            if gain > threshold:
                _swap(pairs, z, x, y)
                return gain
    return 0.0


@njit(cache=True)
def _count(group, m):  # type: ignore[no-untyped-def]
    sizes = np.zeros(m, dtype=np.int64)
    for g in group:
        sizes[g] += 1
    return sizes


@njit(cache=True)
def _state(pairs, group, m):  # type: ignore[no-untyped-def]
    """Give the state of a grouping, which is a part of it and changes with it."""
    n, sizes = len(group), _count(group, m)
    table = _tabulate(pairs, group, m)
    members, place = np.zeros((m, n), dtype=np.int64), np.zeros(n, dtype=np.int64)
    filled = np.zeros(m, dtype=np.int64)
    for x in range(n):
        g = group[x]
        members[g, filled[g]], place[x] = x, filled[g]
        filled[g] += 1
    changed = np.zeros(m + 1, dtype=np.int64)
    least = np.inf
    for x in range(n):
        for y in range(x):
            least = min(least, pairs[x, y])
    peak, known, own = np.zeros((m, m)), np.full((m, m), -1), _own(table, group)
    return _State(
        group, table, own, members, place, sizes, changed, peak, known, np.full(1, 2 * least)
    )


@njit(cache=True)
def _descend(pairs, group, least, most, random):  # type: ignore[no-untyped-def]
    """Make improving moves until every element has none."""
    n, m = len(group), len(least)
    z = _state(pairs, group, m)
    waiting = n
    x = int(random.random() * n)
    while waiting > 0:
        x = x + 1 if x + 1 < n else 0
        gain = _look(pairs, z, least, most, x, 1e-9, int(random.random() * n))
        waiting = n if gain > 0 else waiting - 1


@njit(cache=True)
def _least_losses(pairs, group):  # type: ignore[no-untyped-def]
    """Give, for each element, what the least bad swap would lose: (n,)."""
    n, m = len(group), group.max() + 1
    table = _tabulate(pairs, group, m)
    losses = np.empty(n)
    for x in range(n):
        gx, best = group[x], -np.inf
        for y in range(n):
            gy = group[y]
            if gy != gx:
                gain = table[gy, x] - table[gx, x] + table[gx, y] - table[gy, y] - 2 * pairs[x, y]
                best = max(best, gain)
        losses[x] = max(0.0, -best)
    return losses


@njit(cache=True)
def _anneal(pairs, group, least, most, random, sweeps, hot, cold):  # type: ignore[no-untyped-def]
    """Cool geometrically over the sweeps; give the best groups seen at a sweep's end."""
    n, m = len(group), len(least)
    z = _state(pairs, group, m)
    now = 0.0
    best, best_group = 0.0, group.copy()
    for sweep in range(sweeps):
        heat = hot * (cold / hot) ** (sweep / max(1, sweeps - 1)) if hot > 0 else 0.0
        for x in range(n):
            threshold = heat * np.log(1.0 - random.random())
            start = int(random.random() * n)
            now += _look(pairs, z, least, most, x, threshold, start)
        if now > best + 1e-9:
            best = now
            best_group[:] = group
    return best_group
