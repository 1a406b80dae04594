"""A hundred tiny seasons whose rules can't all hold: cost, tie-break, words and ways out."""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from matcher.core.arrays import Ints
from matcher.core.problem import Problem, build_problem
from matcher.explain.conflicts import find_conflicts
from matcher.explain.core import find_core
from matcher.explain.other_relaxations import find_other_relaxations
from matcher.optimise.budgets import Budget
from matcher.optimise.group import group
from models.ports.progress import Silence
from models.scores import Conflict
from models.seasons import Effort
from tests.kit.texts import assert_says_both
from tests.kit.tiny import enumerate_best, every_grouping, judge, ruled_season

SEEDS = range(2000, 2400)
COUNT = 100


@dataclass(frozen=True, eq=False)
class Relaxed:
    """A season whose rules can't all hold, and what the optimiser made of it."""

    seed: int
    problem: Problem
    members: tuple[Ints, ...]
    conflicts: tuple[Conflict, ...]


@cache
def conflicting() -> list[Relaxed]:
    """Give the first hundred seasons that are relaxed."""
    found = []
    for seed in SEEDS:
        problem = build_problem(*ruled_season(seed))
        members = group(problem, Effort.QUICK, 60, Silence()).members
        conflicts = find_conflicts(problem, members)
        if conflicts:
            found.append(Relaxed(seed, problem, members, conflicts))
        if len(found) == COUNT:
            return found
    raise AssertionError("too few seasons conflict")


@pytest.mark.parametrize("block", range(10))
def test_cost_and_tie_break_agree_with_enumeration(block: int) -> None:
    for one in conflicting()[10 * block : 10 * block + 10]:
        expected, _ = enumerate_best(one.problem)
        costs = [
            cost
            for slot, chosen in zip(one.problem.slots, one.members, strict=True)
            for cost in judge(one.problem, slot, chosen)[0]
        ]
        assert costs == expected, one.seed
        assert [conflict.cost for conflict in one.conflicts] == [c for c in costs if c], one.seed


def test_words_say_what_is_asked_and_given_and_whom_there_are() -> None:
    scarce = 0
    for one in conflicting():
        seed, problem, conflicts = one.seed, one.problem, one.conflicts
        for conflict in conflicts:
            assert_says_both(conflict.text)
            title = problem.pool.season.challenges[
                problem.pool.season.challenge_index[conflict.challenge_id]
            ].title
            for words in (conflict.text.sv, conflict.text.en):
                assert words.startswith(f"{title}: "), seed
                assert words.endswith("."), seed
                assert str(conflict.asked) in words, seed
                assert str(conflict.given) in words or not conflict.given, seed
            if conflict.rule == "sector_floor":
                expected = count_scarcity(problem, str(conflict.keys["sector"]))
                told = re.search(r"there are (\d+).* and (\d+) are needed", conflict.text.en)
                stated = tuple(map(int, told.groups())) if told else None
                assert stated == expected, (seed, conflict.text.en)
                scarce += stated is not None
    assert scarce >= 10


def count_scarcity(problem: Problem, sector: str) -> tuple[int, int] | None:
    """Count by hand the actors of a sector and the seats they are asked for, where too many."""
    season = problem.pool.season
    asked: dict[str, int] = {}
    for slot in problem.slots:
        floors = [
            int(str(rule.rule.get("min")))
            for rule in slot.rules
            if rule.rule.kind == "sector_floor" and rule.keys["sector"] == sector
        ]
        if floors:
            asked[slot.id] = max(floors)
    actors, seats = 0, 0
    for a, actor in enumerate(season.actors):
        open_to = {
            slot.challenge.id
            for slot in problem.slots
            if slot.id in asked
            and problem.eligible(slot, by_words=False)[a]
            and actor.sector == sector
        }
        actors += bool(open_to)
        seats += min(len(open_to), actor.capacity)
    return (actors, sum(asked.values())) if seats < sum(asked.values()) else None


@dataclass(frozen=True)
class Tried:
    """One grouping: the cost of each rule of each slot, and the kinds that it breaks."""

    costs: tuple[int, ...]
    broken: frozenset[str]
    is_whole: bool


def try_all(problem: Problem) -> list[Tried]:
    kinds = [rule.rule.kind for slot in problem.slots for rule in slot.rules]
    tried: dict[Tried, None] = {}
    for picks in every_grouping(problem, problem.pool.size):
        costs = tuple(cost for pick in picks for cost in pick.costs)
        broken = frozenset(kind for kind, cost in zip(kinds, costs, strict=True) if cost)
        tried[Tried(costs, broken, all(len(pick.members) for pick in picks))] = None
    return list(tried)


def test_alternatives_are_of_other_kinds_and_the_least_of_theirs() -> None:
    several = 0
    for one in conflicting()[:40]:
        seed, problem, conflicts = one.seed, one.problem, one.conflicts
        alternatives = find_other_relaxations(problem, conflicts, Budget())
        assert len(alternatives) <= 3
        kinds = [
            frozenset(conflict.rule for conflict in found)
            for found in (conflicts, *(each.conflicts for each in alternatives))
        ]
        assert len(set(kinds)) == len(kinds), seed
        tried = try_all(problem)
        for alternative, used in zip(alternatives, kinds[1:], strict=True):
            cost = sum(conflict.cost for conflict in alternative.conflicts)
            assert alternative.cost == cost
            assert cost == min(sum(t.costs) for t in tried if t.broken <= used), seed
        several += bool(alternatives)
    assert several >= 10


def test_a_core_cannot_hold_and_without_any_one_of_its_rules_it_can() -> None:
    found = 0
    for one in conflicting()[:40]:
        seed, problem = one.seed, one.problem
        whole = [tried for tried in try_all(problem) if tried.is_whole]
        core = [(rule.challenge_id, rule.rule, rule.keys) for rule in find_core(problem, Budget())]
        if core:
            assert not can_hold(problem, core, whole), seed
            for rule in core:
                assert can_hold(problem, [other for other in core if other != rule], whole), seed
            found += 1
        else:
            assert not whole, seed
    assert found >= 20


def can_hold(
    problem: Problem, rules: list[tuple[str, str, dict[str, object]]], whole: list[Tried]
) -> bool:
    """Say whether some grouping keeps the rules."""
    stated = [
        (slot.challenge.id, rule.rule.kind, {k: _as_written(v) for k, v in rule.keys.items()})
        for slot in problem.slots
        for rule in slot.rules
    ]
    meant = [i for i, rule in enumerate(stated) if rule in rules]
    return any(not any(tried.costs[i] for i in meant) for tried in whole)


def _as_written(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_no_time_is_no_core_and_no_alternatives() -> None:
    one = conflicting()[0]
    assert find_core(one.problem, Budget(), 0.0) == ()
    assert find_other_relaxations(one.problem, one.conflicts, Budget(), 0.0) == ()
