"""Who: the members of every coalition, with a bound, once the seats are settled."""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from time import monotonic

import numpy as np

from matcher.constraints.registry import KINDS
from matcher.core.arrays import Bools, Ints
from matcher.core.certifying import certify, gap_of
from matcher.core.changes import mark_seats
from matcher.core.problem import Problem
from matcher.optimise.bound import (
    Bound,
    bound_objective,
    mark_allowed,
    members_of,
    rows_over,
    to_pulp,
)
from matcher.optimise.budgets import Budget
from matcher.optimise.choosing import choose_listed, raise_listed
from matcher.optimise.components import Component, join_components, split_by_worst, split_components
from matcher.optimise.enumerated import list_coalitions
from matcher.optimise.equals import put_first_ids
from matcher.optimise.leximin import raise_by_freezing, raise_levels
from matcher.optimise.model import Model
from matcher.optimise.partition import Partition
from matcher.optimise.rehearsal import ready_search
from matcher.optimise.rows import add_every_row, build_model, separate
from matcher.optimise.search import Grouping, Search, evaluate, rank_grouping
from matcher.optimise.seats import Seats
from matcher.optimise.settle import settle_seats
from matcher.optimise.solver import solve
from matcher.optimise.work import SMALL, WORK, Work
from models.errors import Cancelled, NoSolution
from models.ports.progress import Progress
from models.proposals import EndedBy
from models.seasons import Effort

PROVEN = 1e-7
LINKS = 1
"""So many times as columns there may be pairs of a column and a set of times."""
CHEAP = 500
"""With fewer columns than this there are more integer programs, in proportion."""
BRANCHES = 2_000
"""Branch-and-bound nodes of the integer program that chooses among listed coalitions."""


@dataclass(frozen=True, eq=False)
class BoundedGrouping:
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


def group(
    problem: Problem,
    effort: Effort,
    seconds: float,
    progress: Progress,
    settled: tuple[Seats, Grouping] | None = None,
    *,
    hint: tuple[Ints, ...] | None = None,
    work: Work | None = None,
) -> BoundedGrouping:
    """Settle the seats, then choose the members.

    Parameters
    ----------
    seconds : float
        A safety stop only; the work is counted.
    settled : tuple of Seats and Grouping, optional
        Seats that are settled already, with a grouping that keeps to them.
    hint : tuple of int arrays, optional
        Members by slot to start from, where they fit the seats and are better.
    work : Work, optional
        What may be spent; else what the effort allows.

    Raises
    ------
    NoSolution
        When no members fit the settled seats.
    SolverFailure
        When a solver answered what cannot be, or a bound came out below what is reached.
    Cancelled
        When the caller stopped the job before there was a grouping.
    """
    ready_search(progress)
    work, until = work or WORK[effort], monotonic() + seconds
    progress.report("stage_seats", 0, 1)
    seats, incumbent = settled or first_grouping(problem, work.sweeps, until)
    if hint is not None and tuple(map(len, hint)) == seats.sizes:
        incumbent = max(incumbent, evaluate(problem, seats, hint), key=rank_grouping)
    if progress.is_cancelled():
        raise Cancelled("cancelled")
    if not any(seats.sizes):
        return BoundedGrouping(seats, incumbent.members, 0.0, 0.0, EndedBy.OPTIMAL)
    parts = split_components(problem, seats, incumbent)
    heard = progress if len(parts) == 1 else _WithoutGap(progress)
    solved = []
    for done, part in enumerate(parts):
        left = sum(each.share for each in parts[done:])
        share = until if len(parts) == done + 1 else _part_of(until, part.share / left)
        solved.append(_solve(part, work, share, heard))
    incumbent = join_components(
        problem,
        seats,
        incumbent,
        tuple(zip(parts, (part.incumbent for part in solved), strict=True)),
    )
    incumbent = put_first_ids(problem, seats, incumbent)
    value = sum(part.share * each.value for part, each in zip(parts, solved, strict=True))
    value = certify(incumbent.objective, value)
    is_relaxed = all(each.value == each.relaxed for each in solved)
    binding = "relaxation" if is_relaxed else "tree"
    progress.report(f"stage_bound_by_{binding}", 1, gap=gap_of(incumbent.objective, value))
    return BoundedGrouping(
        seats,
        incumbent.members,
        incumbent.objective,
        value,
        _ended(incumbent, value, until, progress),
    )


def _part_of(until: float, share: float) -> float:
    """Give the end of a share of the time that is left."""
    now = monotonic()
    return now + share * (until - now)


class _WithoutGap:
    """Progress of a part: its gap is not that of the whole."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole
        self.is_cancelled = whole.is_cancelled

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Pass on everything but the gap."""
        self._whole.report(stage, done, total)


@dataclass(frozen=True)
class _Solved:
    """A component's incumbent, its bound, and the bound of its linear relaxation."""

    incumbent: Grouping
    value: float
    relaxed: float


