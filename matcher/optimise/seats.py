"""Seats first: which coalitions are formed, how large, and which rules give way.

Actors who are alike to every row (same sector, eligibility, capacity, …) form a class,
and a model counts seats by class; that is exact for all rules but new contacts, for
which every actor becomes a class of its own. The order of the contract is kept by
solving in turn: least cost of give-ups, smallest largest give-up, earlier coalitions
keep their rules, most seats, evenest seats, odd seats to earlier coalitions.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic

import numpy as np
import pulp

from matcher.constraints.kind import Applied
from matcher.constraints.registry import KINDS
from matcher.constraints.rows import ContactRow, CountRow
from matcher.constraints.size import COST_PER_SEAT, SIZE
from matcher.optimise.solution import Solution
from matcher.optimise.solver import solve
from matcher.pool import Ints
from matcher.problem import Problem
from models.errors import NoSolution


@dataclass(frozen=True, eq=False)
class Seats:
    """Settled sizes and give-ups.

    Attributes
    ----------
    sizes : tuple of int
        By slot; 0 where the coalition is not formed.
    give_ups : tuple of tuple of int
        By slot and rule, the units by which the rule gives way.
    start : tuple of (n,) int arrays
        Members by slot who fit the rows that the counting saw.
    """

    sizes: tuple[int, ...]
    give_ups: tuple[tuple[int, ...], ...]
    start: tuple[Ints, ...]


def settle_seats(
    problem: Problem,
    *,
    with_contacts: bool = False,
    until: float = float("inf"),
    yielding: Collection[str] = tuple(KINDS),
) -> Seats:
    """Settle the seats of a season.

    Parameters
    ----------
    problem : Problem
    with_contacts : bool
        Count every actor by itself and hold the new contacts too.
    until : float
        Monotonic clock's time of the safety stop.
    yielding : collection of str
        The kinds of rules that may give way where not all rules can hold.

    Raises
    ------
    NoSolution
        `out_of_time` at the safety stop, `no_solution` where the other kinds can't hold.
    """
    model = _SeatModel(problem, with_contacts, until)
    solution = model.fill_seats()
    if solution is None:
        model = _SeatModel(problem, with_contacts, until, yielding)
        model.give_way_least()
        solution = model.fill_seats()
    if solution is None:
        raise NoSolution("no_solution")
    if model.has_room(solution):
        solution = model.even_out(solution)
    return model.read(solution)


def can_hold(problem: Problem, *, with_contacts: bool, until: float) -> bool:
    """Say whether all coalitions can be formed with every hard rule kept.

    Raises
    ------
    NoSolution
        `out_of_time` at the safety stop.
    """
    return _SeatModel(problem, with_contacts, until).minimise(_NOTHING) is not None


def classify(problem: Problem, with_contacts: bool) -> list[Ints]:
    """Part the actors into classes that are alike to every row: lists of indices."""
    pinned = {actor for actor, _ in problem.pins}
    columns = [problem.pool.capacity]
    for slot in problem.slots:
        columns.append(slot.allowed.astype(np.int64))
        for rule in slot.rules:
            columns += [row.marks for row in rule.counts]
    table = np.stack(columns, axis=1)
    classes: dict[tuple[int, ...], list[int]] = {}
    for actor, row in enumerate(table.tolist()):
        alone = actor if with_contacts or actor in pinned else -1
        classes.setdefault((alone, *row), []).append(actor)
    return [np.array(actors, dtype=np.int64) for actors in classes.values()]


class _SeatModel:
    """The counting model; its objective changes as the order is worked through."""

    def __init__(
        self,
        problem: Problem,
        with_contacts: bool,
        until: float,
        yielding: Collection[str] = (),
    ) -> None:
        self.problem, self.until, self.yielding = problem, until, yielding
        self.classes = classify(problem, with_contacts)
        self.model = pulp.LpProblem("seats", pulp.LpMinimize)
        self.give_up_costs: list[list[pulp.LpAffineExpression]] = []
        self.slacks: list[list[pulp.LpAffineExpression]] = []
        add = self.model.add_variable
        slots = range(len(problem.slots))
        pinned = {s for _, group in problem.pins if len(group) == 1 for s in group}
        self.formed = [
            add(f"formed_{s}", 0 if SIZE in yielding and s not in pinned else 1, 1, cat="Integer")
            for s in slots
        ]
        self.taken = [
            [
                add(f"taken_{k}_{s}", 0, self._most(actors, s), cat="Integer")
                for k, actors in enumerate(self.classes)
            ]
            for s in slots
        ]
        self.filled = []
        self.overflow = []
        for s, slot in enumerate(problem.slots):
            size = pulp.lpSum(self.taken[s])
            filled = add(f"filled_{s}", 0, slot.challenge.wished_size, cat="Integer")
            overflow = add(f"overflow_{s}", 0, problem.pool.size, cat="Integer")
            self.filled.append(filled)
            self.overflow.append(overflow)
            self.model += size == filled + overflow
            self.model += size <= problem.pool.size * self.formed[s]
            self.model += size >= self.formed[s]
            self._add_rules(s, with_contacts)
        self._add_actors()

    def _most(self, actors: Ints, s: int) -> int:
        one = int(actors[0])
        usable = self.problem.slots[s].allowed[one] and self.problem.pool.capacity[one] > 0
        return len(actors) if usable else 0

    def _add_actors(self) -> None:
        """Hold capacities, siblings and pins."""
        for k, actors in enumerate(self.classes):
            everywhere = pulp.lpSum(taken[k] for taken in self.taken)
            self.model += everywhere <= len(actors) * int(self.problem.pool.capacity[actors[0]])
            for group in self.problem.siblings:
                if len(group) > 1:
                    self.model += pulp.lpSum(self.taken[s][k] for s in group) <= len(actors)
        single = {int(actors[0]): k for k, actors in enumerate(self.classes)}
        for actor, group in self.problem.pins:
            self.model += pulp.lpSum(self.taken[s][single[actor]] for s in group) == 1

    def _add_rules(self, s: int, with_contacts: bool) -> None:
        costs, slacks = [], []
        for r, rule in enumerate(self.problem.slots[s].rules):
            is_held = with_contacts or not rule.is_lazy
            slack = self._add_rule(s, r, rule) if is_held else pulp.LpAffineExpression()
            cost = rule.unit_cost * slack
            if rule.rule.kind == SIZE and SIZE in self.yielding:
                least = self.problem.slots[s].challenge.min_size
                cost = cost + COST_PER_SEAT * least * (1 - self.formed[s])
            slacks.append(slack)
            costs.append(cost)
        self.slacks.append(slacks)
        self.give_up_costs.append(costs)

    def _add_rule(self, s: int, r: int, rule: Applied) -> pulp.LpAffineExpression:
        """Hold the rows of one of the rule's ways; give what they give way by in all."""
        gives_way = rule.rule.kind in self.yielding
        ways = []
        slack = pulp.LpAffineExpression()
        for w, way in enumerate(rule.ways):
            # A row of a way that is not taken is relieved of all that it could ask.
            relief = pulp.LpAffineExpression()
            if len(rule.ways) > 1:
                ways.append(self.model.add_variable(f"way_{s}_{r}_{w}", 0, 1, cat="Integer"))
                relief = 1 - ways[-1]
            for i, row in enumerate(way):
                name = f"{s}_{r}_{w}_{i}"
                if isinstance(row, ContactRow):
                    slack += self._add_contacts(s, name, row, gives_way)
                else:
                    slack += self._add_count(s, name, row, gives_way, relief)
        if ways:
            self.model += pulp.lpSum(ways) == 1
        return slack

    def _add_count(
        self, s: int, name: str, row: CountRow, gives_way: bool, relief: pulp.LpAffineExpression
    ) -> pulp.LpAffineExpression:
        count = pulp.lpSum(
            int(row.marks[actors[0]]) * taken
            for taken, actors in zip(self.taken[s], self.classes, strict=True)
            if row.marks[actors[0]]
        )
        slack = pulp.LpAffineExpression()
        if row.least is not None:
            furthest = row.furthest_below
            low = count + furthest * relief
            if gives_way:
                below = self.model.add_variable(f"below_{name}", 0, furthest, cat="Integer")
                slack, low = slack + below, low + below
            self.model += low >= row.least * self.formed[s]
        if row.most is not None:
            furthest = row.furthest_above(self.problem.pool.size)
            high = count - furthest * relief
            if gives_way:
                above = self.model.add_variable(f"above_{name}", 0, furthest, cat="Integer")
                slack, high = slack + above, high - above
            self.model += high <= row.most
        return slack

    def _add_contacts(
        self, s: int, name: str, row: ContactRow, gives_way: bool
    ) -> pulp.LpAffineExpression:
        slack = pulp.LpAffineExpression()
        owner = {int(actors[0]): k for k, actors in enumerate(self.classes)}
        new = self.problem.pool.is_new(np.arange(self.problem.pool.size))
        for actor, k in owner.items():
            met = pulp.lpSum(self.taken[s][owner[int(b)]] for b in np.flatnonzero(new[actor]))
            if gives_way:
                missing = self.model.add_variable(
                    f"missing_{name}_{k}", 0, row.least, cat="Integer"
                )
                slack, met = slack + missing, met + missing
            self.model += met >= row.least * self.taken[s][k]
        return slack

    def minimise(self, objective: pulp.LpAffineExpression) -> Solution | None:
        """Solve for one objective."""
        self.model.setObjective(pulp.lpSum([objective]) - _constant(objective))
        left = self.until - monotonic()
        solution = solve(
            self.model,
            self.problem.solver,
            seconds=None if left == float("inf") else max(0.01, left),
        )
        if not (solution.is_proven or solution.is_infeasible):
            raise NoSolution("out_of_time")
        return solution if solution.is_feasible else None

    def fix_least(self, objective: pulp.LpAffineExpression) -> int:
        """Minimise an integer objective and hold it at its least."""
        solution = self.minimise(objective)
        if solution is None:
            raise NoSolution("no_solution")
        least = _value(objective, solution)
        self.model += objective <= least
        return least

    def give_way_least(self) -> None:
        """Settle the smallest relaxation, by the contract's order."""
        every = [cost for costs in self.give_up_costs for cost in costs]
        if self.fix_least(pulp.lpSum(every)) == 0:
            return
        largest = self.model.add_variable("largest", 0, None)
        for cost in every:
            self.model += cost <= largest
        self.fix_least(pulp.lpSum([largest]))
        for cost in every:
            if not cost.isNumericalConstant():
                self.fix_least(cost)

    def fill_seats(self) -> Solution | None:
        """Fill the most seats, with none beyond the wished size that no rule asks for."""
        seats = sum(slot.challenge.wished_size for slot in self.problem.slots) + 1
        objective = seats * pulp.lpSum(self.overflow) - pulp.lpSum(self.filled)
        solution = self.minimise(objective)
        if solution is not None:
            self.model += objective <= _value(objective, solution)
        return solution

    def has_room(self, solution: Solution) -> bool:
        """Say whether some formed coalition is not full."""
        return any(
            solution.rounded(formed) and solution.rounded(filled) < slot.challenge.wished_size
            for formed, filled, slot in zip(
                self.formed, self.filled, self.problem.slots, strict=True
            )
        )

    def even_out(self, solution: Solution) -> Solution:
        """Make seats ÷ wished leximin, then give odd seats to earlier coalitions."""
        formed = [s for s, v in enumerate(self.formed) if solution.rounded(v)]
        wished = [slot.challenge.wished_size for slot in self.problem.slots]
        for s, variable in enumerate(self.formed):
            self.model += variable == int(s in formed)
        levels = sorted({Fraction(k, wished[s]) for s in formed for k in range(wished[s])})
        for i, level in enumerate(levels):
            low = []
            for s in formed:
                is_low = self.model.add_variable(f"low_{i}_{s}", 0, 1, cat="Integer")
                floor = int(level * wished[s])
                self.model += self.filled[s] >= (floor + 1) * (1 - is_low)
                low.append(is_low)
            if self.fix_least(pulp.lpSum(low)) == len(formed):
                break
        for s in formed:
            self.fix_least(-1 * pulp.lpSum([self.filled[s]]))
        final = self.minimise(pulp.lpSum(self.overflow))
        if final is None:
            raise NoSolution("no_solution")
        return final

    def read(self, solution: Solution) -> Seats:
        """Read sizes, give-ups and a first filling."""
        demands = np.array([[solution.rounded(v) for v in row] for row in self.taken])
        return Seats(
            sizes=tuple(int(size) for size in demands.sum(axis=1)),
            give_ups=tuple(
                tuple(_value(slack, solution) for slack in slacks) for slacks in self.slacks
            ),
            start=_deal(self.classes, demands),
        )


_NOTHING = pulp.LpAffineExpression()


def _deal(classes: Sequence[Ints], demands: Ints) -> tuple[Ints, ...]:
    """Deal each class's actors to the slots in turn, so that capacities hold."""
    members: list[list[int]] = [[] for _ in demands]
    for k, actors in enumerate(classes):
        turn = 0
        for s in range(len(demands)):
            for _ in range(int(demands[s, k])):
                members[s].append(int(actors[turn % len(actors)]))
                turn += 1
    return tuple(np.array(sorted(chosen), dtype=np.int64) for chosen in members)


def _constant(expression: pulp.LpAffineExpression) -> float:
    return float(expression.constant)


def _value(expression: pulp.LpAffineExpression, solution: Solution) -> int:
    total = float(expression.constant)
    for variable, coefficient in expression.items():
        total += coefficient * solution.values[variable.name]
    return round(total)
