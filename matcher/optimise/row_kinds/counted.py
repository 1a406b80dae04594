"""Counted rows: at least or at most so many marks, in the models and in the search."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pulp

from matcher.constraints.kind import Applied
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import Bytes, inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.row_kind import Claim, RowKind, give_way

if TYPE_CHECKING:
    from matcher.optimise.seat_model import SeatModel

FAR = 1 << 20
"""A count that no coalition reaches."""


def seat(model: "SeatModel", s: int, r: int, rule: Applied) -> pulp.LpAffineExpression:
    """Hold the rows of one of the rule's ways; give what they give way by in all."""
    ways = []
    slack = pulp.LpAffineExpression()
    for w, way in enumerate(rule.ways_of(CountRow)):
        # A row of a way that is not taken is relieved of all that it could ask.
        relief = pulp.LpAffineExpression()
        if len(rule.ways) > 1:
            ways.append(model.add(f"way_{s}_{r}_{w}", 0, 1))
            relief = 1 - ways[-1]
        for i, row in enumerate(way):
            slack += _seat_row(model, s, f"{s}_{r}_{w}_{i}", row, rule, relief)
    if ways:
        model.model += pulp.lpSum(ways) == 1
    return slack


def _seat_row(
    model: "SeatModel",
    s: int,
    name: str,
    row: CountRow,
    rule: Applied,
    relief: pulp.LpAffineExpression,
) -> pulp.LpAffineExpression:
    marks = row.marks[model.demand.cells.examples].tolist()
    count = pulp.lpSum(marks[d] * model.taken[d] for d in model.by_slot[s] if marks[d])
    slack = pulp.LpAffineExpression()
    if row.least is not None:
        furthest = row.furthest_below
        low = count + furthest * relief
        if model.may_yield(rule):
            below = model.add(f"below_{name}", 0, furthest)
            slack, low = slack + below, low + below
        model.model += low >= row.least * model.formed[s]
    if row.most is not None:
        furthest = row.furthest_above(model.problem.pool.size)
        high = count - furthest * relief
        if model.may_yield(rule):
            above = model.add(f"above_{name}", 0, furthest)
            slack, high = slack + above, high - above
        model.model += high <= row.most
    return slack


def add(model: Model, s: int, name: str, rule: Applied, units: int | None) -> None:
    """Hold the rows of one of a rule's ways, but for what it gives way by."""
    ways: dict[str, float] = {}
    for w, way in enumerate(rule.ways_of(CountRow)):
        taken = f"way_{name}_{w}" if len(rule.ways) > 1 else None
        if taken is not None:
            ways[taken] = 1.0
            model.boxes[taken] = (0.0, 1.0)
            model.integers[taken] = None
        for i, row in enumerate(way):
            # The size is settled, so a hard row that counts everybody has nothing to say; where
            # it has a price, or stands for one of several ways, what it misses is told apart.
            if not (row.is_size and units is not None and taken is None):
                slack = None if units == 0 else f"missed_{name}_{w}_{i}"
                _add_row(model, s, row, taken, slack)
                if slack is not None:
                    give_way(model, s, name, slack, rule, units)
    if ways:
        model.rows.append(LinearRow({}, ways, 1.0, 1.0))


def _add_row(model: Model, s: int, row: CountRow, taken: str | None, slack: str | None) -> None:
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
        model.rows.append(LinearRow({s: counts}, others, low=row.least - (below if taken else 0.0)))
    if row.most is not None:
        others = {} if taken is None else {taken: above}
        if slack is not None:
            others[slack] = -1.0
        model.rows.append(LinearRow({s: counts}, others, high=row.most + (above if taken else 0.0)))


def cut(
    model: Model, s: int, name: str, rule: Applied, units: int | None, point: SlotSolution
) -> None:
    """Add nothing: every row is there."""


