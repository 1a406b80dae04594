"""A season's problem as flat arrays, for the compiled search."""

from typing import Any, NamedTuple

import numpy as np

from matcher.constraints.size import SIZE
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem
from matcher.optimise.foreign import FOREIGN, judge_rule, judge_term
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.registry import KERNELS, holder_of, shape_of
from matcher.optimise.row_kind import Claim
from matcher.optimise.seats import Seats

MISSED_UNIT = 10.0
"""Price in F of a unit by which a hard rule that counts as a price is missed, at the least.

Of a seat by which an overlap is missed, too.
"""


class Tables(NamedTuple):
    """What does not change while a search runs; axis S the slots, A the actors.

    Attributes
    ----------
    sizes : (S,) ints; formed : int, how many are not 0, at least 1
    balance : float
    constant : (S,) floats, what T has whoever is in
    capacity : (A,) ints; allowed, held : (S, A) bools
    sibling_start, sibling : slots of the same challenge, by slot, compressed
    overlaps : (R, S, A) bools; overlap_least, overlap_most : (R,) ints
    missed_unit : float, price in F of a unit by which a hard rule or an overlap is missed
    missed_price : float, price in T of such a unit of a rule
    """

    sizes: Ints
    formed: int
    balance: float
    constant: Floats
    capacity: Ints
    allowed: Bools
    held: Bools
    sibling_start: Ints
    sibling: Ints
    overlaps: Bools
    overlap_least: Ints
    overlap_most: Ints
    missed_unit: float
    missed_price: float


Parts = tuple[Any, ...]
"""One for each of `KERNELS`."""


def missed_unit(problem: Problem) -> float:
    """Give the price in F of a unit of a hard rule: no soft rules of a coalition outweigh it."""
    strengths = (sum(rule.strength or 0.0 for rule in slot.soft) for slot in problem.slots)
    return max(MISSED_UNIT, 2 * (1 + max(strengths, default=0.0) / problem.weight))


def tabulate(problem: Problem, seats: Seats) -> tuple[Tables, Parts]:
    """Flatten a problem whose seats are settled."""
    pool, count, unit = problem.pool, len(problem.slots), missed_unit(problem)
    ground = Ground(pool, seats.sizes, np.zeros(count))
    held = _Held(count)
    for s, slot in enumerate(problem.slots):
        if not seats.sizes[s]:
            continue
        for key, terms in slot.terms.items():
            for term in terms:
                gain, kernel = problem.share_of(key, term), shape_of(term).kernel
                if kernel is None or not held.take(s, kernel, (term, gain)):
                    held.take(s, FOREIGN, judge_term(term, gain))
        claims = [
            Claim(rule, units, unit * count, must_hold=True)
            for rule, units in zip(slot.rules, seats.give_ups[s], strict=True)
            if rule.rule.kind != SIZE  # a replacement leaves it as it is
        ]
        claims += [
            Claim(rule, 0, problem.price(rule, seats.sizes[s]), must_hold=False)
            for rule in slot.soft
        ]
        for claim in claims:
            holder = holder_of(claim.rule)
            if holder.kernel is None or not held.take(s, holder.kernel, claim):
                held.take(s, FOREIGN, judge_rule(pool, claim))
    allowed = np.array([slot.allowed for slot in problem.slots]).reshape(count, pool.size)
    held_seats = np.zeros((count, pool.size), dtype=bool)
    for a, group in problem.pins:
        held_seats[list(group), a] = True
    beside = {s: [u for u in group if u != s] for group in problem.siblings for s in group}
    tables = Tables(
        sizes=np.array(seats.sizes, dtype=np.int64),
        formed=max(1, sum(size > 0 for size in seats.sizes)),
        balance=float(problem.balance),
        constant=ground.constant,
        capacity=np.minimum(pool.capacity, count),
        allowed=allowed & (pool.capacity > 0),
        held=held_seats,
        sibling_start=np.cumsum([0, *(len(beside[s]) for s in range(count))], dtype=np.int64),
        sibling=np.array([u for s in range(count) for u in beside[s]], dtype=np.int64),
        overlaps=np.array([o.marks for o in problem.overlaps], dtype=bool).reshape(
            -1, count, pool.size
        ),
        overlap_least=np.array([o.least for o in problem.overlaps], dtype=np.int64),
        overlap_most=np.array([o.most for o in problem.overlaps], dtype=np.int64),
        missed_unit=unit,
        missed_price=unit * count,
    )
    return tables, tuple(kernel.tabulate(ground, held.by_kernel[kernel]) for kernel in KERNELS)


class _Held:
    """What each kernel holds, slot by slot."""

    def __init__(self, count: int) -> None:
        self.by_kernel: dict[Kernel[Any], list[list[Any]]] = {
            kernel: [[] for _ in range(count)] for kernel in KERNELS
        }
        self.tables: dict[Kernel[Any], object] = {}

    def take(self, s: int, kernel: Kernel[Any], item: object) -> bool:
        """Give a kernel an item, unless it holds a table already that is not the item's."""
        if kernel.table_of is not None:
            table = kernel.table_of(item)
            if self.tables.setdefault(kernel, table) != table:
                return False
        self.by_kernel[kernel][s].append(item)
        return True
