"""Variety of labels that some actors lack, in the linear model; the search asks the term.

With w of n members without a label, unlike pairs are as if these shared one, less
2w (n − w): convex in w, so it lies under the chord up to the most that w can be. Where that is
not enough, whole members say what they are worth.
"""

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.criteria.shapes.partial_variety import PartialVariety
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise import foreign_rows
from matcher.optimise.coefficients import listed
from matcher.optimise.many_coalitions import renumber, sum_pairs
from matcher.optimise.model import LinearRow, Model, SlotSolution, box_of_pairs
from matcher.optimise.shape import Shape
from matcher.optimise.shapes import variety

MOST = 2.0
"""No index over the largest is worth more: two kinds leave nearly half of all pairs unlike."""


def box(term: PartialVariety, n: int) -> tuple[float, float]:
    """Settle what has no pairs or no kinds."""
    return box_of_pairs(term, n) if n < 2 or term.kinds > 1 else (0.0, 0.0)


def add(model: Model, s: int, name: str, term: PartialVariety) -> None:
    """Hold the value below that with one label for all who lack theirs, less their pairs."""
    n = model.seats.sizes[s]
    if n < 2 or term.kinds < 2:
        return
    lacking = ~term.is_labelled & model.can_be_in(s)
    most = min(n, int(lacking.sum()))
    as_one = _name_as_one(name)
    model.boxes[as_one] = (0.0, MOST)
    variety.add(model, s, as_one, _make_one(term))
    taken = 2 * (n - most) / (n**2 * term.largest(n))
    x = {s: listed(taken * lacking.astype(float))} if lacking.any() and taken > 0 else {}
    model.rows.append(LinearRow(x, {name: 1.0, as_one: -1.0}, high=0.0))


def cut(model: Model, s: int, name: str, term: PartialVariety, point: SlotSolution) -> None:
    """Add the secants that a solution misses, and what whole members are worth."""
    if model.seats.sizes[s] > 1 and term.kinds > 1:
        variety.cut(model, s, _name_as_one(name), _make_one(term), point)
    foreign_rows.cut_term(model, s, name, term, point)


def complete(model: Model, s: int, name: str, term: PartialVariety) -> None:
    """Add every secant."""
    variety.complete(model, s, _name_as_one(name), _make_one(term))


def _make_one(term: PartialVariety) -> Variety:
    """Give all who lack a label the same one."""
    labels = np.where(term.is_labelled, term.labels, term.labels.max(initial=0) + 1)
    return Variety(labels, term.kinds)


def _name_as_one(name: str) -> str:
    return f"one_{name}"


def measure_each(term: PartialVariety, members: Ints) -> Floats:
    """Give each coalition's index, from its pairs of unlike members."""
    n = members.shape[1]
    if n < 2 or term.kinds < 2:
        return np.full(len(members), NOTHING_TO_JUDGE if n < 2 else 0.0)
    present, own = renumber(members)
    labels, labelled = term.labels[present], term.is_labelled[present]
    unlike = (labels[:, None] != labels) & labelled[:, None] & labelled
    pairs = 2 * sum_pairs(unlike.astype(float), own)
    values: Floats = np.minimum(1.0, pairs / n**2 / term.largest(n))
    return values


SHAPE = Shape(
    key="partial_variety",
    position=21,
    term=PartialVariety,
    box=box,
    add=add,
    cut=cut,
    complete=complete,
    each=measure_each,
)
