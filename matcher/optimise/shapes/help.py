"""Members helped by the best fit of another, in the linear model and in the search.

What a seeker i gets is, for every threshold θ, at most θ · x_i + Σ max(0, fit − θ) · x of the
others, as in `optimise.shapes.cover`. The mean over those who seek divides by their number k,
which is a choice as well: a variable for each k takes the value apart, so that the sum is
linear and exact once k is chosen.

The search keeps for every member who seeks the best fit, whose it is, and the second best.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.offers import Offers, OffersTable
from matcher.criteria.shapes.help import Help
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.many_coalitions import renumber
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.shape import Shape
from matcher.optimise.thresholds import find_threshold

Key = tuple[object, ...]


def add(model: Model, s: int, name: str, term: Help) -> None:
    """Take a value apart by how many seek, and hold each part below what they get."""
    can, n = model.can_be_in(s), model.seats.sizes[s]
    seeking = term.seeks & can
    most = np.sort(term.most[seeking])[::-1]
    fewest = max(0, n - int(np.count_nonzero(can & ~term.seeks)))
    ways: dict[str, float] = {}
    counts: dict[str, float] = {}
    parts = {name: 1.0}
    sums: dict[str, float] = {}
    for k in range(fewest, min(n, len(most)) + 1):
        way, part = f"k_{name}_{k}", f"p_{name}_{k}"
        model.boxes[way], model.integers[way] = (0.0, 1.0), None
        ways[way], counts[way] = 1.0, -float(k)
        if k == 0:
            parts[way] = -NOTHING_TO_JUDGE
            continue
        mean = float(most[:k].mean())
        model.boxes[part] = (0.0, mean)
        parts[part], sums[part] = -1.0, float(k)
        model.rows.append(LinearRow({}, {part: 1.0, way: -mean}, high=0.0))
    model.rows.append(LinearRow({}, ways, 1.0, 1.0))
    model.rows.append(LinearRow({s: listed(term.seeks.astype(float))}, counts, 0.0, 0.0))
    model.rows.append(LinearRow({}, parts, high=0.0))
    met = listed(-np.where(term.seeks, term.most, 0.0))
    model.sums[_met(name)] = LinearRow({s: met}, sums, high=0.0)
    model.rows.append(model.sums[_met(name)])


def cut(model: Model, s: int, name: str, term: Help, point: SlotSolution) -> None:
    """Let those who get less than the most they could lack the difference."""
    x, others, support = point.x, point.others, point.support
    lacking, rows = 0.0, []
    seekers = support[term.seeks[support]]
    given = term.offers.between(seekers, np.arange(len(x)))
    for i, fits in zip(seekers.tolist(), given, strict=True):
        fits[i] = 0.0
        threshold = find_threshold(fits, np.where(np.arange(len(x)) == i, 0.0, x), x[i])
        vector = -np.maximum(0.0, fits - threshold)
        vector[i] = term.most[i] - threshold
        lacking += max(0.0, float(vector @ x))
        rows.append((i, threshold, vector))
    met = model.sums[_met(name)]
    claimed = sum(c * others[part] for part, c in met.others.items() if part.startswith("p_"))
    if claimed <= -met.x[s].dot(x) - lacking + point.tolerance:
        return
    for i, threshold, vector in rows:
        lack = f"d_{name}_{i}"
        key: Key = ("help", lack, threshold)
        is_missed = float(vector @ x) > others.get(lack, 0.0) + point.tolerance
        if is_missed and key not in model.seen:
            model.seen[key] = None
            if lack not in model.boxes:
                model.boxes[lack] = (0.0, float(term.most[i]))
                model.grow(_met(name), lack, 1.0, 0.0)
            model.rows.append(LinearRow({s: listed(vector)}, {lack: -1.0}, high=0.0))


def _met(name: str) -> Key:
    return ("met", name)


class HelpPart(NamedTuple):
    """Offers, and what the members get.

    Attributes
    ----------
    offers : (A, A) floats; seeks : (A,) bools; gain : (S,) floats, what T gains for the mean
        over those who seek
    best, second : (S, N) floats, the best two fits to what each member seeks; by : (S, N)
        ints, the actor whose the best is
    """

    offers: Floats
    seeks: Bools
    gain: Floats
    best: Floats
    second: Floats
    by: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Help, float]]]) -> HelpPart:
    """Take the one table of offers."""
    offers: Offers = OffersTable(np.zeros((0, 0)))
    seeks = np.zeros(ground.pool.size, dtype=bool)
    gain = np.zeros(len(held))
    for s, terms in enumerate(held):
        for term, share in terms:
            offers, seeks = term.offers, term.seeks
            gain[s] += share
    shape = (len(held), max(1, *ground.sizes, 1))
    by = np.full(shape, -1, dtype=np.int64)
    table = np.ascontiguousarray(offers.table)
    return HelpPart(table, seeks, gain, np.zeros(shape), np.zeros(shape), by)


@inner()
def settle(p, at, s, a):  # type: ignore[no-untyped-def]
    """Find the best and the second best for a slot's members from its seats."""
    if p.gain[s] == 0.0:
        return
    for k in range(at.sizes[s]):
        i = at.seat[s, k]
        p.best[s, k] = p.second[s, k] = 0.0
        p.by[s, k] = -1
        if p.seeks[i]:
            for other in range(at.sizes[s]):
                j = at.seat[s, other]
                if j == i:
                    continue
                fit = p.offers[i, j]
                if p.by[s, k] < 0 or fit > p.best[s, k]:
                    p.second[s, k] = p.best[s, k]
                    p.best[s, k] = fit
                    p.by[s, k] = j
                elif fit > p.second[s, k]:
                    p.second[s, k] = fit


@inner()
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add what meeting seeks is worth once x has taken i's seat; both -1 for as it is."""
    if p.gain[s] == 0.0:
        return total
    met, seekers = 0.0, 0
    for k in range(at.sizes[s]):
        a = at.seat[s, k]
        if a != i and p.seeks[a]:
            seekers += 1
            if x < 0:
                met += p.best[s, k]
            else:
                left = p.second[s, k] if p.by[s, k] == i else p.best[s, k]
                met += max(left, p.offers[a, x])
    if x >= 0 and p.seeks[x]:
        seekers += 1
        best = 0.0
        for k in range(at.sizes[s]):
            j = at.seat[s, k]
            if j != i:
                best = max(best, p.offers[x, j])
        met += best
    if seekers == 0:
        return total + p.gain[s] * NOTHING_TO_JUDGE
    return total + p.gain[s] * met / seekers


def measure_each(term: Help, members: Ints) -> Floats:
    """Give each coalition's mean of what its seekers get at best."""
    present, own = renumber(members)
    seeks, given = term.seeks[present], term.offers.between(present, present)
    seekers = seeks[own].sum(axis=0)
    got = np.zeros(len(members))
    for i, receiver in enumerate(own):
        best = np.zeros(len(members))
        for j, giver in enumerate(own):
            if i != j:
                np.maximum(best, given[receiver, giver], out=best)
        got += np.where(seeks[receiver], best, 0.0)
    return np.where(seekers > 0, got / np.maximum(1, seekers), NOTHING_TO_JUDGE)


SHAPE = Shape(
    key="help",
    position=60,
    term=Help,
    add=add,
    cut=cut,
    each=measure_each,
    kernel=Kernel(
        HelpPart,
        ("best", "second", "by"),
        tabulate,
        table_of=lambda item: id(item[0].offers),
        settle=settle,
        now=after,
        after=after,
    ),
)