def _solve(part: Component, work: Work, until: float, progress: Progress) -> _Solved:
    """Solve a component, apart once more where only the worst holds it together."""
    chosen = _choose(part, work, until, progress)
    if chosen is not None:
        return chosen
    model = build_model(part.problem, part.seats)
    solved, pressed = _close(part, model, work, until, progress)
    incumbent, value = solved.incumbent, solved.value
    if part.problem.balance > 0 and value - incumbent.objective > PROVEN:
        incumbent, value = _solve_apart(part, solved, pressed, work, until, progress)
    if part.problem.balance == 1 and mark_allowed(model).sum() <= work.levels:
        incumbent = raise_levels(model, incumbent, work.nodes, until)
    elif part.problem.balance == 1 and work.levels:
        incumbent = _freeze(part, incumbent, work, until, progress)
    if incumbent.missing:
        raise NoSolution("no_solution")
    return _Solved(incumbent, certify(incumbent.objective, value), solved.relaxed)


def _freeze(
    part: Component, incumbent: Grouping, work: Work, until: float, progress: Progress
) -> Grouping:
    """Raise level after level by search."""
    looks = work.looks // max(1, sum(size > 0 for size in part.seats.sizes))
    is_over = _stopper(until, progress)
    return raise_by_freezing(part.problem, part.seats, incumbent, work.sweeps, looks, is_over)