class CountedPart(NamedTuple):
    """Marks, what they must be and what they cost.

    Attributes
    ----------
    marks : (U, A) int8, the distinct marks of counted rows
    touch_start, touch : which marks are not zero, by actor, compressed
    least, most : (S, U) ints, of the rows that must hold throughout
    rule_start : (S + 1,), way_start, row_start, rule_units, rule_price, row_mark, row_least,
        row_most : the rules that have a price, compressed slot → rule → way → row
    tally : (S, U) ints, members' marks
    """

    marks: Bytes
    touch_start: Ints
    touch: Ints
    least: Ints
    most: Ints
    rule_start: Ints
    way_start: Ints
    row_start: Ints
    rule_units: Ints
    rule_price: Floats
    row_mark: Ints
    row_least: Ints
    row_most: Ints
    tally: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[Claim]]) -> CountedPart:
    """List the marks; rules of one way that may not be missed become limits, others priced."""
    marks, priced = _Marks(ground.pool.size), _Priced()
    least: list[dict[int, int]] = []
    most: list[dict[int, int]] = []
    for claims in held:
        low: dict[int, int] = {}
        high: dict[int, int] = {}
        for claim in claims:
            if not claim.must_hold or claim.units or len(claim.rule.ways) > 1:
                priced.add(claim, marks)
                continue
            for row in claim.rule.counts:
                u = marks.number(row)
                if row.least is not None:
                    low[u] = max(low.get(u, -FAR), row.least)
                if row.most is not None:
                    high[u] = min(high.get(u, FAR), row.most)
        priced.rule_start.append(len(priced.rules))
        least.append(low)
        most.append(high)
    stacked = np.array(marks.rows, dtype=np.int8).reshape(-1, ground.pool.size)
    touched = stacked != 0
    rows = np.array(priced.rows, dtype=np.int64).reshape(-1, 3)
    return CountedPart(
        marks=stacked,
        touch_start=np.r_[0, np.cumsum(touched.sum(axis=0))].astype(np.int64),
        touch=np.nonzero(touched.T)[1].astype(np.int64),
        least=_limits(least, len(stacked), -FAR),
        most=_limits(most, len(stacked), FAR),
        rule_start=np.array(priced.rule_start, dtype=np.int64),
        way_start=np.array(priced.way_start, dtype=np.int64),
        row_start=np.array(priced.row_start, dtype=np.int64),
        rule_units=np.array([units for units, _ in priced.rules], dtype=np.int64),
        rule_price=np.array([price for _, price in priced.rules], dtype=np.float64),
        row_mark=rows[:, 0].copy(),
        row_least=rows[:, 1].copy(),
        row_most=rows[:, 2].copy(),
        tally=np.zeros((len(held), len(stacked)), dtype=np.int64),
    )


def _limits(stated: list[dict[int, int]], width: int, default: int) -> Ints:
    limits = np.full((len(stated), width), default, dtype=np.int64)
    for s, limit in enumerate(stated):
        for u, value in limit.items():
            limits[s, u] = value
    return limits


class _Marks:
    """The distinct marks of counted rows."""

    def __init__(self, size: int) -> None:
        self.numbers: dict[bytes, int] = {}
        self.rows: list[Bytes] = []
        self.size = size

    def number(self, row: CountRow) -> int:
        marks = row.marks.astype(np.int8)
        key = marks.tobytes()
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append(marks)
        return self.numbers[key]


class _Priced:
    """The rules that have a price, compressed slot → rule → way → row."""

    def __init__(self) -> None:
        self.rule_start, self.way_start, self.row_start = [0], [0], [0]
        self.rules: list[tuple[int, float]] = []
        self.rows: list[tuple[int, int, int]] = []

    def add(self, claim: Claim, marks: _Marks) -> None:
        for way in claim.rule.ways_of(CountRow):
            for row in way:
                low = -FAR if row.least is None else row.least
                high = FAR if row.most is None else row.most
                self.rows.append((marks.number(row), low, high))
            self.row_start.append(len(self.rows))
        self.way_start.append(len(self.row_start) - 1)
        self.rules.append((claim.units, claim.price))


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.tally[s] = 0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    for k in range(p.touch_start[a], p.touch_start[a + 1]):
        p.tally[s, p.touch[k]] += p.marks[p.touch[k], a]


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    for k in range(p.touch_start[a], p.touch_start[a + 1]):
        p.tally[s, p.touch[k]] -= p.marks[p.touch[k], a]


@inner(forceinline=True)
def allows(p, s, i, x):  # type: ignore[no-untyped-def]
    """Say whether the rows that must hold do once x has taken i's seat."""
    for k in range(p.touch_start[x], p.touch_start[x + 1]):
        u = p.touch[k]
        tally = p.tally[s, u] + p.marks[u, x] - p.marks[u, i]
        if tally < p.least[s, u] or tally > p.most[s, u]:
            return False
    for k in range(p.touch_start[i], p.touch_start[i + 1]):
        u = p.touch[k]
        tally = p.tally[s, u] + p.marks[u, x] - p.marks[u, i]
        if tally < p.least[s, u] or tally > p.most[s, u]:
            return False
    return True


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Take off what is missed once x has taken i's seat; both -1 for things as they are."""
    cost = 0.0
    for r in range(p.rule_start[s], p.rule_start[s + 1]):
        fewest = 1 << 30
        for w in range(p.way_start[r], p.way_start[r + 1]):
            missed = 0
            for q in range(p.row_start[w], p.row_start[w + 1]):
                u = p.row_mark[q]
                tally = p.tally[s, u]
                if i >= 0:
                    tally += p.marks[u, x] - p.marks[u, i]
                missed += max(0, p.row_least[q] - tally) + max(0, tally - p.row_most[q])
            fewest = min(fewest, missed)
        cost += p.rule_price[r] * max(0, fewest - p.rule_units[r])
    return total - cost


def miss_each(_pool: Pool, row: CountRow, members: Ints) -> Ints:
    """Give by how much each coalition's count misses a row."""
    return row.misses(row.marks[members].sum(axis=1))


KIND = RowKind(
    key="counted",
    position=20,
    row=CountRow,
    seat=seat,
    add=add,
    cut=cut,
    each=miss_each,
    kernel=Kernel(
        CountedPart,
        ("tally",),
        tabulate,
        clear=clear,
        enter=enter,
        leave=leave,
        now=after,
        after=after,
        allows=allows,
    ),
)
