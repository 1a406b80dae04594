"""The rows of the linear model, over the whole pool: what every term and every rule adds.

What a shape of term adds is in `optimise.shapes`, what a kind of row in `optimise.row_kinds`.
Rows of which there are too many enter only where a solution misses them.
"""

from collections.abc import Collection, Iterator

import numpy as np

from matcher.constraints.kind import Applied
from matcher.core.arrays import Floats
from matcher.core.problem import Problem
from matcher.criteria.term import Term
from matcher.optimise.coefficients import listed
from matcher.optimise.model import WORST, LinearRow, Model, SlotSolution, total_of
from matcher.optimise.registry import holder_of, shape_of
from matcher.optimise.seats import Seats


def build_model(problem: Problem, seats: Seats) -> Model:
    """Build all rows but the lazy ones."""
    model = Model(problem, seats, np.zeros((len(problem.slots), problem.pool.size)))
    if problem.balance > 0:
        lost = max(sum(rule.strength or 0.0 for rule in slot.soft) for slot in problem.slots)
        model.boxes[WORST] = (-lost / problem.weight, 1.0)
        model.other_costs[WORST] = -problem.balance
    for s in model.formed:
        n = seats.sizes[s]
        linear = np.zeros(problem.pool.size)
        others: dict[str, float] = {}
        for key, name, term in _terms(model, s):
            share, shape = problem.share_of(key, term), shape_of(term)
            if shape.weigh is not None:
                linear += shape.weigh(term, share, n)
                continue
            others[name] = share
            model.boxes[name] = shape.box(term, n)
            model.other_costs[name] = -model.mean_share * share
            shape.add(model, s, name, term)
        model.costs[s] = -model.mean_share * linear
        if problem.balance > 0:
            total = total_of(s)
            model.boxes[total] = model.boxes[WORST]
            own = {total: 1.0, **{k: -v for k, v in others.items()}}
            row = LinearRow({s: listed(-linear)}, own, high=0.0)
            model.worst[s] = row
            model.least[s] = LinearRow({}, {WORST: 1.0, total: -1.0}, high=0.0)
            model.rows += [row, model.least[s]]
        for name, rule, units in _rules(model, s):
            holder_of(rule).add(model, s, name, rule, units)
    for overlap in problem.overlaps:
        marks = {s: listed(overlap.marks[s].astype(float)) for s in model.formed}
        model.rows.append(LinearRow(marks, {}, float(overlap.least), float(overlap.most)))
    if problem.floor is not None:
        model.rows.append(_floor(model, *problem.floor))
    return model


def _floor(model: Model, criterion: str, least: float) -> LinearRow:
    """Hold a criterion's mean over the coalitions above a value."""
    formed, x, others = len(model.formed), {}, {}
    for s in model.formed:
        own = np.zeros(model.problem.pool.size)
        for key, name, term in _terms(model, s):
            weigh = shape_of(term).weigh
            if key == criterion and weigh is not None:
                own += weigh(term, term.share, model.seats.sizes[s] * formed)
            elif key == criterion:
                others[name] = term.share / formed
        x[s] = listed(own)
    return LinearRow(x, others, low=least)


def _terms(model: Model, s: int) -> Iterator[tuple[str, str, Term]]:
    """Give a slot's terms with their criteria and the names of their variables."""
    for key, terms in model.problem.slots[s].terms.items():
        for i, term in enumerate(terms):
            yield key, f"v_{s}_{key}_{i}", term


def _rules(model: Model, s: int) -> Iterator[tuple[str, Applied, int | None]]:
    """Give a slot's rules with their names, and by what the hard ones give way."""
    slot = model.problem.slots[s]
    for r, (rule, units) in enumerate(zip(slot.rules, model.seats.give_ups[s], strict=True)):
        yield f"{s}_h{r}", rule, units
    for r, rule in enumerate(slot.soft):
        yield f"{s}_s{r}", rule, None


def add_every_row(model: Model) -> None:
    """Add every row there is of those that few solutions miss, for small models."""
    for s in model.formed:
        for _, name, term in _terms(model, s):
            shape_of(term).complete(model, s, name, term)


def separate(
    model: Model,
    x: Floats,
    others: dict[str, float],
    tolerance: float = 1e-6,
    apart: Collection[int] = (),
) -> int:
    """Add the lazy rows that a solution misses, tangents at it among them.

    Parameters
    ----------
    x : (S, A) float array
        Members, fractions allowed.
    others : dict
        Values of the other variables.
    apart : collection of int
        Slots whose members the program tells apart by sets of times.

    Returns
    -------
    int
        How many rows were added.
    """
    before = len(model.rows)
    names = tuple(model.times[s].name for s in apart)
    for s in model.formed:
        point = SlotSolution(x[s], np.flatnonzero(x[s] > 1e-9), others, tolerance, names)
        for _, name, term in _terms(model, s):
            if name in model.boxes:
                shape_of(term).cut(model, s, name, term, point)
        for name, rule, units in _rules(model, s):
            holder_of(rule).cut(model, s, name, rule, units, point)
    return len(model.rows) - before
