"""The mean distance, in the linear model and in the search.

Where the distances are of negative type, as great-circle distance is, it is concave at fixed
size and lies under its tangents, which enter where a solution misses them. Of any others
nothing is known but what whole members are worth.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.criteria.shapes.spread import Spread
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise import foreign_rows
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.many_coalitions import renumber, sum_pairs
from matcher.optimise.model import LinearRow, Model, SlotSolution, box_of_pairs
from matcher.optimise.shape import Shape


def cut(model: Model, s: int, name: str, term: Spread, point: SlotSolution) -> None:
    """Add the tangent at a solution, where its value lies above."""
    if not term.is_negative_type:
        foreign_rows.cut_term(model, s, name, term, point)
        return
    n, x, support = model.seats.sizes[s], point.x, point.support
    if n < 2:
        return
    scale = n * (n - 1) * term.reference
    slope = x[support] @ term.distances(support)
    here = float(slope[support] @ x[support])
    if point.others[name] > here / scale + point.tolerance:
        model.rows.append(
            LinearRow({s: listed(-2 * slope / scale)}, {name: 1.0}, high=-here / scale)
        )


class SpreadPart(NamedTuple):
    """Distances between sites, and how far the members are from each.

    Attributes
    ----------
    sites : (D, A) ints; distances : (D, P, P) floats between sites
    gain, scale : (S, D) floats; T gains gain · min(1, Σ distances / scale)
    near : (S, D, P) floats, from the members to each site; within : (S, D) floats
    """

    sites: Ints
    distances: Floats
    gain: Floats
    scale: Floats
    near: Floats
    within: Floats


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Spread, float]]]) -> SpreadPart:
    """List the distances; what has no pairs to judge is a constant."""
    sets: list[tuple[object, Ints, Floats]] = []
    listed: list[dict[int, tuple[float, float]]] = []
    for s, terms in enumerate(held):
        n = ground.sizes[s]
        listed.append({})
        for term, share in terms:
            if n < 2:
                ground.constant[s] += share * NOTHING_TO_JUDGE
                continue
            d = next((d for d, each in enumerate(sets) if each[0] == term.distances), len(sets))
            if d == len(sets):
                sets.append((term.distances, *_sites(ground.pool, term)))
            before, _ = listed[-1].get(d, (0.0, 0.0))
            listed[-1][d] = (before + share, n * (n - 1) * term.reference)
    gain, scale = np.zeros((len(held), len(sets))), np.ones((len(held), len(sets)))
    for s, each in enumerate(listed):
        for d, numbers in each.items():
            gain[s, d], scale[s, d] = numbers
    largest = max((len(far) for _, _, far in sets), default=0)
    distances = np.zeros((len(sets), largest, largest))
    for d, (_, _, far) in enumerate(sets):
        distances[d, : len(far), : len(far)] = far
    sites = np.array([s for _, s, _ in sets], dtype=np.int64).reshape(-1, ground.pool.size)
    near = np.zeros((len(held), len(sets), largest))
    return SpreadPart(sites, distances, gain, scale, near, np.zeros(gain.shape))


def _sites(pool: Pool, term: Spread) -> tuple[Ints, Floats]:
    """Give each actor's site and the distances between sites; actors at one point share one."""
    if term.distances == pool.distances_km:
        _, first, sites = np.unique(pool.points, axis=0, return_index=True, return_inverse=True)
    else:
        first = sites = np.arange(pool.size)
    return sites.reshape(-1).astype(np.int64), term.distances(first)[:, first]


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.near[s] = 0.0
    p.within[s] = 0.0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    for d in range(p.gain.shape[1]):
        if p.gain[s, d] > 0:
            site = p.sites[d, a]
            p.within[s, d] += 2 * p.near[s, d, site]
            for place in range(p.near.shape[2]):
                p.near[s, d, place] += p.distances[d, site, place]


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    for d in range(p.gain.shape[1]):
        if p.gain[s, d] > 0:
            site = p.sites[d, a]
            for place in range(p.near.shape[2]):
                p.near[s, d, place] -= p.distances[d, site, place]
            p.within[s, d] -= 2 * p.near[s, d, site]


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add the sum of distances over its scale."""
    for d in range(p.gain.shape[1]):
        total += p.gain[s, d] * min(1.0, p.within[s, d] / p.scale[s, d])
    return total


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Exchange one row of distances."""
    for d in range(p.gain.shape[1]):
        if p.gain[s, d] > 0:
            one, other = p.sites[d, i], p.sites[d, x]
            change = p.near[s, d, other] - p.distances[d, one, other] - p.near[s, d, one]
            value = (p.within[s, d] + 2 * change) / p.scale[s, d]
            total += p.gain[s, d] * min(1.0, value)
    return total


def measure_each(term: Spread, members: Ints) -> Floats:
    """Give each coalition's mean distance over the reference."""
    n = members.shape[1]
    if n < 2:
        return np.full(len(members), NOTHING_TO_JUDGE)
    present, own = renumber(members)
    distances = sum_pairs(term.distances(present, present), own)
    values: Floats = np.minimum(1.0, 2 * distances / (n * (n - 1) * term.reference))
    return values


SHAPE = Shape(
    key="spread",
    position=30,
    term=Spread,
    box=box_of_pairs,
    cut=cut,
    each=measure_each,
    kernel=Kernel(
        SpreadPart,
        ("near", "within"),
        tabulate,
        clear=clear,
        enter=enter,
        leave=leave,
        now=now,
        after=after,
    ),
)
