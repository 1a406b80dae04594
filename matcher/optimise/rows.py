"""The rows of the linear model, over the whole pool.

Counts are exact: the square of a whole number lies on the secants through its neighbours.
The mean distance is concave at fixed size, since great-circle distance is of negative type,
and lies under its tangents. Secants, tangents, ties and new contacts enter only where a
solution misses them. What the best fits give is in `optimise.fit_rows`, what
the best times give in `optimise.time_rows`.
"""

from collections.abc import Collection, Iterator

import numpy as np

from matcher.constraints.kind import Applied
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem
from matcher.criteria.shapes.attendance import Attendance
from matcher.criteria.shapes.cover import Cover
from matcher.criteria.shapes.help import Help
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.shapes.spread import Spread
from matcher.criteria.shapes.strangers import Strangers
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import Term
from matcher.optimise.coefficients import Coefficients, listed
from matcher.optimise.fit_rows import add_cover, add_help, cut_cover, cut_help
from matcher.optimise.model import WORST, Model, Row, total_of
from matcher.optimise.seats import Seats
from matcher.optimise.time_rows import add_attendance, cut_attendance


def build_model(problem: Problem, seats: Seats) -> Model:
    """Build all rows but the lazy ones."""
    model = Model(problem, seats, np.zeros((len(problem.slots), problem.pool.size)))
    if problem.balance > 0:
        lost = max(sum(rule.strength or 0.0 for rule in slot.soft) for slot in problem.slots)
        model.boxes[WORST] = (-lost / problem.weight, 1.0)
        model.other_costs[WORST] = -problem.balance
    for s in model.formed:
        slot, n = problem.slots[s], seats.sizes[s]
        linear = np.zeros(problem.pool.size)
        others: dict[str, float] = {}
        for key, name, term in _terms(model, s):
            share = problem.share_of(key, term)
            if isinstance(term, Linear):
                linear += share * term.values / n
                continue
            others[name] = share
            model.boxes[name] = _box(term, n)
            model.other_costs[name] = -model.mean_share * share
            if isinstance(term, Variety) and _is_judged(term, n):
                _add_variety(model, s, name, term)
            elif isinstance(term, Strangers) and n > 1:
                model.grow(("ties", s), name, 1.0, 1.0)
            elif isinstance(term, Cover):
                add_cover(model, s, name, term)
            elif isinstance(term, Help):
                add_help(model, s, name, term)
            elif isinstance(term, Attendance):
                add_attendance(model, s, name, term)
        model.costs[s] = -model.mean_share * linear
        if problem.balance > 0:
            total = total_of(s)
            model.boxes[total] = model.boxes[WORST]
            own = {total: 1.0, **{k: -v for k, v in others.items()}}
            row = Row({s: listed(-linear)}, own, high=0.0)
            model.worst[s] = row
            model.least[s] = Row({}, {WORST: 1.0, total: -1.0}, high=0.0)
            model.rows += [row, model.least[s]]
        for r, (rule, units) in enumerate(zip(slot.rules, seats.give_ups[s], strict=True)):
            _add_rule(model, s, f"{s}_h{r}", rule, units)
        for r, rule in enumerate(slot.soft):
            _add_rule(model, s, f"{s}_s{r}", rule, None)
    for overlap in problem.overlaps:
        marks = {s: listed(overlap.marks[s].astype(float)) for s in model.formed}
        model.rows.append(Row(marks, {}, float(overlap.least), float(overlap.most)))
    if problem.floor is not None:
        model.rows.append(_floor(model, *problem.floor))
    return model


def _floor(model: Model, criterion: str, least: float) -> Row:
    """Hold a criterion's mean over the coalitions above a value."""
    formed, x, others = len(model.formed), {}, {}
    for s in model.formed:
        own = np.zeros(model.problem.pool.size)
        for key, name, term in _terms(model, s):
            if key == criterion and isinstance(term, Linear):
                own += term.share * term.values / (model.seats.sizes[s] * formed)
            elif key == criterion:
                others[name] = term.share / formed
        x[s] = listed(own)
    return Row(x, others, low=least)


