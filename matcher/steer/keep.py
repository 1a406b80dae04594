"""Solving again from given coalitions, with at most so many changes."""

from collections.abc import Iterable
from dataclasses import replace
from time import monotonic

from matcher.core.changes import count_changes, keep_most, mark_seats, seats_of
from matcher.core.problem import Problem
from matcher.optimise.fewest import find_fewest_changes
from matcher.optimise.group import first_grouping
from matcher.optimise.rehearsal import ready_search
from matcher.optimise.search import Grouping
from matcher.optimise.seats import Seats
from models.errors import Fault, InputError
from models.ports.progress import Progress
from models.proposals import Keep
from models.scores import CoalitionMembers


def hold(
    problem: Problem, keep: Keep, seconds: float, progress: Progress
) -> tuple[Problem, tuple[Seats, Grouping], Keep]:
    """Settle the seats and the fewest changes, and hold the problem to what may change.

    Parameters
    ----------
    keep : Keep
        Where `max_changes` is None, no more than the rules force.

    Returns
    -------
    problem : Problem
        Held to the changes that are allowed.
    settled : tuple of Seats and Grouping
        The grouping has the fewest changes.
    keep : Keep
        With `max_changes` stated, and without actors and coalitions that the season has no more.

    Raises
    ------
    InputError
        `changes_too_few`: the rules and the seats force more changes than are allowed.
    """
    ready_search(progress)
    until = monotonic() + seconds
    progress.report("stage_keeping", 0, 1)
    seats, _ = first_grouping(problem, until=until)
    before = seats_of(problem, keep.coalitions)
    nearest = find_fewest_changes(problem, seats, mark_seats(problem, before), until)
    fewest = count_changes(before, nearest.members)
    most = fewest if keep.max_changes is None else keep.max_changes
    if most < fewest:
        raise InputError((Fault.given("max_changes", most, "changes_too_few", fewest=fewest),))
    held = replace(
        problem,
        overlaps=(*problem.overlaps, keep_most(problem, before, seats.sizes, most)),
    )
    return held, (seats, nearest), _known(problem, keep.coalitions, most)


def _known(problem: Problem, coalitions: Iterable[CoalitionMembers], most: int) -> Keep:
    """Give what is kept, without actors and coalitions that the season has no more."""
    season = problem.pool.season
    numbers = {challenge.id: challenge.coalitions for challenge in season.challenges}
    known = {f"{key}/{n}" for key, count in numbers.items() for n in range(1, count + 1)}
    kept = tuple(
        CoalitionMembers(
            id=each.id,
            challenge_id=each.challenge_id,
            members=tuple(actor for actor in each.members if actor in season.actor_index),
        )
        for each in coalitions
        if each.id in known
    )
    return Keep(coalitions=kept, max_changes=most)
