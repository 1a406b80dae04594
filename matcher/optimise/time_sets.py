"""The sets of times that may be a coalition's best, each priced with the members who suit it.

Under one set a member counts for the times of it that it can come to: the value is linear.
So the hull of members and value is that of its sets' hulls side by side (Balas 1979), which
is far tighter than the flow of `optimise.shapes.attendance`, where a member who is half in
comes to all that half count. Sets enter the linear program as they are needed; the bound
prices every set there is.
"""

import itertools
from dataclasses import dataclass, field
from math import comb

import numpy as np
import pulp

from matcher.core.arrays import Bools, Floats, Ints
from matcher.criteria.shapes.attendance import Attendance

MOST_SETS = 100_000
"""With more sets than this none is listed: 40 times of which 4 count make 91,390."""
AT_ONCE = 30_000
"""Pairs of an actor and a set that are priced at once: as many as stay near the processor."""
MOST_COALITIONS = 8
"""With more coalitions than this the sets' linear program is too slow."""
SETS_PER_ROUND = 4
MISSED = 1e-9


@dataclass(frozen=True, eq=False)
class Priced:
    """The least cost of n members under each set, and what follows for single actors.

    Attributes
    ----------
    sums : (Z,) float array
    reduced_costs : (A,) float array
        By how much the cost is above the least with the actor in, at least.
    """

    sums: Floats
    reduced_costs: Floats

    @property
    def least(self) -> float:
        """Give the least of all sets."""
        return float(self.sums.min())


@dataclass(eq=False)
class TimeSets:
    """A slot's sets of times, and those that are in the linear program.

    Attributes
    ----------
    name : str
        Of the value's variable.
    seats : int
        n.
    come : (T, A) int8 array
        Who can come to the times that may be among the best.
    sets : (Z, counted) int array
        Rows of `come`.
    active : dict
        The sets in the program.
    """

    name: str
    seats: int
    come: "np.ndarray[tuple[int, int], np.dtype[np.int8]]"
    sets: Ints
    active: dict[int, None] = field(default_factory=dict)

    @property
    def scale(self) -> int:
        """Give what the value is a share of: every member at every time that counts."""
        return self.seats * int(self.sets.shape[1])

    @property
    def entered(self) -> Ints:
        """Give the sets in the program, in the order in which they entered."""
        return np.array(list(self.active), dtype=np.int64)

    def attended(
        self, actors: Ints, sets: Ints
    ) -> "np.ndarray[tuple[int, int], np.dtype[np.int8]]":
        """Give how many times of each set each actor can come to: (a, z)."""
        come = self.come[:, actors]
        total = np.zeros((len(actors), len(sets)), dtype=np.int8)
        for column in self.sets[sets].T:
            total += come[column].T
        return total

    def begin(self, members: Ints) -> None:
        """Let the best set of some members into the program."""
        every = np.arange(len(self.sets))
        self.active[int(self.attended(members, every).sum(axis=0, dtype=np.int64).argmax())] = None

    def price(self, costs: Floats, worth: float) -> Priced:
        """Price every set, where an actor costs so much less for each time that it can come to.

        Parameters
        ----------
        costs : (A,) float array
            Infinite for those who may not be in.
        """
        n, count = self.seats, len(self.sets)
        most = np.minimum(self.sets.shape[1], self.come.sum(axis=0))
        cheapest = costs - worth * most
        near = np.flatnonzero(cheapest <= np.partition(costs, n - 1)[n - 1])
        sums, last = np.empty(count), np.empty(count)
        best = np.full(len(near), np.inf)
        step = max(1, AT_ONCE // len(near))
        for sets in np.split(np.arange(count), range(step, count, step)):
            table = costs[near, None] - worth * self.attended(near, sets)
            ordered = np.partition(table, n - 1, axis=0)
            sums[sets], last[sets] = ordered[:n].sum(axis=0), ordered[n - 1]
            with_each = np.maximum(0.0, table - last[sets]) + sums[sets]
            best = np.minimum(best, with_each.min(axis=1))
        reduced_costs = np.maximum(0.0, cheapest - last.max())
        reduced_costs[near] = best - sums.min()
        return Priced(sums, reduced_costs)

    def enter(self, costs: Floats, worth: float, priced: Priced, kept: Bools) -> Bools:
        """Let the cheapest sets into the program; give the columns that they lack: (A,)."""
        n = self.seats
        inside = np.flatnonzero(kept)
        now = costs[inside, None] - worth * self.attended(inside, self.entered)
        have = np.partition(now, n - 1, axis=0)[:n].sum(axis=0).min(initial=np.inf)
        fresh = np.zeros(len(costs), dtype=bool)
        for j in np.argsort(priced.sums, kind="stable")[:SETS_PER_ROUND].tolist():
            if priced.sums[j] < have - MISSED:
                self.active[j] = None
                under = costs - worth * self.attended(np.arange(len(costs)), np.array([j]))[:, 0]
                fresh[np.argsort(under, kind="stable")[:n]] = True
        return fresh & ~kept

    def write(
        self,
        lp: pulp.LpProblem,
        s: int,
        x: dict[int, pulp.LpVariable],
        value: pulp.LpVariable,
        sets: Ints,
    ) -> None:
        """Divide a slot's members among sets, and hold its value below what comes to them."""
        actors = np.array(list(x), dtype=np.int64)
        counts = self.attended(actors, sets)
        shares: dict[int, list[pulp.LpVariable]] = {a: [] for a in x}
        worth = []
        for z, j in enumerate(sets.tolist()):
            taken = lp.add_variable(f"set_{s}_{j}", 0, 1)
            parts = []
            for i, a in enumerate(x):
                part = lp.add_variable(f"part_{s}_{j}_{a}", 0, 1)
                lp += part - taken <= 0, f"within_{s}_{j}_{a}"
                shares[a].append(part)
                parts.append(part)
                worth.append((part, -float(counts[i, z]) / self.scale))
            lp += pulp.lpSum(parts) - self.seats * taken == 0, f"whole_{s}_{j}"
        for a, variable in x.items():
            lp += pulp.lpSum(shares[a]) - variable == 0, f"divided_{s}_{a}"
        lp += pulp.LpAffineExpression([(value, 1.0), *worth]) <= 0, f"coming_{s}"


def find_sets(name: str, seats: int, term: Attendance, allowed: Bools) -> TimeSets | None:
    """List the sets of times that may be the best of n members; None where they are too many."""
    come = term.can_come[allowed].T
    better = [
        sum(
            bool((come[t] <= come[u]).all()) and (u < t or bool((come[t] < come[u]).any()))
            for u in range(len(come))
        )
        for t in range(len(come))
    ]
    times = np.flatnonzero(np.array(better) < term.counted)
    if comb(len(times), term.counted) > MOST_SETS:
        return None
    sets = np.array(list(itertools.combinations(range(len(times)), term.counted)))
    return TimeSets(name, seats, term.can_come.T[times].astype(np.int8), sets)