def _add_rule(model: Model, s: int, name: str, rule: Applied, units: int | None) -> None:
    """Hold the counted rows of one of a rule's ways, but for what it gives way by."""
    ways: dict[str, float] = {}
    for w, way in enumerate(rule.ways):
        taken = f"way_{name}_{w}" if len(rule.ways) > 1 else None
        if taken is not None:
            ways[taken] = 1.0
            model.boxes[taken] = (0.0, 1.0)
            model.integers[taken] = None
        for i, row in enumerate(way):
            # The size is settled, so a row that counts everybody has nothing to say.
            if isinstance(row, CountRow) and not row.is_size:
                slack = None if units == 0 else f"missed_{name}_{w}_{i}"
                _add_count(model, s, row, taken, slack)
                if slack is not None:
                    _give_way(model, s, name, slack, rule, units)
    if ways:
        model.rows.append(Row({}, ways, 1.0, 1.0))


def _add_count(model: Model, s: int, row: CountRow, taken: str | None, slack: str | None) -> None:
    """Add a counted row; where its way is not taken it asks for nothing."""
    counts, n = listed(row.marks.astype(float)), model.seats.sizes[s]
    below = float(row.furthest_below) if row.least is not None else 0.0
    above = float(row.furthest_above(n)) if row.most is not None else 0.0
    if slack is not None:
        model.boxes[slack] = (0.0, max(below, above))
    if row.least is not None:
        others = {} if taken is None else {taken: -below}
        if slack is not None:
            others[slack] = 1.0
        model.rows.append(Row({s: counts}, others, low=row.least - (below if taken else 0.0)))
    if row.most is not None:
        others = {} if taken is None else {taken: above}
        if slack is not None:
            others[slack] = -1.0
        model.rows.append(Row({s: counts}, others, high=row.most + (above if taken else 0.0)))


def _give_way(
    model: Model, s: int, name: str, slack: str, rule: Applied, units: int | None
) -> None:
    """Let a hard rule give way by its units in all, and a soft one at its price."""
    if units is None:
        model.charge(s, slack, model.problem.price(rule, model.seats.sizes[s]))
    else:
        model.grow(("given", name), slack, 1.0, float(units))


def _terms(model: Model, s: int) -> Iterator[tuple[str, str, Term]]:
    for key, terms in model.problem.slots[s].terms.items():
        for i, term in enumerate(terms):
            yield key, f"v_{s}_{key}_{i}", term


def _box(term: Term, n: int) -> tuple[float, float]:
    if n < 2 and not isinstance(term, Cover | Help | Attendance):
        return 0.5, 0.5
    if isinstance(term, Variety) and term.kinds < 2:
        return 0.0, 0.0
    return 0.0, 1.0


def _add_variety(model: Model, s: int, name: str, term: Variety) -> None:
    """Tie the counts of labels to their squares, and these to the value."""
    n = model.seats.sizes[s]
    scale = n**2 * term.largest(n)
    squares: dict[str, float] = {name: 1.0}
    for label, marked in _marked(model, s, term):
        most = min(n, int(marked.sum()))
        count, square = _count_of(name, label), _square_of(name, label)
        model.boxes[count], model.boxes[square] = (0.0, float(most)), (0.0, float(most**2))
        squares[square] = 1 / scale
        model.rows.append(Row({s: listed(marked.astype(float))}, {count: -1.0}, 0.0, 0.0))
        _add_secant(model, name, label, 0)
    model.rows.append(Row({}, squares, high=n**2 / scale))


def _marked(model: Model, s: int, term: Variety) -> Iterator[tuple[int, Bools]]:
    """Give the labels that somebody in reach of a slot has, with who has them."""
    allowed = model.problem.slots[s].allowed
    for label in np.unique(term.labels[allowed]).tolist():
        yield label, (term.labels == label) & allowed


def _count_of(name: str, label: int) -> str:
    return f"c_{name}_{label}"


def _square_of(name: str, label: int) -> str:
    return f"q_{name}_{label}"


def _add_secant(model: Model, name: str, label: int, k: int) -> None:
    """Hold a square above its secant between the counts k and k + 1, once."""
    key = ("secant", name, label, k)
    if key not in model.seen:
        model.seen[key] = None
        others = {_count_of(name, label): 2.0 * k + 1, _square_of(name, label): -1.0}
        model.rows.append(Row({}, others, high=float(k * (k + 1))))


def add_secants(model: Model) -> None:
    """Add every secant, for solutions in whole numbers of small models."""
    for s in model.formed:
        for _, name, term in _terms(model, s):
            if isinstance(term, Variety) and _is_judged(term, model.seats.sizes[s]):
                for label, _ in _marked(model, s, term):
                    for k in range(int(model.boxes[_count_of(name, label)][1])):
                        _add_secant(model, name, label, k)


