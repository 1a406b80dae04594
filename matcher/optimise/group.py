"""Who: the members of every coalition, with a bound, once the seats are settled."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic

import numpy as np

from matcher.constraints.registry import KINDS
from matcher.optimise.bound import (
    Bound,
    bound_objective,
    eligible,
    linked,
    members_of,
    to_pulp,
)
from matcher.optimise.rows import Model, add_cuts, build_model
from matcher.optimise.search import Grouping, evaluate, improve
from matcher.optimise.seats import Seats, settle_seats
from matcher.optimise.solver import solve
from matcher.pool import Bools, Ints
from matcher.problem import Problem
from models.errors import Cancelled, NoSolution
from models.ports import Progress
from models.proposals import EndedBy
from models.seasons import Effort

PROVEN = 1e-7


@dataclass(frozen=True)
class Work:
    """What an effort may spend: counted, not timed.

    Attributes
    ----------
    moves : int
        Moves of each descent.
    rounds : int
        Linear programs of the bound.
    tries : int
        Integer programs.
    nodes : int
        Branch-and-bound nodes of each.
    columns : int
        Columns beyond which no integer program is tried.
    """

    moves: int
    rounds: int
    tries: int
    nodes: int
    columns: int


WORK = {
    Effort.QUICK: Work(moves=2_000, rounds=15, tries=0, nodes=0, columns=0),
    Effort.NORMAL: Work(moves=10_000, rounds=30, tries=6, nodes=60, columns=2_500),
    Effort.THOROUGH: Work(moves=100_000, rounds=100, tries=40, nodes=5_000, columns=20_000),
}


@dataclass(frozen=True, eq=False)
class Answer:
    """The optimiser's answer.

    Attributes
    ----------
    bound : float
        Proven upper bound of F for the settled seats, over the whole pool.
    """

    seats: Seats
    members: tuple[Ints, ...]
    objective: float
    bound: float
    ended_by: EndedBy


def group(problem: Problem, effort: Effort, seconds: float, progress: Progress) -> Answer:
    """Settle the seats, then choose the members.

    Parameters
    ----------
    seconds : float
        A safety stop only; the work is counted.

    Raises
    ------
    NoSolution
        When no members fit the settled seats.
    Cancelled
        When the caller stopped the job before there was a grouping.
    """
    work, until = WORK[effort], monotonic() + seconds
    progress.report("stage_seats", 0, 1)
    seats, best = first_grouping(problem, work.moves, until)
    if progress.is_cancelled():
        raise Cancelled("cancelled")
    if not any(seats.sizes):
        return Answer(seats, best.members, 0.0, 0.0, EndedBy.OPTIMAL)
    model = build_model(problem, seats)
    bound = bound_objective(model, best.members, work.rounds, progress, until)
    best, value = _solve_whole(model, best, bound, work, until, progress)
    value = max(value, best.objective)
    return Answer(seats, best.members, best.objective, value, _ended(best, value, until, progress))


def first_grouping(
    problem: Problem,
    moves: int,
    until: float = math.inf,
    yielding: Collection[str] = tuple(KINDS),
) -> tuple[Seats, Grouping]:
    """Settle the seats and find members for them who keep every rule.

    Parameters
    ----------
    yielding : collection of str
        The kinds of rules that may give way where not all rules can hold.

    Raises
    ------
    NoSolution
        When no members fit the settled seats, or the time is up before there are any.
    """
    for with_contacts in (False, True):
        seats = settle_seats(problem, with_contacts=with_contacts, until=until, yielding=yielding)
        best = improve(problem, seats, seats.start, moves)
        if not best.missing:
            return seats, best
    raise NoSolution("no_solution")


def _ended(best: Grouping, value: float, until: float, progress: Progress) -> EndedBy:
    if value - best.objective <= PROVEN:
        return EndedBy.OPTIMAL
    if progress.is_cancelled():
        return EndedBy.CANCEL
    return EndedBy.TIME if monotonic() > until else EndedBy.WORK


def _solve_whole(
    model: Model, best: Grouping, bound: Bound, work: Work, until: float, progress: Progress
) -> tuple[Grouping, float]:
    """Close the gap with integer programs over the columns that can still matter."""
    value = bound.value
    for done in range(work.tries):
        left = until - monotonic()
        if value - best.objective <= PROVEN or left <= 0 or progress.is_cancelled():
            break
        kept = _worth_keeping(model, best, bound)
        if int(kept.sum()) > work.columns:
            break
        progress.report("stage_solving", done, work.tries, gap=_gap(best.objective, value))
        lp = to_pulp(model, kept, [*model.rows, *linked(model, kept)])
        solution = solve(
            lp, model.problem.solver, nodes=work.nodes, seconds=left, relative_gap=PROVEN / 10
        )
        if solution.is_infeasible:
            break  # the best grouping is in the model, so this is the solver's trouble
        if math.isfinite(solution.bound):
            value = min(value, max(best.objective, -solution.bound))
        if not solution.is_feasible:
            break
        x = members_of(model, solution)
        cuts = add_cuts(model, np.round(x), solution.values, tolerance=PROVEN / 10)
        found = _from_members(model, np.round(x) > 0, work)
        is_better = found is not None and found.objective > best.objective
        if found is not None and is_better:
            best = found
        if not cuts and not is_better:
            break
    return best, value


def _worth_keeping(model: Model, best: Grouping, bound: Bound) -> Bools:
    """Say which columns a grouping better than the best could use."""
    kept: Bools = eligible(model) & (bound.value - bound.losses >= best.objective - PROVEN)
    for s, chosen in enumerate(best.members):
        kept[s, chosen] = True
    return kept


def _from_members(model: Model, x: Bools, work: Work) -> Grouping | None:
    """Descend from a solution's members, if they keep every rule."""
    members = tuple(np.flatnonzero(row) for row in x)
    if evaluate(model.problem, model.seats, members).missing:
        return None
    found = improve(model.problem, model.seats, members, work.moves)
    return None if found.missing else found


def _gap(objective: float, bound: float) -> float:
    return (bound - objective) / max(bound, 1e-6)
