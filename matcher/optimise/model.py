"""The linear model of who is a member: its rows, columns' costs and other variables.

Rows speak of every actor, also of those whose columns are not in the solved model, so that
leaving columns out can be priced (see `optimise.bound`).
"""

from dataclasses import dataclass, field

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.coefficients import Coefficients
from matcher.optimise.seats import Seats
from matcher.optimise.time_sets import TimeSets

WORST = "worst"
"""The variable that no coalition's T is below."""


@dataclass(frozen=True, eq=False)
class LinearRow:
    """`low` ≤ Σ over slots of coefficients · x + Σ coefficient · other ≤ `high`."""

    x: dict[int, Coefficients]
    others: dict[str, float]
    low: float = -np.inf
    high: float = np.inf


@dataclass(eq=False)
class Model:
    """Rows, columns' costs and bounds of the other variables; grows by cuts.

    Attributes
    ----------
    costs : (S, A) float array
        Of the members' binaries, to be minimised.
    boxes : dict
        Lower and upper bound of each other variable.
    other_costs : dict
        Their costs, 0 where absent.
    integers : dict
        The names of those that are whole numbers.
    times : dict of int to TimeSets
        By slot, the sets of times that may be its best, where they can be listed.
    worst : dict of int to LinearRow
        By slot, the row that holds its T below what its members give.
    least : dict of int to LinearRow
        By slot, the row that holds the worst T below its own.
    """

    problem: Problem
    seats: Seats
    costs: Floats
    rows: list[LinearRow] = field(default_factory=list)
    boxes: dict[str, tuple[float, float]] = field(default_factory=dict)
    other_costs: dict[str, float] = field(default_factory=dict)
    integers: dict[str, None] = field(default_factory=dict)
    times: dict[int, TimeSets] = field(default_factory=dict)
    worst: dict[int, LinearRow] = field(default_factory=dict)
    least: dict[int, LinearRow] = field(default_factory=dict)
    seen: dict[tuple[object, ...], None] = field(default_factory=dict)
    sums: dict[tuple[object, ...], LinearRow] = field(default_factory=dict)

    def grow(self, key: tuple[object, ...], name: str, coefficient: float, high: float) -> None:
        """Add a variable to the row of a key, which holds their sum at `high`."""
        if key not in self.sums:
            self.sums[key] = LinearRow({}, {}, high=high)
            self.rows.append(self.sums[key])
        self.sums[key].others[name] = coefficient

    def charge(self, s: int, name: str, price: float) -> None:
        """Let each unit of a variable take so much off a slot's T."""
        self.other_costs[name] = self.mean_share * price
        if s in self.worst:
            self.worst[s].others[name] = price

    def can_be_in(self, s: int) -> Bools:
        """Say who may be in a slot: (A,)."""
        can: Bools = self.problem.slots[s].allowed & (self.problem.pool.capacity > 0)
        return can

    @property
    def mean_share(self) -> float:
        """Give what one coalition's T counts in F as part of the mean."""
        return (1 - self.problem.balance) / max(1, len(self.formed))

    @property
    def formed(self) -> list[int]:
        """Slots with members."""
        return [s for s, size in enumerate(self.seats.sizes) if size]


@dataclass(frozen=True, eq=False)
class SlotSolution:
    """A solution, as the terms and rules of one slot see it.

    Attributes
    ----------
    x : (A,) float array
        Members, fractions allowed.
    support : int array
        Those above 0.
    others : dict
        Values of the other variables.
    tolerance : float
        By how much a row may be missed.
    apart : tuple of str
        The variables of values that the program tells apart by sets of times.
    """

    x: Floats
    support: Ints
    others: dict[str, float]
    tolerance: float
    apart: tuple[str, ...] = ()

    def whole(self, n: int) -> Ints | None:
        """Give the members where they are n whole ones, else None."""
        members = np.flatnonzero(self.x > 0.5)
        rest = np.abs(self.x[self.support] - np.round(self.x[self.support])).max(initial=0.0)
        return members if len(members) == n and rest < 1e-6 else None


def box_of_pairs(_term: object, n: int) -> tuple[float, float]:
    """Give the least and the most of a mean over pairs, of which one alone has none."""
    return (0.0, 1.0) if n > 1 else (NOTHING_TO_JUDGE, NOTHING_TO_JUDGE)


def total_of(s: int) -> str:
    """Name the variable of a slot's T."""
    return f"t_{s}"