def _is_judged(term: Variety, n: int) -> bool:
    return n > 1 and term.kinds > 1


def add_cuts(
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
    for s in model.formed:
        n = model.seats.sizes[s]
        support = np.flatnonzero(x[s] > 1e-9)
        for _, name, term in _terms(model, s):
            if n > 1 and isinstance(term, Spread):
                _add_tangent(model, s, name, term, x[s], support, others, tolerance)
            elif n > 1 and isinstance(term, Strangers):
                _add_ties(model, s, term, x[s], support, tolerance)
            elif isinstance(term, Variety) and _is_judged(term, n):
                _bend(model, s, name, term, others, tolerance)
            elif isinstance(term, Cover):
                cut_cover(model, s, name, term, x[s], others, tolerance)
            elif isinstance(term, Help):
                cut_help(model, s, name, term, x[s], support, others, tolerance)
            elif isinstance(term, Attendance) and s not in apart:
                cut_attendance(model, s, name, term, x[s], others, tolerance)
        slot = model.problem.slots[s]
        held = zip(slot.rules, model.seats.give_ups[s], strict=True)
        for r, (rule, units) in enumerate(held):
            _add_contacts(model, s, f"{s}_h{r}", rule, units, x[s], support, others, tolerance)
        for r, rule in enumerate(slot.soft):
            _add_contacts(model, s, f"{s}_s{r}", rule, None, x[s], support, others, tolerance)
    return len(model.rows) - before


def _add_tangent(
    model: Model,
    s: int,
    name: str,
    term: Spread,
    x: Floats,
    support: Ints,
    others: dict[str, float],
    tolerance: float,
) -> None:
    n = model.seats.sizes[s]
    scale = n * (n - 1) * term.reference
    slope = x[support] @ term.distances(support)
    here = float(slope[support] @ x[support])
    if others[name] > here / scale + tolerance:
        model.rows.append(Row({s: listed(-2 * slope / scale)}, {name: 1.0}, high=-here / scale))


def _bend(
    model: Model, s: int, name: str, term: Variety, others: dict[str, float], tolerance: float
) -> None:
    """Add the secants at the counts of a solution that it misses."""
    n = model.seats.sizes[s]
    missed = tolerance * n**2 * term.largest(n)
    for label, _ in _marked(model, s, term):
        count = others[_count_of(name, label)]
        k = max(0, int(np.ceil(count - 1e-9)) - 1)
        if (2 * k + 1) * count - k * (k + 1) > others[_square_of(name, label)] + missed:
            _add_secant(model, name, label, k)


def _add_ties(
    model: Model,
    s: int,
    term: Strangers,
    x: Floats,
    support: Ints,
    tolerance: float,
) -> None:
    """Add pair variables for tied pairs that a solution counts too cheaply."""
    n = model.seats.sizes[s]
    inside = term.tied[support][:, support].toarray()
    for i, j in zip(*np.nonzero(np.triu(inside)), strict=True):
        a, b = int(support[i]), int(support[j])
        pair = f"y_{s}_{a}_{b}"
        if x[a] + x[b] - 1 > tolerance and pair not in model.boxes:
            model.boxes[pair] = (0.0, 1.0)
            both = Coefficients(np.array([a, b]), np.ones(2))
            model.rows.append(Row({s: both}, {pair: -1.0}, high=1.0))
            model.grow(("ties", s), pair, 2 / (n * (n - 1)), 1.0)


def _add_contacts(
    model: Model,
    s: int,
    name: str,
    rule: Applied,
    units: int | None,
    x: Floats,
    support: Ints,
    others: dict[str, float],
    tolerance: float,
) -> None:
    """Add the rows of members who meet too few new contacts."""
    for row in rule.contacts:
        new = model.problem.pool.is_new(support).astype(float)
        short = row.least * x[support] - new @ x
        for i, a in enumerate(support.tolist()):
            missing = f"missed_{name}_{a}"
            is_short = short[i] > others.get(missing, 0.0) + tolerance
            if is_short and ("contacts", name, a) not in model.seen:
                model.seen[("contacts", name, a)] = None
                vector = -new[i]
                vector[a] = row.least
                slack = {}
                if units != 0:
                    most = row.least if units is None else min(units, row.least)
                    model.boxes[missing] = (0.0, float(most))
                    slack = {missing: -1.0}
                    _give_way(model, s, name, missing, rule, units)
                model.rows.append(Row({s: listed(vector)}, slack, high=0.0))
