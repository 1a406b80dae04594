"""Choosing among listed coalitions: set partitioning by column generation.

The linear relaxation over all lists is solved over a few columns at a time, which pricing
every list by the duals adds to. As in `optimise.bound` the duals, clipped, are Lagrange
multipliers, so the bound needs no trust in the solver. What a coalition's reduced cost says
cannot be part of anything better than the incumbent is left out; the few that stay are an
integer program, which is solved to the end.

With a share b of the worst coalition in F, m is what no chosen T is below. Any upper end u
of m gives rows m + Σ max(0, u - T) · x ≤ u over coalitions of which at most one is chosen:
those with one actor in common.

References
----------
Dantzig, G. B., Wolfe, P. (1960), Decomposition principle for linear programs.
Barnhart, C. et al. (1998), Branch-and-price.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic

import numpy as np
import pulp

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.problem import Problem
from matcher.optimise.coefficients import Coefficients, listed, single
from matcher.optimise.enumerated import Listed
from matcher.optimise.search import Grouping, evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.solution import Solution
from matcher.optimise.solver import solve
from models.ports.progress import Progress

PER_ROUND = 150
"""Columns of a list that enter at once."""
ROUNDS = 200
MISSED = 1e-9
PROVEN = 1e-7
LEAST, SHORT = "least", "short"
"""The variables of the worst T, and of what the floor is missed by while there is no answer."""
DEAR = 10.0
"""Price in F of the latter."""


@dataclass(frozen=True, eq=False)
class PartitionRow:
    """`low` ≤ Σ over lists of weight · (Σ of the members' coefficients) · x + others ≤ `high`.

    Attributes
    ----------
    x : dict of int to Coefficients, optional
        By list; None counts each coalition once.
    weight : str
        What a coalition's coefficient is multiplied by: `one`, `deficit`, `floored` or
        `below`.
    least : float
        T under which a coalition counts as `below`.
    """

    x: dict[int, Coefficients | None]
    others: dict[str, float] = field(default_factory=dict)
    low: float = -np.inf
    high: float = np.inf
    weight: str = "one"
    least: float = 0.0


@dataclass(frozen=True, eq=False)
class PartitionAim:
    """What is maximised: a share of the mean, and one of the worst, which lies in a box.

    T counts in the mean up to a cap.
    """

    mean: float
    worst: float = 0.0
    low: float = 0.0
    high: float = 0.0
    cap: float = np.inf

    def worth(self, totals: Floats) -> Floats:
        """Give what coalitions count in the mean."""
        worth: Floats = self.mean * np.minimum(totals, self.cap)
        return worth


@dataclass(frozen=True, eq=False)
class Relaxed:
    """A bound, and by how much it falls with each coalition of each list."""

    bound: float
    falls: tuple[Floats, ...]


class Partition:
    """The choice of coalitions from lists."""

    def __init__(self, problem: Problem, seats: Seats, lists: Sequence[Listed]) -> None:
        self.problem, self.seats, self.lists = problem, seats, tuple(lists)
        self.counts = [len(each.slots) for each in lists]
        self.formed = sum(self.counts)
        self.home = [problem.siblings_of(each.slots[0]) for each in lists]
        self.active: list[Bools] = [np.ones(len(each.totals), dtype=bool) for each in lists]
        self.kept: list[Ints] = [np.zeros(0, dtype=np.int64) for _ in lists]
        self.rows = list(self._rows())

    def _rows(self) -> Iterator[PartitionRow]:
        """Give the rows across coalitions: capacities, siblings, pins, overlaps, the floor."""
        problem, capacity = self.problem, self.problem.pool.capacity
        everywhere = range(len(self.lists))
        can = np.zeros((len(self.lists), problem.pool.size), dtype=bool)
        for t, each in enumerate(self.lists):
            can[t, np.unique(each.members)] = True
        load = np.array(self.counts) @ can
        for a in np.flatnonzero(load > capacity).tolist():
            yield PartitionRow(dict.fromkeys(everywhere, single(a)), high=float(capacity[a]))
        for group in dict.fromkeys(self.home):
            mine = [t for t in everywhere if self.home[t] == group]
            shared = np.array([self.counts[t] for t in mine]) @ can[mine]
            for a in np.flatnonzero((shared > 1) & (capacity > 1)).tolist():
                yield PartitionRow(dict.fromkeys(mine, single(a)), high=1.0)
        for a, group in problem.pins:
            mine = [t for t in everywhere if self.lists[t].slots[0] in group]
            yield PartitionRow(dict.fromkeys(mine, single(a)), low=1.0, high=1.0)
        for overlap in problem.overlaps:
            marks = {
                t: listed(overlap.marks[each.slots[0]].astype(float))
                for t, each in enumerate(self.lists)
            }
            yield PartitionRow({**marks}, low=float(overlap.least), high=float(overlap.most))
        if problem.floor is not None:
            low = problem.floor[1] * self.formed
            yield PartitionRow(
                dict.fromkeys(everywhere), {SHORT: float(self.formed)}, low=low, weight="floored"
            )

    def _rows_of_worst(self, aim: PartitionAim) -> Iterator[PartitionRow]:
        """Hold m below T of every chosen coalition, clique by clique."""
        if aim.worst == 0:
            return
        everywhere = range(len(self.lists))
        for t in everywhere:
            k = float(self.counts[t])
            yield PartitionRow({t: None}, {LEAST: k}, high=k * aim.high, weight="deficit")
        present = np.unique(np.concatenate([each.members.ravel() for each in self.lists]))
        for a in present.tolist():
            homes = [list(everywhere)]
            if self.problem.pool.capacity[a] > 1:
                homes = [
                    [t for t in everywhere if self.home[t] == g] for g in dict.fromkeys(self.home)
                ]
            for mine in homes:
                x: dict[int, Coefficients | None] = dict.fromkeys(mine, single(a))
                yield PartitionRow(x, {LEAST: 1.0}, high=aim.high, weight="deficit")

    def drop_below(self, least: float) -> None:
        """Leave out coalitions with a lower T from now on."""
        for t, each in enumerate(self.lists):
            self.active[t] &= each.totals >= least
            self.kept[t] = self.kept[t][self.active[t][self.kept[t]]]

    def enter(self, members: Sequence[Ints]) -> bool:
        """Let a grouping's coalitions into the program; say whether all are listed."""
        for t, each in enumerate(self.lists):
            for s in each.slots:
                at = np.flatnonzero((each.members == np.sort(members[s])).all(axis=1))
                if len(at) == 0:
                    return False
                self.kept[t] = np.union1d(self.kept[t], at)
        return True

    def relax(self, aim: PartitionAim, until: float, progress: Progress) -> Relaxed:
        """Bound what is aimed at, over all coalitions that are not left out."""
        rows = [*self.rows, *self._rows_of_worst(aim)]
        best = Relaxed(np.inf, tuple(np.zeros(len(each.totals)) for each in self.lists))
        basis = None
        for done in range(ROUNDS):
            if done and (progress.is_cancelled() or monotonic() > until):
                break  # the first round is always solved: there is no bound without it
            lp = self._write(rows, aim, self.kept)
            solution = solve(lp, self.problem.solver, relax=True, basis=basis)
            if not solution.is_feasible:
                break
            basis = solution.basis
            found, costs = self._price(rows, aim, solution)
            if found.bound < best.bound:
                best = found
            progress.report("stage_bounding", done + 1, ROUNDS)
            fresh = self._let_in(costs, solution)
            if not fresh or best.bound + solution.objective < MISSED:
                break
        return best

    def _let_in(self, costs: list[Floats], solution: Solution) -> int:
        """Let the coalitions in that the relaxation lacks most; give how many."""
        entered = 0
        for t, cost in enumerate(costs):
            floor = solution.duals.get(f"size_{t}", 0.0) - MISSED
            lacking = np.flatnonzero(cost < floor)
            lacking = np.setdiff1d(lacking, self.kept[t], assume_unique=True)
            if len(lacking) > PER_ROUND:
                part = np.argpartition(cost[lacking], PER_ROUND)[:PER_ROUND]
                lacking = lacking[np.sort(part)]
            entered += len(lacking)
            self.kept[t] = np.union1d(self.kept[t], lacking)
        return entered

    def _weights(self, t: int, aim: PartitionAim, weight: str) -> Floats | None:
        if weight == "deficit":
            return np.maximum(0.0, aim.high - self.lists[t].totals)
        return self.lists[t].floored if weight == "floored" else None

    def _price(
        self, rows: list[PartitionRow], aim: PartitionAim, solution: Solution
    ) -> tuple[Relaxed, list[Floats]]:
        """Turn duals into a bound; give also every coalition's reduced cost."""
        size, total = self.problem.pool.size, 0.0
        others = {LEAST: -aim.worst, SHORT: DEAR}
        prices: dict[tuple[int, str], Floats] = {}
        flat: dict[tuple[int, str], float] = {}
        for i, row in enumerate(rows):
            high = solution.duals.get(f"row_{i}", 0.0)
            low = max(0.0, solution.duals.get(f"row_{i}_low", 0.0))
            if row.low != row.high:
                high = min(0.0, high)
            for dual, side in ((high, row.high), (low, row.low)):
                if dual == 0.0:
                    continue
                total += dual * side
                for name, value in row.others.items():
                    others[name] -= dual * value
                for t, coefficients in row.x.items():
                    key = (t, row.weight)
                    if coefficients is None:
                        flat[key] = flat.get(key, 0.0) - dual
                    else:
                        table = prices.setdefault(key, np.zeros(size))
                        coefficients.subtract(table, dual)
        total += others[LEAST] * (aim.low if others[LEAST] > 0 else aim.high) if aim.worst else 0.0
        total += min(0.0, others[SHORT]) if self.problem.floor is not None else 0.0
        costs, falls = [], []
        for t, each in enumerate(self.lists):
            cost = -aim.worth(each.totals) / self.formed
            for weight in ("one", "deficit", "floored"):
                added = np.full(len(cost), flat.get((t, weight), 0.0))
                if (t, weight) in prices:
                    for column in each.members.T:
                        added += prices[t, weight][column]
                factor = self._weights(t, aim, weight)
                if factor is not None:
                    added *= factor
                cost += added
            cost[~self.active[t]] = np.inf
            k = self.counts[t]
            least = np.partition(cost, k - 1)[:k]
            total += float(least.sum())
            costs.append(cost)
            falls.append(np.maximum(0.0, cost - least.max()))
        return Relaxed(-total, tuple(falls)), costs

    def _write(
        self,
        rows: list[PartitionRow],
        aim: PartitionAim,
        columns: Sequence[Ints],
        *,
        whole: bool = False,
    ) -> pulp.LpProblem:
        """Write the choice among some columns as a PuLP problem."""
        lp = pulp.LpProblem("partition", pulp.LpMinimize)
        x = [
            [lp.add_variable(f"c_{t}_{i}", 0, 1, cat="Integer") for i in chosen.tolist()]
            for t, chosen in enumerate(columns)
        ]
        costs = []
        others = {}
        if aim.worst:
            others[LEAST] = lp.add_variable(LEAST, aim.low, aim.high)
            costs.append((others[LEAST], -aim.worst))
        if self.problem.floor is not None:
            others[SHORT] = lp.add_variable(SHORT, 0, 0 if whole else 1)
            costs.append((others[SHORT], DEAR))
        for t, chosen in enumerate(columns):
            own = -aim.worth(self.lists[t].totals[chosen]) / self.formed
            costs += list(zip(x[t], own.tolist(), strict=True))
        lp.setObjective(pulp.LpAffineExpression(costs))
        for i, row in enumerate(rows):
            terms = [(others[name], value) for name, value in row.others.items()]
            for t, coefficients in row.x.items():
                members = self.lists[t].members[columns[t]]
                values = np.ones(len(members))
                if coefficients is not None:
                    values = coefficients.at(members.ravel()).reshape(members.shape).sum(axis=1)
                factor = self._weights(t, aim, row.weight)
                if factor is not None:
                    values = values * factor[columns[t]]
                if row.weight == "below":
                    values = (self.lists[t].totals[columns[t]] < row.least).astype(float)
                used = np.flatnonzero(values).tolist()
                terms += [(x[t][j], float(values[j])) for j in used]
            expression = pulp.LpAffineExpression(terms)
            if row.low == row.high:
                lp += expression == row.high, f"row_{i}"
                continue
            if np.isfinite(row.high):
                lp += expression <= row.high, f"row_{i}"
            if np.isfinite(row.low):
                lp += expression >= row.low, f"row_{i}_low"
        for t, variables in enumerate(x):
            lp += pulp.lpSum(variables) == self.counts[t], f"size_{t}"
        return lp

    def choose(
        self,
        aim: PartitionAim,
        columns: Sequence[Ints],
        nodes: int,
        seconds: float,
        more: Sequence[PartitionRow] = (),
        known: float | None = None,
    ) -> tuple[Grouping | None, float | None]:
        """Choose the best among some columns; give what is proven of them, None for nothing.

        `known` is what a choice among them is worth that is at hand.
        """
        if any(len(own) < k for own, k in zip(columns, self.counts, strict=True)):
            return None, -np.inf
        rows = [*self.rows, *self._rows_of_worst(aim), *more]
        lp = self._write(rows, aim, columns, whole=True)
        solution = solve(
            lp,
            self.problem.solver,
            nodes=nodes,
            seconds=seconds,
            relative_gap=PROVEN / 10,
            known=None if known is None else -known,
        )
        bound = -solution.bound if np.isfinite(solution.bound) else None
        if solution.is_infeasible:
            bound = -np.inf
        if not solution.is_feasible:
            return None, bound
        return self._read(solution), bound

    def _read(self, solution: Solution) -> Grouping:
        """Give each list's coalitions to its slots, those with the first ids first."""
        members = [np.zeros(0, dtype=np.int64) for _ in self.problem.slots]
        chosen: list[list[int]] = [[] for _ in self.lists]
        for name, value in solution.values.items():
            if name.startswith("c_") and value > 0.5:
                _, number, place = name.split("_")
                chosen[int(number)].append(int(place))
        for t, each in enumerate(self.lists):
            ordered = sorted(each.members[i].tolist() for i in chosen[t])
            for s, own in zip(each.slots, ordered, strict=True):
                members[s] = np.array(own, dtype=np.int64)
        return evaluate(self.problem, self.seats, tuple(members))
