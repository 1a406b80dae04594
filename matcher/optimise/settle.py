"""Seats first: which coalitions are formed, how large, and which rules give way.

A model counts seats by cell of alike actors (see `optimise.seat_model`). The order of the
contract is kept by settling in turn: least cost of give-ups, smallest largest give-up,
earlier coalitions keep their rules, most seats, evenest seats, odd seats to earlier
coalitions. What an answer at hand has is not solved for where it meets a proven bound.
"""

from collections.abc import Collection
from fractions import Fraction

import pulp

from matcher.constraints.registry import KINDS
from matcher.core.problem import Problem
from matcher.optimise.budgets import Budget
from matcher.optimise.seat_model import Demand, SeatModel
from matcher.optimise.seats import Seats
from models.errors import NoSolution, SolverFailure


def settle_seats(
    problem: Problem,
    *,
    with_contacts: bool = False,
    until: float = float("inf"),
    yielding: Collection[str] = tuple(KINDS),
    budget: Budget | None = None,
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
    budget : Budget, optional
        Work that may be spent; as much as there is time for where it is left out.

    Raises
    ------
    NoSolution
        `out_of_time` at the safety stop, `no_solution` where the other kinds can't hold.
    SolverFailure
        When the solver contradicts itself, or answers what cannot be.
    """
    demand = Demand(problem, with_contacts)
    model = SeatModel(problem, demand, until, budget=budget)
    if not fill_seats(model):
        model = SeatModel(problem, demand, until, yielding, budget)
        give_way_least(model)
        _refuse_needless(model)
        if not fill_seats(model):
            raise NoSolution("no_solution")
    even_out(model)
    members = model.members()
    return Seats(
        sizes=tuple(len(chosen) for chosen in members),
        give_ups=tuple(tuple(model.value(slack) for slack in slacks) for slacks in model.slacks),
        start=members,
    )


def can_hold(
    problem: Problem, *, with_contacts: bool, until: float, budget: Budget | None = None
) -> bool:
    """Say whether all coalitions can be formed with every hard rule kept.

    Raises
    ------
    NoSolution
        `out_of_time` at the safety stop; where the budget is spent.
    """
    model = SeatModel(problem, Demand(problem, with_contacts), until, budget=budget)
    return model.minimise(pulp.LpAffineExpression()) is not None


def give_way_least(model: SeatModel) -> None:
    """Settle the smallest relaxation, by the contract's order."""
    every = [cost for costs in model.give_up_costs for cost in costs]
    total = model.fix_least(pulp.lpSum(every))
    if total == 0:
        return
    worst = max(model.value(cost) for cost in every)
    largest = model.model.add_variable("largest", 0, worst)
    for cost in every:
        model.model += cost <= largest
    if worst > -(-total // len(every)):
        model.minimise(pulp.lpSum([largest]))
        worst = max(model.value(cost) for cost in every)
    largest.lowBound = largest.upBound = worst
    # Later coalitions give way in this answer, so that most of the earlier ones' costs are
    # 0 and need no solving.
    ranks = range(len(every), 0, -1)
    model.minimise(pulp.lpSum(rank * cost for rank, cost in zip(ranks, every, strict=True)))
    for cost in every:
        model.fix_least(cost)


def _refuse_needless(model: SeatModel) -> None:
    """Refuse a relaxation in which nothing gives way: then all rules hold, which was denied."""
    if all(model.value(pulp.lpSum([slot])) for slot in model.formed) and not any(
        model.value(slack) for slacks in model.slacks for slack in slacks
    ):
        raise SolverFailure("solver_denies_known")


def fill_seats(model: SeatModel) -> bool:
    """Fill the most seats, with none beyond the wished size that no rule asks for.

    Returns
    -------
    bool
        Whether the rules that do not give way can hold.
    """
    overflow, filled = pulp.lpSum(model.overflow), pulp.lpSum(model.filled)
    seats = sum(variable.upBound for variable in model.filled)
    is_full = (
        model.best is not None and model.value(overflow) == 0 and (model.value(filled) == seats)
    )
    if not is_full and model.minimise((seats + 1) * overflow - filled) is None:
        return False
    model.fix_least(overflow, model.value(overflow))
    model.fix_least(-1 * filled, -model.value(filled))
    return True


def even_out(model: SeatModel) -> None:
    """Make seats ÷ wished leximin, then give odd seats to earlier coalitions."""
    formed = []
    for s, variable in enumerate(model.formed):
        variable.lowBound = variable.upBound = model.value(pulp.lpSum([variable]))
        if variable.lowBound:
            formed.append(s)
    filled = {s: model.filled[s] for s in formed}
    wished = {s: int(filled[s].upBound) for s in formed}

    def sizes() -> dict[int, int]:
        return {s: model.value(pulp.lpSum([filled[s]])) for s in formed}

    if sizes() == wished:
        return
    units = {s: _add_units(model, s, wished[s]) for s in formed}
    model.minimise(
        pulp.lpSum(
            Fraction(2 * k + 1, wished[s]).__float__() * unit
            for s in formed
            for k, unit in enumerate(units[s])
        )
    )
    before = 0
    for level in sorted({Fraction(k, wished[s]) for s in formed for k in range(wished[s])}):
        kth = {s: int(level * wished[s]) for s in formed}
        above = [units[s][k] for s, k in kth.items()]
        low = sum(size <= kth[s] for s, size in sizes().items())
        if low > before:
            model.minimise(-1 * pulp.lpSum(above))
            low = sum(size <= kth[s] for s, size in sizes().items())
        if low == len(formed):
            for s in formed:
                filled[s].upBound = kth[s]
            break
        model.model += pulp.lpSum(above) >= len(formed) - low
        before = low
    ranks = range(len(formed), 0, -1)
    model.minimise(-1 * pulp.lpSum(rank * filled[s] for rank, s in zip(ranks, formed, strict=True)))
    for s in formed:
        model.fix_least(-1 * pulp.lpSum([filled[s]]))


def _add_units(model: SeatModel, s: int, wished: int) -> list[pulp.LpVariable]:
    """Add a variable for each seat of a slot; they sum up to the filled ones."""
    units = [model.model.add_variable(f"unit_{s}_{k}", 0, 1) for k in range(wished)]
    model.model += pulp.lpSum(units) == model.filled[s]
    return units
