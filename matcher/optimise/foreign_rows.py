"""Terms and rules that bring no rows, in the models: by their value in whole members alone.

In the linear model a term is worth the most that it can be, until a solution in whole
members M says otherwise: then it is at most value(M) + step · d for whoever is d seats away,
where a step is at least what any single replacement gains and half of what there is to gain
at all. A rule is treated alike. Such rows hold for all members, and at whole numbers they say
everything, though one coalition at a time (Laporte and Louveaux 1993).
"""

from typing import TYPE_CHECKING

import numpy as np
import pulp

from matcher.constraints.kind import Applied
from matcher.core.arrays import Floats, Ints
from matcher.criteria.term import Term
from matcher.optimise.coefficients import Coefficients
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.row_kind import give_way

if TYPE_CHECKING:
    from matcher.optimise.seat_model import SeatModel


def cut_term(model: Model, s: int, name: str, term: Term, point: SlotSolution) -> None:
    """Hold a value below what whole members, and those near them, are worth."""
    members = point.whole(model.seats.sizes[s])
    if members is None:
        return
    value, most = term.value(members), model.boxes[name][1]
    if point.others[name] <= value + point.tolerance:
        return
    nearby = _of_comers(model, s, members, term.replaced(members)).max(initial=value)
    step = max(float(nearby) - value, (most - value) / 2, 0.0)
    marks = Coefficients(members, np.full(len(members), step))
    model.rows.append(LinearRow({s: marks}, {name: 1.0}, high=value + step * len(members)))


def add_rule(model: Model, s: int, name: str, rule: Applied, units: int | None) -> None:
    """Let a soft rule have a price; nothing is known yet of who misses it."""
    if units is None:
        model.boxes[_missed(name)] = (0.0, float(rule.asked_of(model.seats.sizes[s])))
        give_way(model, s, name, _missed(name), rule, None)


def cut_rule(
    model: Model, s: int, name: str, rule: Applied, units: int | None, point: SlotSolution
) -> None:
    """Keep whole members, and those near them who miss it too, from missing a rule for free."""
    members = point.whole(model.seats.sizes[s])
    if members is None:
        return
    pool, n = model.problem.pool, len(members)
    short = rule.shortfall(pool, members)
    claimed = point.others[_missed(name)] if units is None else float(units)
    if short <= claimed + point.tolerance:
        return
    after = _of_comers(model, s, members, rule.shortfalls_after(pool, members).astype(float))
    nearby = float(after.min(initial=short))
    if units is None:
        step = max(short - nearby, short / 2)
        marks = Coefficients(members, np.full(n, -step))
        model.rows.append(LinearRow({s: marks}, {_missed(name): 1.0}, low=short - step * n))
    else:
        marks = Coefficients(members, np.ones(n))
        model.rows.append(LinearRow({s: marks}, {}, high=float(n - (1 if nearby <= units else 2))))


def seat_rule(model: "SeatModel", s: int, r: int, rule: Applied) -> pulp.LpAffineExpression:
    """Let a rule give way by what is found to be missed as seats are counted."""
    slack = pulp.LpAffineExpression()
    if model.may_yield(rule):
        slack += model.add(f"missed_{s}_{r}", 0, None)
    model.watch(s, r, slack)
    return slack


def _missed(name: str) -> str:
    return f"missed_{name}"


def _of_comers(model: Model, s: int, members: Ints, table: Floats) -> Floats:
    """Take what a table says of those who may come in."""
    comers = model.can_be_in(s)
    comers[members] = False
    return table[:, comers]
