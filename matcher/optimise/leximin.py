"""The last word on balance: among equally good worst coalitions the better second-worst wins.

The k-th smallest T is at least θ when all but k − 1 coalitions reach it. One level after
the other is raised as far as it goes, with those below held where they are. Where there are
too many actors for that, the worst coalitions are frozen and the others searched by
themselves, level by level, which proves nothing of the levels above the first.

References
----------
Ogryczak, W., Śliwiński, T. (2006), On direct methods for lexicographic min-max
optimization.
"""

from collections.abc import Callable, Sequence
from time import monotonic

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.problem import Problem
from matcher.optimise.bound import mark_allowed, members_of, rows_over, to_pulp
from matcher.optimise.components import join_components, take
from matcher.optimise.model import WORST, LinearRow, Model, total_of
from matcher.optimise.rows import separate
from matcher.optimise.search import Grouping, Search, evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.solver import solve

EPS = 1e-9
SETTLED = 1e-8
"""How much a level may give way to those above it, as the solver's tolerance asks."""
ROUNDS = 20


def levels_of(problem: Problem, members: Sequence[Ints]) -> list[float]:
    """Give T of the formed coalitions, the worst first."""
    scored = zip(problem.slots, members, strict=True)
    return sorted(problem.total(slot, chosen) for slot, chosen in scored if len(chosen))


def is_better(one: Sequence[float], other: Sequence[float]) -> bool:
    """Say whether sorted totals come before others, by the first that differ."""
    for mine, theirs in zip(one, other, strict=True):
        if abs(mine - theirs) > EPS:
            return mine > theirs
    return False


def raise_levels(model: Model, best: Grouping, nodes: int, until: float) -> Grouping:
    """Raise the second-worst coalition, then the third, and so on.

    Parameters
    ----------
    model : Model
        Of a problem whose balance is 1; it is used up.
    best : Grouping
        With the best worst coalition that is known.
    nodes : int
        Branch-and-bound nodes of each level.

    Raises
    ------
    SolverFailure
        When a level's bound lies below what the best grouping has there.
    """
    kept = mark_allowed(model)
    model.costs = np.zeros_like(model.costs)
    for level in range(1, len(model.formed)):
        model.other_costs = {_theta(level): -1.0}
        _add_level(model, level, levels_of(model.problem, best.members)[:level])
        for _ in range(ROUNDS):
            left = until - monotonic()
            if left <= 0:
                break
            lp = to_pulp(model, kept, rows_over(model, kept))
            reached = levels_of(model.problem, best.members)[level]
            solution = solve(
                lp,
                model.problem.solver,
                nodes=nodes,
                seconds=left,
                relative_gap=EPS,
                known=None if best.missing else -reached,
            )
            if np.isfinite(solution.bound):
                certify(reached, -solution.bound)
            if not solution.is_feasible:
                break
            x = np.round(members_of(model, solution))
            found = evaluate(model.problem, model.seats, tuple(np.flatnonzero(row) for row in x))
            cuts = separate(model, x, solution.values, tolerance=EPS)
            if not found.missing and is_better(
                levels_of(model.problem, found.members), levels_of(model.problem, best.members)
            ):
                best = found
            if not cuts:
                break
    return best


def raise_by_freezing(
    problem: Problem,
    seats: Seats,
    best: Grouping,
    sweeps: int,
    looks: int,
    is_over: Callable[[], bool],
) -> Grouping:
    """Raise level after level by search, with the coalitions below frozen as they are.

    Parameters
    ----------
    problem : Problem
        With balance 1.
    sweeps, looks : int
        What each level may spend, as `Work` counts them.
    is_over : callable
        Says when to end early.
    """
    formed = [s for s, size in enumerate(seats.sizes) if size]
    if problem.overlaps or problem.floor is not None:
        return best
    for level in range(1, len(formed)):
        if is_over():
            break
        members = best.members
        order = sorted(formed, key=lambda s: problem.total(problem.slots[s], members[s]))
        rest = take(problem, seats, best, tuple(sorted(order[level:])))
        search = Search(rest.problem, rest.seats)
        count = max(1, min(sweeps, looks // max(1, search.looks)))
        searched = search.anneal(rest.start.members, count, stop=is_over)
        found = join_components(problem, seats, best, ((rest, searched),))
        if not found.missing and is_better(
            levels_of(problem, found.members), levels_of(problem, members)
        ):
            best = found
    return best


def _theta(level: int) -> str:
    return f"level_{level}"


def _below(level: int, s: int) -> str:
    return f"below_{level}_{s}"


def _add_level(model: Model, level: int, settled: Sequence[float]) -> None:
    """Let θ be at most what all but `level` coalitions reach, and hold the level before it."""
    low, high = model.boxes[WORST]
    held = settled[level - 1] - SETTLED
    model.boxes[WORST if level == 1 else _theta(level - 1)] = (max(low, held), high)
    model.boxes[_theta(level)] = (low, high)
    below: dict[str, float] = {}
    for s in model.formed:
        name = _below(level, s)
        model.boxes[name] = (0.0, 1.0)
        model.integers[name] = None
        below[name] = 1.0
        others = {_theta(level): 1.0, total_of(s): -1.0, name: low - high}
        model.rows.append(LinearRow({}, others, high=0.0))
    model.rows.append(LinearRow({}, below, high=float(level)))
