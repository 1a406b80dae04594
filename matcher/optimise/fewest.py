"""The grouping that changes least: a model of the members that counts only changes."""

from dataclasses import replace
from time import monotonic

import numpy as np

from matcher.core.arrays import Bools
from matcher.core.certifying import certify_count
from matcher.core.changes import mark_seats
from matcher.core.problem import Overlap, Problem
from matcher.optimise.bound import mark_allowed, members_of, rows_over, to_pulp
from matcher.optimise.model import Model
from matcher.optimise.rows import build_model, separate
from matcher.optimise.search import Grouping, evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.solver import solve
from models.errors import NoSolution

ROUNDS = 50
FEW = 40
"""Columns of a slot beyond those marked, in a first attempt that is widened if need be."""


def find_fewest_changes(
    problem: Problem, seats: Seats, marks: Bools, until: float = float("inf")
) -> Grouping:
    """Find members for settled seats, as many of them as possible where they are marked.

    Parameters
    ----------
    marks : (S, A) bool array
    until : float
        Monotonic clock's time of the safety stop.

    Raises
    ------
    NoSolution
        `no_solution` where no members fit, `out_of_time` at the safety stop.
    SolverFailure
        Where fewer are marked than can be, though the solver calls that the most.
    """
    if not any(seats.sizes):
        return evaluate(problem, seats, seats.start)  # nothing to solve, nobody to place
    model = build_model(replace(problem, balance=0.0), seats)
    worth = model.costs
    model.costs = np.where(marks, -1.0, 0.0)
    kept = mark_allowed(model)
    few = (marks | mark_seats(problem, seats.start)) & kept
    for s in model.formed:
        ranked = np.argsort(np.where(kept[s], worth[s], np.inf), kind="stable")
        few[s, ranked[:FEW]] |= kept[s, ranked[:FEW]]
    most = sum(seats.sizes) - _unavoidable(marks, kept, seats)
    reached, known = 0, None
    # What is best among few columns need not be so among all: only a bound that no other
    # column can beat ends the search early.
    for columns in (few, kept):
        found = _solve(problem, model, columns, seats, until, known)
        if found is None:
            continue
        marked = Overlap(marks).count(found.members)
        certify_count(reached, marked)
        certify_count(marked, most)
        if marked == most or columns is kept:
            return found
        reached, known = marked, -float(marked)  # one of few columns is one of all, too
    raise NoSolution("no_solution")


def _solve(
    problem: Problem,
    model: Model,
    columns: Bools,
    seats: Seats,
    until: float,
    known: float | None,
) -> Grouping | None:
    """Give the best grouping over some columns; None where there is none.

    `known` is what one at hand is worth to the model.
    """
    for _ in range(ROUNDS):
        left = until - monotonic()
        if left <= 0:
            raise NoSolution("out_of_time")
        model.other_costs = {}  # rows that enter later bring prices of soft rules along
        lp = to_pulp(model, columns, rows_over(model, columns))
        seconds = None if left == float("inf") else left
        solution = solve(lp, problem.solver, seconds=seconds, known=known)
        if not (solution.is_proven or solution.is_infeasible):
            raise NoSolution("out_of_time")
        if not solution.is_feasible:
            return None
        x = np.round(members_of(model, solution))
        found = evaluate(problem, seats, tuple(np.flatnonzero(row) for row in x))
        if not found.missing:
            return found
        if not separate(model, x, solution.values):
            return None
    return None


def _unavoidable(marks: Bools, kept: Bools, seats: Seats) -> int:
    """Give the seats that nobody who is marked can take."""
    return sum(max(0, size - int((marks[s] & kept[s]).sum())) for s, size in enumerate(seats.sizes))
