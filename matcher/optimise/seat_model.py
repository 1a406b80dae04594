"""The model that counts seats by cell: its rows, and solving it for one aim after another.

Whether there are actors for the counted seats is asked of a flow; the cuts that a count
breaks are added and the model solved anew. As an integer count that breaks no cut can be
served by whole actors, the answer is exact for all rules but new contacts, for which
every actor becomes a cell of its own.
"""

from collections.abc import Collection
from math import inf
from time import monotonic

import numpy as np
import pulp
from scipy.sparse import csr_array

from matcher.constraints.kind import Applied
from matcher.constraints.size import SIZE
from matcher.core.arrays import Ints
from matcher.core.certifying import certify_count
from matcher.core.problem import Problem
from matcher.optimise.budgets import Budget
from matcher.optimise.cells import Cut, find_cells
from matcher.optimise.flow import Flow
from matcher.optimise.registry import holder_of
from matcher.optimise.solution import Solution
from matcher.optimise.solver import solve
from models.errors import NoSolution, SolverFailure


class Demand:
    """The cells of a season, who can serve them, and the cuts found so far.

    They say nothing of which rules give way, so that all models of a season share them.
    """

    def __init__(self, problem: Problem, with_contacts: bool) -> None:
        self.with_contacts = with_contacts
        self.cells = find_cells(problem, is_each_alone=with_contacts)
        self.flow = Flow(self.cells)
        self.cuts: list[Cut] = self.cells.first_cuts()
        self.judged: dict[tuple[int, int, tuple[int, ...]], int] = {}


