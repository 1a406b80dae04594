"""Needs covered by the best fit, in the linear model and in the search.

For every threshold θ the best fit to a need is at most θ + Σ max(0, fit − θ) · x. These cuts,
at the thresholds where a solution misses them, say the same as a variable for every pair of
who serves what (Cornuéjols, Nemhauser and Wolsey 1980), and are exact at whole numbers.

The search keeps for every need of a slot the best fit, whose it is, and the second best. A
replacement is then priced without looking at who else could step in; making one finds the
bests of its slot anew.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.criteria.shapes.cover import Cover
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.shape import Shape
from matcher.optimise.thresholds import find_threshold


def add(model: Model, s: int, name: str, term: Cover) -> None:
    """Hold a value below the mean of the best fits to the needs."""
    can, means = model.can_be_in(s), {name: 1.0}
    for f, fits in enumerate(term.fits.T):
        model.boxes[_best_of(name, f)] = (0.0, float(fits[can].max(initial=0.0)))
        means[_best_of(name, f)] = -1 / term.fits.shape[1]
    model.rows.append(LinearRow({}, means, high=0.0))


def cut(model: Model, s: int, name: str, term: Cover, point: SlotSolution) -> None:
    """Cut off best fits that a solution's members do not have."""
    for f, fits in enumerate(term.fits.T):
        best = _best_of(name, f)
        threshold = find_threshold(fits, point.x, 1.0)
        above = np.maximum(0.0, fits - threshold)
        key = ("cover", best, threshold)
        claimed = point.others[best]
        if claimed > threshold + above @ point.x + point.tolerance and key not in model.seen:
            model.seen[key] = None
            model.rows.append(LinearRow({s: listed(-above)}, {best: 1.0}, high=threshold))


def _best_of(name: str, f: int) -> str:
    return f"w_{name}_{f}"


class CoverPart(NamedTuple):
    """Fits to needs, and the members' best.

    Attributes
    ----------
    needs : (S,) ints, how many a slot has to cover; fits : (S, A, F) floats; gain : (S, F)
        floats, what T gains for the best fit to a need
    best, second : (S, F) floats, the best two fits to each need; by : (S, F) ints, the actor
        whose the best is
    """

    needs: Ints
    fits: Floats
    gain: Floats
    best: Floats
    second: Floats
    by: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Cover, float]]]) -> CoverPart:
    """Lay the needs of each slot side by side."""
    listed = [
        [(fits, gain / term.fits.shape[1]) for term, gain in terms for fits in term.fits.T]
        for terms in held
    ]
    needs = np.array([len(each) for each in listed], dtype=np.int64)
    fits = np.zeros((len(held), ground.pool.size, needs.max(initial=0)))
    gain = np.zeros((len(held), needs.max(initial=0)))
    for s, each in enumerate(listed):
        for f, numbers in enumerate(each):
            fits[s, :, f], gain[s, f] = numbers
    by = np.full(gain.shape, -1, dtype=np.int64)
    return CoverPart(needs, fits, gain, np.zeros(gain.shape), np.zeros(gain.shape), by)


@inner()
def settle(p, at, s, a):  # type: ignore[no-untyped-def]
    """Find the best and the second best of a slot's members from its seats."""
    for f in range(p.needs[s]):
        p.best[s, f] = p.second[s, f] = 0.0
        p.by[s, f] = -1
        for k in range(at.sizes[s]):
            fit = p.fits[s, at.seat[s, k], f]
            if p.by[s, f] < 0 or fit > p.best[s, f]:
                p.second[s, f] = p.best[s, f]
                p.best[s, f] = fit
                p.by[s, f] = at.seat[s, k]
            elif fit > p.second[s, f]:
                p.second[s, f] = fit


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add the best fits."""
    added = 0.0
    for f in range(p.needs[s]):
        added += p.gain[s, f] * p.best[s, f]
    return total + added


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Let the second best serve what the leaver does, and the comer what it does better."""
    added = 0.0
    for f in range(p.needs[s]):
        left = p.second[s, f] if p.by[s, f] == i else p.best[s, f]
        added += p.gain[s, f] * max(left, p.fits[s, x, f])
    return total + added


def measure_each(term: Cover, members: Ints) -> Floats:
    """Give each coalition's mean of the best fits."""
    best = term.fits[members[:, 0]]
    for column in members.T[1:]:
        np.maximum(best, term.fits[column], out=best)
    means: Floats = best.mean(axis=1)
    return means


SHAPE = Shape(
    key="cover",
    position=50,
    term=Cover,
    add=add,
    cut=cut,
    each=measure_each,
    kernel=Kernel(
        CoverPart, ("best", "second", "by"), tabulate, settle=settle, now=now, after=after
    ),
)