def _choose(part: Component, work: Work, until: float, progress: Progress) -> _Solved | None:
    """Choose among all coalitions there can be, where they are few enough to be listed."""
    lists = list_coalitions(part.problem, part.seats, work.listed)
    if lists is None:
        return None
    search = Search(part.problem, part.seats)
    sweeps = max(1, min(work.sweeps, work.looks // max(1, search.looks)))
    found = search.anneal(part.start.members, sweeps, work.runs, _stopper(until, progress))
    incumbent = max(part.start, found, key=rank_grouping)
    partition = Partition(part.problem, part.seats, lists)
    answer = choose_listed(
        partition,
        incumbent,
        columns=work.chosen,
        nodes=BRANCHES,
        until=until,
        progress=progress,
    )
    if answer is None or answer[0].missing:
        return None
    incumbent, value, relaxed = answer
    if part.problem.balance == 1:
        raised = raise_listed(
            partition, incumbent, columns=work.chosen, nodes=BRANCHES, until=until
        )
        incumbent = raised or _freeze(part, incumbent, work, until, progress)
    return _Solved(incumbent, certify(incumbent.objective, value), relaxed)


def _close(
    part: Component, model: Model, work: Work, until: float, progress: Progress
) -> tuple[_Solved, Mapping[int, float]]:
    """Bound a component, improve its grouping, and close the gap where that is cheap.

    Gives also how much of the worst coalition's share of F each of its slots bears.
    """
    search = Search(part.problem, part.seats)
    bound = bound_objective(model, part.start.members, work.rounds, progress, until)
    if not part.start.missing:
        certify(part.start.objective, bound.value)
    start = part.start
    incumbent = _improve(model, search, start, start, bound, work, work.first, until, progress)
    incumbent, value = _solve_whole(model, search, incumbent, bound, work, until, progress)
    if value - incumbent.objective > PROVEN:
        incumbent = _improve(
            model, search, start, incumbent, bound, work, work.last, until, progress
        )
    if not incumbent.missing:
        value = certify(incumbent.objective, value)
    return _Solved(incumbent, value, bound.value), bound.pressed


def _solve_apart(
    whole: Component,
    solved: _Solved,
    pressed: Mapping[int, float],
    work: Work,
    until: float,
    progress: Progress,
) -> tuple[Grouping, float]:
    """Solve what only the worst coalition holds together part by part; see `components`."""
    incumbent, values = solved.incumbent, []
    parts = split_by_worst(whole.problem, whole.seats, incumbent, pressed)
    for done, part in enumerate(parts):
        left = sum(each.share for each in parts[done:])
        end = _part_of(until, part.share / left)
        own = replace(work, looks=max(1, round(work.looks * part.share)))
        model = build_model(part.problem, part.seats)
        found, _ = _close(part, model, own, end, _WithoutGap(progress))
        values.append(found.value)
        joined = join_components(whole.problem, whole.seats, incumbent, ((part, found.incumbent),))
        incumbent = max(incumbent, joined, key=rank_grouping)
    if whole.problem.balance == 1:
        return incumbent, min([solved.value, *values])
    shared = sum(part.share * value for part, value in zip(parts, values, strict=True))
    return incumbent, min(solved.value, shared) if parts else solved.value


def _stopper(until: float, progress: Progress) -> Callable[[], bool]:
    """Say when a search is to end early."""
    return lambda: monotonic() > until or progress.is_cancelled()


def _improve(
    model: Model,
    search: Search,
    start: Grouping,
    incumbent: Grouping,
    bound: Bound,
    work: Work,
    lasts: Callable[[int], int],
    until: float,
    progress: Progress,
) -> Grouping:
    """Anneal over the columns that can still matter; `lasts` gives sweeps for looks of each.

    A longer one begins where the first did, far from what that was drawn to.
    """
    if bound.value - incumbent.objective <= PROVEN or model.problem.floor is not None:
        return incumbent  # the search knows no floors: only the integer programs do
    search.restrict(_worth_keeping(model, incumbent, bound))
    sweeps = lasts(search.looks)
    if not sweeps:
        search.restrict(None)
        return incumbent
    progress.report("stage_improving", 0, 1, gap=gap_of(incumbent.objective, bound.value))
    found = search.anneal(start.members, sweeps, work.runs, _stopper(until, progress))
    search.restrict(None)
    return max(incumbent, found, key=rank_grouping)


def first_grouping(
    problem: Problem,
    sweeps: int = WORK[Effort.QUICK].sweeps,
    until: float = math.inf,
    yielding: Collection[str] = tuple(KINDS),
    budget: Budget | None = None,
) -> tuple[Seats, Grouping]:
    """Settle the seats and find members for them who keep every rule.

    Parameters
    ----------
    yielding : collection of str
        The kinds of rules that may give way where not all rules can hold.
    budget : Budget, optional
        Work that settling the seats may take; without it the time alone ends it.

    Raises
    ------
    NoSolution
        When no members fit the settled seats, or the time or the budget is up before there
        are any.
    """
    for with_contacts in (False, True):
        seats = settle_seats(
            problem, with_contacts=with_contacts, until=until, yielding=yielding, budget=budget
        )
        search = Search(problem, seats)
        incumbent = search.descend(seats.start, sweeps)
        if incumbent.missing and search.is_large:
            search.widen()
            incumbent = search.descend(incumbent.members, sweeps)
        if not incumbent.missing:
            return seats, incumbent
    raise NoSolution("no_solution")


def _ended(incumbent: Grouping, value: float, until: float, progress: Progress) -> EndedBy:
    if value - incumbent.objective <= PROVEN:
        return EndedBy.OPTIMAL
    if progress.is_cancelled():
        return EndedBy.CANCEL
    return EndedBy.TIME if monotonic() > until else EndedBy.WORK


def _solve_whole(
    model: Model,
    search: Search,
    incumbent: Grouping,
    bound: Bound,
    work: Work,
    until: float,
    progress: Progress,
) -> tuple[Grouping, float]:
    """Close the gap with integer programs over the columns that can still matter."""
    value = bound.value
    tries, done = work.tries, 0
    while done < tries:
        left = until - monotonic()
        if value - incumbent.objective <= PROVEN or left <= 0 or progress.is_cancelled():
            break
        kept = _worth_keeping(model, incumbent, bound)
        columns = int(kept.sum())
        sets = _sets_worth_keeping(model, incumbent, bound)
        links = sum(len(listed) * int(kept[s].sum()) for s, listed in sets.items())
        if columns > work.columns or links > LINKS * work.columns:
            break
        if columns <= SMALL:
            add_every_row(model)
        tries = work.tries * max(1, CHEAP // max(1, columns))
        progress.report("stage_solving", done, tries, gap=gap_of(incumbent.objective, value))
        done += 1
        lp = to_pulp(model, kept, rows_over(model, kept), sets)
        solution = solve(
            lp,
            model.problem.solver,
            nodes=work.nodes,
            seconds=left,
            relative_gap=PROVEN / 10,
            known=None if incumbent.missing else -incumbent.objective,
        )
        if solution.is_infeasible:
            break
        if math.isfinite(solution.bound):
            value = min(value, certify(incumbent.objective, -solution.bound))
        if not solution.is_feasible:
            break
        x = members_of(model, solution)
        cuts = separate(model, np.round(x), solution.values, PROVEN / 10, apart=sets)
        found = _from_members(search, np.round(x) > 0, work)
        if found is not None and found.objective > incumbent.objective:
            incumbent = found
        elif not cuts:
            break
    return incumbent, value


def _worth_keeping(model: Model, incumbent: Grouping, bound: Bound) -> Bools:
    """Say which columns a grouping better than the incumbent could use."""
    kept: Bools = mark_allowed(model) & (
        bound.value - bound.reduced_costs >= incumbent.objective - PROVEN
    )
    return kept | mark_seats(model.problem, incumbent.members)


def _sets_worth_keeping(model: Model, incumbent: Grouping, bound: Bound) -> dict[int, Ints]:
    """Give the sets of times that a grouping better than the incumbent could have as its best."""
    least = incumbent.objective - PROVEN
    return {
        s: np.flatnonzero(bound.value - costs >= least)
        for s, costs in bound.set_reduced_costs.items()
    }


def _from_members(search: Search, x: Bools, work: Work) -> Grouping | None:
    """Descend from a solution's members, if they keep every rule."""
    members = tuple(np.flatnonzero(row) for row in x)
    given = evaluate(search.problem, search.seats, members)
    if given.missing or search.problem.floor is not None:
        return None if given.missing else given
    found = search.descend(members, work.sweeps)
    return None if found.missing else found
