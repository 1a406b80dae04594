"""Maximally diverse grouping: annealing over swaps and shifts, in compiled loops.

The state is a table of what each element would share with each group, group by group, so
that any move costs a few look-ups and an accepted one two rows. A row scan draws one
threshold for an element and takes the first partner, from a random place on, whose gain
passes it: near the end fewer than one pair in a hundred does.

References
----------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983), Optimization by simulated annealing.
Gallego, M., Laguna, M., Martí, R., Duarte, A. (2013), Tabu search with strategic
oscillation for the maximally diverse grouping problem: the moves, and groups of
different sizes.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit

from matcher.optimise.compiling import compiled
from matcher.pool import Floats, Ints

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
    pairs = np.ascontiguousarray(pairs)
    group = descend(pairs, start, least, most, seed).group
    median = float(np.median(_least_losses(pairs, group)))
    random = np.random.default_rng(seed)
    best = _anneal(pairs, group, least, most, random, sweeps, HOT * median, COLD * median)
    return descend(pairs, best, least, most, seed)


def measure(pairs: Floats, group: Ints) -> float:
    """Give the sum over groups of the pairs inside."""
    return float(sum(pairs[np.ix_(own, own)].sum() for own in _members(group))) / 2


def deal(least: Ints, most: Ints, count: int, seed: int) -> Ints:
    """Deal shuffled elements to groups within their bounds, as unevenly as these allow.

    With distances that are not negative, unequal groups have more pairs inside.
    """
    sizes = least.copy()
    left = count - int(sizes.sum())
    for g in np.argsort(-(most - least), kind="stable").tolist():
        more = min(left, int(most[g] - least[g]))
        sizes[g] += more
        left -= more
    group = np.repeat(np.arange(len(sizes)), sizes)
    return np.random.default_rng(seed).permutation(group)


def _members(group: Ints) -> list[Ints]:
    return [np.flatnonzero(group == g) for g in range(int(group.max()) + 1)]


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
def _swap(pairs, table, group, own, x, y):  # type: ignore[no-untyped-def]
    """Exchange two elements."""
    gx, gy = group[x], group[y]
    group[x], group[y] = gy, gx
    row_x, row_y, to_x, to_y = pairs[x], pairs[y], table[gx], table[gy]
    # One array at a time, so that each loop does several elements to an instruction.
    for k in range(len(group)):
        to_x[k] += row_y[k] - row_x[k]
    for k in range(len(group)):
        to_y[k] += row_x[k] - row_y[k]
    for k in range(len(group)):
        own[k] = to_x[k] if group[k] == gx else to_y[k] if group[k] == gy else own[k]


@compiled()
def _shift(pairs, table, group, sizes, own, x, g):  # type: ignore[no-untyped-def]
    """Move an element to another group."""
    gx = group[x]
    group[x] = g
    row, from_x, to_x = pairs[x], table[gx], table[g]
    for k in range(len(group)):
        from_x[k] -= row[k]
        to_x[k] += row[k]
        if group[k] == gx:
            own[k] = from_x[k]
        elif group[k] == g:
            own[k] = to_x[k]
    sizes[gx] -= 1
    sizes[g] += 1


@compiled()
def _look(pairs, table, group, sizes, own, least, most, column, x, threshold, start):  # type: ignore[no-untyped-def]
    """Make the first move of an element whose gain is above a threshold; give the gain."""
    n, m = len(group), len(sizes)
    gx, own_x = group[x], own[x]
    with_gx, with_x = table[gx], pairs[x]
    if sizes[gx] > least[gx]:
        for k in range(m):
            g = (start + k) % m
            if g != gx and sizes[g] < most[g]:
                gain = table[g, x] - own_x
                if gain > threshold:
                    _shift(pairs, table, group, sizes, own, x, g)
                    return gain
    for g in range(m):
        column[g] = table[g, x] - own_x
    column[gx] = -np.inf
    for begin, end in ((start, n), (0, start)):
        for y in range(begin, end):
            gain = column[np.uint64(group[y])] + with_gx[y] - own[y] - 2 * with_x[y]
            if gain > threshold:
                _swap(pairs, table, group, own, x, y)
                return gain
    return 0.0


@njit(cache=True)
def _count(group, m):  # type: ignore[no-untyped-def]
    sizes = np.zeros(m, dtype=np.int64)
    for g in group:
        sizes[g] += 1
    return sizes


@njit(cache=True)
def _descend(pairs, group, least, most, random):  # type: ignore[no-untyped-def]
    """Make improving moves until every element has none."""
    n, m = len(group), len(least)
    table, sizes = _tabulate(pairs, group, m), _count(group, m)
    own, column = _own(table, group), np.empty(m)
    waiting = n
    x = int(random.random() * n)
    while waiting > 0:
        x = x + 1 if x + 1 < n else 0
        gain = _look(
            pairs, table, group, sizes, own, least, most, column, x, 1e-9, int(random.random() * n)
        )
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
    table, sizes = _tabulate(pairs, group, m), _count(group, m)
    own, column = _own(table, group), np.empty(m)
    now = 0.0
    best, best_group = 0.0, group.copy()
    for sweep in range(sweeps):
        heat = hot * (cold / hot) ** (sweep / max(1, sweeps - 1)) if hot > 0 else 0.0
        for x in range(n):
            threshold = heat * np.log(1.0 - random.random())
            start = int(random.random() * n)
            now += _look(pairs, table, group, sizes, own, least, most, column, x, threshold, start)
        if now > best + 1e-9:
            best = now
            best_group[:] = group
    return best_group
