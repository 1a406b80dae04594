"""What the best fits of members are worth in the linear model: facets covered, members helped.

For every threshold θ the best fit to a facet is at most θ + Σ max(0, fit − θ) · x, and what a
seeker i gets is at most θ · x_i + Σ max(0, fit − θ) · x of the others. These cuts, at the
thresholds where a solution misses them, say the same as a variable for every pair of whom is
served and who serves (Cornuéjols, Nemhauser and Wolsey 1980), and are exact at whole numbers.

The mean over those who seek divides by their number k, which is a choice as well: a variable
for each k takes the value apart, so that the sum is linear and exact once k is chosen.
"""

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.criteria.shapes.cover import Cover
from matcher.criteria.shapes.help import Help
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.coefficients import listed
from matcher.optimise.model import Model, Row

Key = tuple[object, ...]


def add_cover(model: Model, s: int, name: str, term: Cover) -> None:
    """Hold a value below the mean of the best fits to the facets."""
    can, means = _can_be_in(model, s), {name: 1.0}
    for f, fits in enumerate(term.fits.T):
        model.boxes[_best_of(name, f)] = (0.0, float(fits[can].max(initial=0.0)))
        means[_best_of(name, f)] = -1 / term.fits.shape[1]
    model.rows.append(Row({}, means, high=0.0))


def cut_cover(
    model: Model,
    s: int,
    name: str,
    term: Cover,
    x: Floats,
    others: dict[str, float],
    tolerance: float,
) -> None:
    """Cut off best fits that a solution's members do not have."""
    for f, fits in enumerate(term.fits.T):
        best = _best_of(name, f)
        threshold = _threshold(fits, x, 1.0)
        above = np.maximum(0.0, fits - threshold)
        key: Key = ("cover", best, threshold)
        if others[best] > threshold + above @ x + tolerance and key not in model.seen:
            model.seen[key] = None
            model.rows.append(Row({s: listed(-above)}, {best: 1.0}, high=threshold))


def add_help(model: Model, s: int, name: str, term: Help) -> None:
    """Take a value apart by how many seek, and hold each part below what they get."""
    can, n = _can_be_in(model, s), model.seats.sizes[s]
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
        model.rows.append(Row({}, {part: 1.0, way: -mean}, high=0.0))
    model.rows.append(Row({}, ways, 1.0, 1.0))
    model.rows.append(Row({s: listed(term.seeks.astype(float))}, counts, 0.0, 0.0))
    model.rows.append(Row({}, parts, high=0.0))
    met = listed(-np.where(term.seeks, term.most, 0.0))
    model.sums[_met(name)] = Row({s: met}, sums, high=0.0)
    model.rows.append(model.sums[_met(name)])


def cut_help(
    model: Model,
    s: int,
    name: str,
    term: Help,
    x: Floats,
    support: Ints,
    others: dict[str, float],
    tolerance: float,
) -> None:
    """Let those who get less than the most they could lack the difference."""
    lacking, rows = 0.0, []
    seekers = support[term.seeks[support]]
    given = term.offers.between(seekers, np.arange(len(x)))
    for i, fits in zip(seekers.tolist(), given, strict=True):
        fits[i] = 0.0
        threshold = _threshold(fits, np.where(np.arange(len(x)) == i, 0.0, x), x[i])
        vector = -np.maximum(0.0, fits - threshold)
        vector[i] = term.most[i] - threshold
        lacking += max(0.0, float(vector @ x))
        rows.append((i, threshold, vector))
    met = model.sums[_met(name)]
    claimed = sum(c * others[part] for part, c in met.others.items() if part.startswith("p_"))
    if claimed <= -met.x[s].dot(x) - lacking + tolerance:
        return
    for i, threshold, vector in rows:
        lack = f"d_{name}_{i}"
        key: Key = ("help", lack, threshold)
        if float(vector @ x) > others.get(lack, 0.0) + tolerance and key not in model.seen:
            model.seen[key] = None
            if lack not in model.boxes:
                model.boxes[lack] = (0.0, float(term.most[i]))
                model.grow(_met(name), lack, 1.0, 0.0)
            model.rows.append(Row({s: listed(vector)}, {lack: -1.0}, high=0.0))


def _can_be_in(model: Model, s: int) -> Bools:
    can: Bools = model.problem.slots[s].allowed & (model.problem.pool.capacity > 0)
    return can


def _best_of(name: str, f: int) -> str:
    return f"w_{name}_{f}"


def _met(name: str) -> Key:
    return ("met", name)


def _threshold(fits: Floats, x: Floats, enough: float) -> float:
    """Give the fit down to which the members with the best fits are `enough` together."""
    support = np.flatnonzero(x > 1e-9)
    order = support[np.argsort(-fits[support], kind="stable")]
    at = int(np.searchsorted(np.cumsum(x[order]), enough - 1e-9))
    return float(fits[order[at]]) if at < len(order) else 0.0
