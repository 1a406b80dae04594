"""Terms and rules without a kernel, in the compiled search: they are asked themselves.

Whenever a slot's seats are taken, the search calls back, and a table is made of what every
single replacement in the slot would be worth. Pricing a move then is one look-up.
"""

import ctypes
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.pool import Pool
from matcher.criteria.term import Term
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel, Seating
from matcher.optimise.row_kind import Claim


@dataclass(frozen=True, eq=False)
class Judge:
    """Something that members add to T, as a whole and after each single replacement.

    Attributes
    ----------
    now : callable
        Gives what members add.
    after : callable
        Gives what they add after each replacement: (n, A), as `Term.replaced`.
    """

    now: Callable[[Ints], float]
    after: Callable[[Ints], Floats]


def judge_term(term: Term, gain: float) -> Judge:
    """Let a term be asked itself."""
    return Judge(
        lambda members: gain * term.value(members),
        lambda members: gain * term.replaced(members),
    )


def judge_rule(pool: Pool, claim: Claim) -> Judge:
    """Let a rule be asked itself by how much it is missed."""
    rule, units = claim.rule, claim.units
    return Judge(
        lambda members: -claim.price * max(0, rule.shortfall(pool, members) - units),
        lambda members: (
            -claim.price * np.maximum(0.0, rule.shortfalls_after(pool, members) - units)
        ),
    )


class Judges(NamedTuple):
    """Whom to ask, by slot: what a search's part is made from."""

    by_slot: tuple[tuple[Judge, ...], ...]


class ForeignPart(NamedTuple):
    """What those who are asked have said.

    Attributes
    ----------
    address : int, whom to call back
    is_asked : (S,) bools, whether a slot has anybody to ask
    worth : (S,) floats, what the members add to T; table : (S, N, A) floats, likewise after
        each single replacement
    """

    address: int
    is_asked: Bools
    worth: Floats
    table: Floats


_CALLED = ctypes.CFUNCTYPE(None, ctypes.c_int64)
_CALLBACKS: dict[int, Any] = {}
"""Those of the searches that are there, by address; each goes when its search's table does."""
_FAILURES: dict[int, BaseException] = {}


def tabulate(ground: Ground, held: Sequence[Sequence[Judge]]) -> Judges:
    """Note whom to ask."""
    return Judges(tuple(map(tuple, held)))


def open_part(judges: Judges, at: Seating) -> ForeignPart:
    """Make a part with a callback of its own."""
    is_asked = np.array([bool(each) for each in judges.by_slot], dtype=bool)
    (count, seats), actors = at.seat.shape, at.place.shape[1]
    table = np.zeros((count, seats, actors) if is_asked.any() else (0, 0, 0))
    worth = np.zeros(count)
    if not is_asked.any():
        return ForeignPart(0, is_asked, worth, table)
    kept = weakref.ref(table)

    def ask(s: int) -> None:
        try:
            members, rows = at.seat[s, : at.sizes[s]].copy(), kept()
            order = np.argsort(members)
            if rows is not None:
                worth[s] = sum(judge.now(members[order]) for judge in judges.by_slot[s])
                rows[s, order] = sum(judge.after(members[order]) for judge in judges.by_slot[s])
        except BaseException as error:  # compiled code knows none: raised once it has ended
            _FAILURES.setdefault(address, error)

    callback = _CALLED(ask)
    address = int(ctypes.cast(callback, ctypes.c_void_p).value or 0)
    _CALLBACKS[address] = callback
    weakref.finalize(table, _forget, address)
    return ForeignPart(address, is_asked, worth, table)


def _forget(address: int) -> None:
    _CALLBACKS.pop(address, None)
    _FAILURES.pop(address, None)


def check(part: ForeignPart) -> None:
    """Raise what went wrong while somebody was asked."""
    if (error := _FAILURES.pop(part.address, None)) is not None:
        raise error


@intrinsic
def _call(typing_context, address, s):  # type: ignore[no-untyped-def]
    """Call the function at an address with a slot."""

    def generate(context, builder, signature, arguments):  # type: ignore[no-untyped-def]
        kind = ir.FunctionType(ir.VoidType(), [ir.IntType(64)])
        builder.call(builder.inttoptr(arguments[0], kind.as_pointer()), [arguments[1]])
        return context.get_dummy_value()

    return types.void(types.int64, types.int64), generate


@inner()
def settle(p, at, s, a):  # type: ignore[no-untyped-def]
    """Ask what the slot is worth now, and after every replacement."""
    if p.is_asked[s]:
        _call(p.address, s)  # type: ignore[call-arg]


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add what was said of the members."""
    return total + p.worth[s]


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add what was said of the replacement."""
    return total + p.table[s, at.place[s, i], x] if p.is_asked[s] else total


FOREIGN: Kernel[Judge] = Kernel(
    ForeignPart, (), tabulate, open=open_part, check=check, settle=settle, now=now, after=after
)
