"""What the optimiser knows of a kind of row that rules are made of.

A rule all of whose rows are of a kind that holds it is held by that kind: in the seat model,
in the linear model and in the search. Any other is held by its shortfall alone, see
`optimise.foreign_rows` and `optimise.foreign`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pulp

from matcher.constraints.kind import Applied
from matcher.constraints.rows import Row
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.optimise.kernel import Kernel
from matcher.optimise.model import Model, SlotSolution

if TYPE_CHECKING:
    from matcher.optimise.seat_model import SeatModel


@dataclass(frozen=True, eq=False)
class Claim:
    """A rule in one slot of the search.

    Attributes
    ----------
    units : int
        By which it is settled to give way; 0 for a soft one.
    price : float
        What each unit beyond takes off T.
    must_hold : bool
        Whether members who miss it more may as well be forbidden.
    """

    rule: Applied
    units: int
    price: float
    must_hold: bool


def _always(_rule: Applied) -> bool:
    return True


@dataclass(frozen=True, eq=False, kw_only=True)
class Holder:
    """What holds a rule in the seat model, in the linear model and in the search.

    Attributes
    ----------
    kernel : Kernel, optional
        Of claims.
    seat : callable
        Holds a rule, by its place among a slot's, in the model that counts seats; gives what
        it gives way by in all.
    add : callable
        Adds a rule's rows to the linear model; `units` None for a soft one, at its price.
    cut : callable
        Adds rows that a point misses. Every row holds for all members that may be in.
    """

    kernel: Kernel[Claim] | None = None
    seat: Callable[["SeatModel", int, int, Applied], pulp.LpAffineExpression]
    add: Callable[[Model, int, str, Applied, int | None], None]
    cut: Callable[[Model, int, str, Applied, int | None, SlotSolution], None]


@dataclass(frozen=True, eq=False, kw_only=True)
class RowKind(Holder):
    """What holds the rules that are made of one kind of row.

    Attributes
    ----------
    key : str
        Name, which no other kind has.
    position : int
        Place in the order in which what is missed is taken off.
    row : type
        The class of its rows.
    holds : callable
        Says whether it can hold a rule all of whose rows are of the kind.
    each : callable, optional
        Gives by how much many coalitions miss a row at once: (N,), from their members (N, n).
    """

    key: str
    position: int
    row: type[Row]
    holds: Callable[[Applied], bool] = _always
    each: Callable[[Pool, Any, Ints], Ints] | None = None


def give_way(model: Model, s: int, name: str, slack: str, rule: Applied, units: int | None) -> None:
    """Let a hard rule give way by its units in all, and a soft one at its price."""
    if units is None:
        model.charge(s, slack, model.problem.price(rule, model.seats.sizes[s]))
    else:
        model.grow(("given", name), slack, 1.0, float(units))
