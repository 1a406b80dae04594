"""Whether a season's coalitions can be formed, before anything is read or solved."""

from collections.abc import Mapping
from dataclasses import replace
from time import monotonic

import numpy as np

from matcher.constraints.registry import KINDS, is_off
from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.explain.conflicts import conflicts_of
from matcher.explain.core import find_core
from matcher.explain.other_relaxations import find_other_relaxations
from matcher.optimise.budgets import Budget
from matcher.optimise.group import first_grouping
from matcher.optimise.rehearsal import ready_search
from models.checks import ChallengeCheck, SeasonCheck
from models.ports.progress import Progress, Silence
from models.seasons import Season


def needs_words(season: Season) -> tuple[str, ...]:
    """Give the kinds of the season's rules that can be judged only when words are read."""
    kinds = {rule.kind for rule in season.rules if not is_off(rule) and rule.strength is None}
    return tuple(key for key, kind in KINDS.items() if kind.needs_words and key in kinds)


def weigh_relaxations(problem: Problem, costs: Mapping[str, int]) -> Problem:
    """Give a problem in which kinds of rules cost something else when they give way.

    Parameters
    ----------
    costs : mapping of str to int
        Cost of each unit by kind of rule; other kinds keep theirs.
    """
    slots = tuple(
        replace(
            slot,
            rules=tuple(
                replace(rule, unit_cost=costs.get(rule.rule.kind, rule.unit_cost))
                for rule in slot.rules
            ),
        )
        for slot in problem.slots
    )
    return replace(problem, slots=slots)


def check_season(
    season: Season,
    fits: Fits | None = None,
    costs: Mapping[str, int] | None = None,
    progress: Progress | None = None,
) -> SeasonCheck:
    """Settle the seats of all challenges together and say which rules would give way.

    Parameters
    ----------
    fits : Fits, optional
        Where none are given, the rules that judge relevance are left out and named.
    costs : mapping of str to int, optional
        What it costs when a rule of a kind gives way, in place of the contract's costs.
    progress : Progress, optional
        Hears of the compiling that a new installation needs.

    Raises
    ------
    InputError
        When pins, bans and capacities contradict each other.
    """
    problem = weigh_relaxations(build_problem(season, fits), costs or {})
    ready_search(progress or Silence())
    until = monotonic() + season.time_limit_s
    _, grouping = first_grouping(problem, until=until)
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
                eligible=int(np.count_nonzero(problem.eligible(slot))),
                seats=sum(len(grouping.members[s]) for s in group),
                feasible=not conflicts,
                conflicts=tuple(conflicts),
            )
        )
    found = tuple(conflict for item in checks for conflict in item.conflicts)
    return SeasonCheck(
        challenges=tuple(checks),
        core=find_core(problem, Budget(), until) if found else (),
        alternatives=find_other_relaxations(problem, found, Budget(), until) if found else (),
        unjudged=needs_words(season) if fits is None else (),
    )
