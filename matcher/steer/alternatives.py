"""Clearly different proposals: each the best that is far enough from those before it."""

import math
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.changes import APART, mark_members
from matcher.core.problem import Overlap, Problem
from matcher.optimise.fewest import find_fewest_changes
from matcher.optimise.group import BoundedGrouping, group
from matcher.optimise.rehearsal import ready_search
from matcher.optimise.search import Search
from matcher.optimise.seats import Seats
from models.errors import NoSolution, SolverFailure
from models.ports.notes import notify
from models.ports.progress import Progress
from models.seasons import Effort

SWEEPS = 500


def find_alternatives(
    problem: Problem,
    seats: Seats,
    first: tuple[Ints, ...],
    effort: Effort,
    seconds: float,
    progress: Progress,
    apart: int = APART,
    bound: float = math.inf,
) -> Iterator[BoundedGrouping]:
    """Give the best grouping that is so far from the first, then from all given, and so on.

    There are no more once none is so far, the time is up, or the solver fails, which is told.

    Parameters
    ----------
    seats : Seats
        Settled; alternatives keep to the sizes and the give-ups.
    first : tuple of int arrays
        The members of the proposal.
    bound : float
        What no grouping with these seats is worth more than, where that is known.

    Raises
    ------
    SolverFailure
        When an alternative is worth more.
    """
    ready_search(progress)
    found, until = [first], monotonic() + seconds
    most = sum(seats.sizes) - apart
    while most >= 0:  # with fewer seats than that nothing is so far apart
        overlaps = tuple(Overlap(mark_members(problem, each), most=most) for each in found)
        apart_from = replace(problem, overlaps=(*problem.overlaps, *overlaps))
        start = Search(apart_from, seats).descend(found[-1], SWEEPS)
        try:
            if start.missing:
                nothing = np.zeros_like(overlaps[0].marks)
                start = find_fewest_changes(apart_from, seats, nothing, until)
            left = until - monotonic()
            answer = group(apart_from, effort, left, progress, settled=(seats, start))
        except NoSolution:
            return
        except SolverFailure as failure:
            if failure.code != "solvers_failed":
                raise  # a bound that is contradicted makes the proposal doubtful, too
            notify("alternatives_lost", reason=failure.text)
            return
        if bound < math.inf:
            certify(answer.objective, bound)
        yield answer
        found.append(answer.members)