class SeatModel:
    """The counting model; its objective changes as the order is worked through.

    Attributes
    ----------
    best : Solution or None
        The last answer; it keeps every row that was added since.
    """

    def __init__(
        self,
        problem: Problem,
        demand: Demand,
        until: float,
        yielding: Collection[str] = (),
        budget: Budget | None = None,
    ) -> None:
        self.problem, self.demand, self.until, self.yielding = problem, demand, until, yielding
        self.budget = budget
        self.model = pulp.LpProblem("seats", pulp.LpMinimize)
        self.best: Solution | None = None
        self.served: csr_array | None = None
        self.give_up_costs: list[list[pulp.LpAffineExpression]] = []
        self.slacks: list[list[pulp.LpAffineExpression]] = []
        self.formed: list[pulp.LpVariable] = []
        self.filled: list[pulp.LpVariable] = []
        self.overflow: list[pulp.LpVariable] = []
        cells = demand.cells
        self.taken = [
            self.add(f"taken_{s}_{d}", 0, int(room))
            for d, (s, room) in enumerate(zip(cells.slots, cells.room, strict=True))
        ]
        self.by_slot = np.split(
            np.arange(len(cells.slots)), np.flatnonzero(np.diff(cells.slots)) + 1
        )
        self.owner = {
            (int(s), int(actor)): d
            for d, (s, actor) in enumerate(zip(cells.slots, cells.examples, strict=True))
        }
        self.watched: dict[tuple[int, int], pulp.LpAffineExpression] = {}
        pinned = {s for _, group in problem.pins if len(group) == 1 for s in group}
        for s in range(len(problem.slots)):
            self._add_slot(s, can_fall=SIZE in yielding and s not in pinned)
        self._add_pins()
        self._cuts = self._judged = 0
        self._add_cuts()
        self._hold_judged()

    def add(self, name: str, low: float, high: float | None) -> pulp.LpVariable:
        """Add an integer variable."""
        return self.model.add_variable(name, low, high, cat="Integer")

    def _add_slot(self, s: int, *, can_fall: bool) -> None:
        """Hold a slot's size and rules."""
        pool, wished = self.problem.pool.size, self.problem.slots[s].challenge.wished_size
        self.formed.append(self.add(f"formed_{s}", 0 if can_fall else 1, 1))
        self.filled.append(self.add(f"filled_{s}", 0, wished))
        self.overflow.append(self.add(f"overflow_{s}", 0, pool))
        size = pulp.lpSum(self.taken[d] for d in self.by_slot[s])
        self.model += size == self.filled[s] + self.overflow[s]
        self.model += size <= pool * self.formed[s]
        self.model += size >= self.formed[s]
        costs, slacks = [], []
        for r, rule in enumerate(self.problem.slots[s].rules):
            is_held = self.demand.with_contacts or not rule.is_lazy
            slack = pulp.LpAffineExpression()
            if is_held:
                slack = holder_of(rule).seat(self, s, r, rule)
            cost = rule.unit_cost * slack
            if rule.rule.kind == SIZE and SIZE in self.yielding:
                least = self.problem.slots[s].challenge.min_size
                cost = cost + rule.unit_cost * least * (1 - self.formed[s])
            slacks.append(slack)
            costs.append(cost)
        self.slacks.append(slacks)
        self.give_up_costs.append(costs)

    def _add_pins(self) -> None:
        """Give each pinned actor, who is a cell of its own, its seat."""
        for actor, group in self.problem.pins:
            self.model += pulp.lpSum(self.taken[self.owner[s, actor]] for s in group) == 1

    def _add_cuts(self) -> None:
        """Hold the cuts that were found since."""
        for cut in self.demand.cuts[self._cuts :]:
            self.model += pulp.lpSum(self.taken[d] for d in cut.cells) <= cut.most
        self._cuts = len(self.demand.cuts)

    def may_yield(self, rule: Applied) -> bool:
        """Say whether a rule may give way here."""
        return rule.rule.kind in self.yielding

    def watch(self, s: int, r: int, slack: pulp.LpAffineExpression) -> None:
        """Judge a rule by the members of each answer; `slack` is what it gives way by."""
        self.watched[s, r] = slack

    def _judge(self) -> bool:
        """Note what the watched rules make of the members found; say whether that is news."""
        if not self.watched:
            return False
        known, members = len(self.demand.judged), self.members()
        for s, r in self.watched:
            if len(members[s]):
                rule = self.problem.slots[s].rules[r]
                short = rule.shortfall(self.problem.pool, members[s])
                if short:
                    self.demand.judged.setdefault((s, r, tuple(members[s].tolist())), short)
        return len(self.demand.judged) > known

    def _hold_judged(self) -> None:
        """Let members who were judged to miss a watched rule miss it at its price only."""
        for (s, r, members), short in list(self.demand.judged.items())[self._judged :]:
            inside = [self.owner[s, a] for a in members]
            others = [d for d in self.by_slot[s].tolist() if d not in set(inside)]
            away = len(members) - pulp.lpSum(self.taken[d] for d in inside)
            away += pulp.lpSum(self.taken[d] for d in others)
            self.model += self.watched[s, r] + short * away >= short
        self._judged = len(self.demand.judged)

    def minimise(self, objective: pulp.LpAffineExpression) -> Solution | None:
        """Solve for one objective, until there are actors for the seats counted.

        Raises
        ------
        NoSolution
            `out_of_time` at the safety stop; where the budget is spent.
        SolverFailure
            Where the last answer, which keeps every row, is denied or better.
        """
        known = self._known_worth(objective)
        self.model.setObjective(pulp.lpSum([objective]) - float(objective.constant))
        while True:
            left = self.until - monotonic()
            if self.budget is not None:
                self.budget.spend(self.model)
            solution = solve(
                self.model,
                self.problem.solver,
                nodes=None if self.budget is None else self.budget.nodes,
                seconds=None if left == float("inf") else max(0.01, left),
                known=known,
            )
            if not (solution.is_proven or solution.is_infeasible):
                raise NoSolution("out_of_time")
            if not solution.is_feasible:
                self.best = None  # what was found since has been judged to miss a rule
                return None
            demands = np.array([solution.rounded(v) for v in self.taken], dtype=np.int64)
            cuts, flow = self.demand.flow.serve(demands)
            if cuts:
                self.demand.cuts += cuts
                self._add_cuts()
                continue
            self.best, self.served = solution, flow
            if not self._judge():
                return solution
            self._hold_judged()

    def members(self) -> tuple[Ints, ...]:
        """Give actors who serve the last answer, by slot.

        Raises
        ------
        SolverFailure
            Where the flow leaves a counted seat empty.
        """
        members = self.demand.flow.members(self.served)
        for s, chosen in enumerate(members):
            counted = self.value(pulp.lpSum(self.taken[d] for d in self.by_slot[s]))
            if len(chosen) != counted:
                raise SolverFailure("solver_infeasible_point", name=self.problem.slots[s].id)
        return members

    def value(self, objective: pulp.LpAffineExpression) -> int:
        """Give an integer objective's value in the last answer."""
        if self.best is None:
            raise NoSolution("no_solution")
        return round(self._worth(objective, self.best))

    def _known_worth(self, objective: pulp.LpAffineExpression) -> float | None:
        """Give what the last answer is worth but for the objective's constant, None without one.

        Where it did not have every variable it is there, but worth nobody knows what.
        """
        if self.best is None:
            return None
        if any(v.name not in self.best.values for v in objective):
            return inf
        return self._worth(objective, self.best) - float(objective.constant)

    def _worth(self, objective: pulp.LpAffineExpression, answer: Solution) -> float:
        total = float(objective.constant)
        for variable, coefficient in objective.items():
            total += coefficient * answer.values[variable.name]
        return total

    def fix_least(self, objective: pulp.LpAffineExpression, bound: int | None = None) -> int:
        """Minimise an integer objective and hold it at its least.

        Parameters
        ----------
        bound : int, optional
            What it is known not to be below, beside what its variables' bounds say. Where
            the last answer meets it, nothing is solved.
        """
        known = lowest(objective) if bound is None else max(bound, lowest(objective))
        is_met = self.best is not None and self.value(objective) <= known
        if not is_met and self.minimise(objective) is None:
            raise NoSolution("no_solution")
        least = self.value(objective)
        if np.isfinite(known):
            certify_count(-least, -int(known))
        if least == lowest(objective):
            _close(objective)
        else:
            self.model += objective <= least
        return least


def lowest(objective: pulp.LpAffineExpression) -> float:
    """Give the least that an objective could be by its variables' bounds alone."""
    total = float(objective.constant)
    for variable, coefficient in objective.items():
        end = variable.lowBound if coefficient > 0 else variable.upBound
        total += coefficient * (end if end is not None else -np.inf * coefficient)
    return total


def _close(objective: pulp.LpAffineExpression) -> None:
    """Hold an objective at its lowest by its variables' bounds."""
    for variable, coefficient in objective.items():
        if coefficient > 0:
            variable.upBound = variable.lowBound
        elif coefficient < 0:
            variable.lowBound = variable.upBound
