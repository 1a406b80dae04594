"""Whether a season's coalitions can be formed, before anything is read or solved."""

from time import monotonic

import numpy as np

from matcher.constraints.kind import CountRow
from matcher.explain.conflicts import conflicts_of
from matcher.optimise.group import first_grouping
from matcher.problem import Problem, Slot, build_problem
from models.checks import ChallengeCheck
from models.seasons import Season

MOVES = 2_000


def check_season(season: Season) -> tuple[ChallengeCheck, ...]:
    """Settle the seats of all challenges together and say which rules would give way.

    Raises
    ------
    InputError
        When pins, bans and capacities contradict each other.
    """
    problem = build_problem(season)
    _, grouping = first_grouping(problem, MOVES, monotonic() + season.time_limit_s)
    checks = []
    for group in problem.siblings:
        conflicts = [
            conflict
            for s in group
            for conflict in conflicts_of(problem, problem.slots[s], grouping.members[s])
        ]
        slot = problem.slots[group[0]]
        checks.append(
            ChallengeCheck(
                id=slot.challenge.id,
                eligible=_count_eligible(problem, slot),
                seats=sum(len(grouping.members[s]) for s in group),
                feasible=not conflicts,
                conflicts=tuple(conflicts),
            )
        )
    return tuple(checks)


def _count_eligible(problem: Problem, slot: Slot) -> int:
    """Count the actors whom no ban, capacity, radius or ceiling of 0 leaves out."""
    able = slot.allowed & (problem.pool.capacity > 0)
    for rule in slot.rules:
        if isinstance(rule.row, CountRow):
            able &= ~rule.row.leaves_out
    return int(np.count_nonzero(able))
