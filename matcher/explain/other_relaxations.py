"""Other ways out of a conflict: what gives way where the kinds already named hold firm."""

import math
from collections import deque
from time import monotonic

from matcher.constraints.registry import KINDS
from matcher.core.problem import Problem
from matcher.explain.conflicts import find_conflicts
from matcher.optimise.budgets import Budget
from matcher.optimise.group import first_grouping
from models.checks import OtherRelaxation
from models.errors import NoSolution
from models.scores import Conflict

MOST = 3


def find_other_relaxations(
    problem: Problem,
    conflicts: tuple[Conflict, ...],
    budget: Budget,
    until: float = math.inf,
) -> tuple[OtherRelaxation, ...]:
    """Give up to three other relaxations, each the smallest of its kinds.

    The kinds that gave way are held firm, together first and then each by itself, and the
    season is settled anew.

    Parameters
    ----------
    conflicts : tuple of Conflict
        The smallest relaxation.
    budget : Budget
        Work that may be spent.
    until : float
        Monotonic clock's time of the safety stop.

    Returns
    -------
    tuple of OtherRelaxation
        No two, nor any and the smallest relaxation, with the same kinds.
    """
    named = _kinds_of(conflicts)
    told, tried = {named}, set()
    found: list[OtherRelaxation] = []
    waiting = deque([named])
    while waiting and len(found) < MOST and not budget.is_spent and monotonic() < until:
        firm = waiting.popleft()
        if firm in tried:
            continue
        tried.add(firm)
        try:
            _, grouping = first_grouping(
                problem,
                until=until,
                yielding=[kind for kind in KINDS if kind not in firm],
                budget=budget,
            )
        except NoSolution:
            waiting.extend(firm - {kind} for kind in sorted(firm) if len(firm) > 1)
            continue
        others = find_conflicts(problem, grouping.members)
        kinds = _kinds_of(others)
        if kinds not in told:
            told.add(kinds)
            cost = sum(conflict.cost for conflict in others)
            found.append(OtherRelaxation(cost=cost, conflicts=others))
        waiting.append(firm | kinds)
    return tuple(sorted(found, key=lambda each: each.cost))


def _kinds_of(conflicts: tuple[Conflict, ...]) -> frozenset[str]:
    return frozenset(conflict.rule for conflict in conflicts)
