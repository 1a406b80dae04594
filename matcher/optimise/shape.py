"""What the optimiser knows of a shape of term: rows, cuts and a kernel.

A shape that registers nothing is still solved: it is worth 1 at most until a solution in
whole members says otherwise (`optimise.foreign_rows`), and the search asks the term itself
(`optimise.foreign`). What is registered makes that faster, or the bound tighter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from matcher.core.arrays import Floats, Ints
from matcher.criteria.term import Term
from matcher.optimise import foreign_rows
from matcher.optimise.kernel import Kernel
from matcher.optimise.model import Model, SlotSolution

T = TypeVar("T", bound=Term)


def _from_0_to_1(_term: Any, _n: int) -> tuple[float, float]:
    return 0.0, 1.0


def _nothing(_model: Model, _s: int, _name: str, _term: Any) -> None:
    """Add no rows."""


@dataclass(frozen=True)
class Shape(Generic[T]):
    """A shape of term in the linear model and in the search.

    Attributes
    ----------
    key : str
        Name, which no other shape has.
    position : int
        Place in the order in which a coalition's worth is added up.
    term : type
        The class of its terms.
    kernel : Kernel, optional
        Of pairs of a term and what a unit of it counts in T.
    weigh : callable, optional
        Gives what a member of n adds by itself, (A,), where a unit of the mean counts so much,
        and that is all there is: the term is then part of the columns' costs, and has no
        variable and no rows.
    each : callable, optional
        Gives the values of many coalitions at once: (N,), from their members (N, n).
    box : callable
        Gives the least and the most that the value of n members can be.
    add : callable
        Adds the rows of a slot's term, whose value is the variable of the name.
    cut : callable
        Adds rows that a point misses. Every row holds for all members that may be in.
    complete : callable
        Adds every row there is of those that `cut` would add one by one, where they are few.
    """

    key: str
    position: int
    term: type[T]
    kernel: Kernel[tuple[T, float]] | None = None
    weigh: Callable[[T, float, int], Floats] | None = None
    each: Callable[[T, Ints], Floats] | None = None
    box: Callable[[T, int], tuple[float, float]] = _from_0_to_1
    add: Callable[[Model, int, str, T], None] = _nothing
    cut: Callable[[Model, int, str, T, SlotSolution], None] = foreign_rows.cut_term
    complete: Callable[[Model, int, str, T], None] = _nothing
