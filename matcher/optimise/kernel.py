"""What a shape of term, or a kind of row, brings to the compiled search.

A kernel keeps arrays of its own, its *part*, and says how they change when somebody enters
or leaves a slot, and what T a replacement would leave. `optimise.composed` puts all kernels
together when the search is compiled: no kernel knows another, and the search knows none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool

Item = TypeVar("Item")
Compiled = Callable[..., Any]


class Seating(NamedTuple):
    """Who sits where: what every kernel may look at.

    Attributes
    ----------
    sizes : (S,) ints; 0 where the coalition is not formed
    seat : (S, N) ints, the members; place : (S, A) ints, each actor's seat or -1
    """

    sizes: Ints
    seat: Ints
    place: Ints


@dataclass(frozen=True, eq=False)
class Ground:
    """What tables are laid out over.

    Attributes
    ----------
    sizes : tuple of int
        By slot.
    constant : (S,) float array
        What T has whoever is in; kernels add to it.
    """

    pool: Pool
    sizes: tuple[int, ...]
    constant: Floats


@dataclass(frozen=True, eq=False)
class Kernel(Generic[Item]):
    """Arrays and compiled functions of one shape or kind.

    Every function takes the part first, `at` is a `Seating`, and those that are None do
    nothing. They are compiled by `optimise.compiling.compiled`, and make no arrays.

    Attributes
    ----------
    part : type
        A named tuple of arrays whose name no other part has.
    changing : tuple of str
        The arrays of it that a search changes; each search has its own.
    tabulate : callable
        Makes the part from what each slot holds: pairs of a term and what a unit of it counts
        in T, or claims of rules; nothing where the slot is not formed.
    table_of : callable, optional
        Tells the tables apart of which a part holds only one, by what equals for the same:
        items with another go the way of those that have no kernel.
    open : callable
        Readies a part, with arrays of its own, for one search over a `Seating`.
    check : callable
        Raises what went wrong in a part while compiled code ran.
    clear : (part, at, s, a) -> None
        Empties a slot; `a` means nothing.
    enter, leave : (part, at, s, a) -> None
        Counts an actor in or out of a slot; the seats are still, or no longer, its own.
    settle : (part, at, s, a) -> None
        Follows once the seats of a slot are taken; `a` means nothing.
    now : (part, at, total, s, i, x) -> float
        Adds to a total what a slot is worth as it is; `i` and `x` are -1.
    after : (part, at, total, s, i, x) -> float
        Adds what it is worth once x has taken i's seat.
    allows : (part, s, i, x) -> bool
        Says whether that may be.
    """

    part: type[Any]
    changing: tuple[str, ...]
    tabulate: Callable[[Ground, Sequence[Sequence[Item]]], Any]
    table_of: Callable[[Item], object] | None = None
    open: Callable[[Any, Seating], Any] = lambda part, _: part
    check: Callable[[Any], None] = lambda _: None
    clear: Compiled | None = None
    enter: Compiled | None = None
    leave: Compiled | None = None
    settle: Compiled | None = None
    now: Compiled | None = None
    after: Compiled | None = None
    allows: Compiled | None = None

    def begin(self, part: Any, at: Seating) -> Any:
        """Give a part for one search, with arrays of its own where they change."""
        own = {name: getattr(part, name).copy() for name in self.changing}
        return self.open(part._replace(**own), at)
