"""Two hundred tiny seasons against complete enumeration."""

import pytest

from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.optimise.group import BoundedGrouping
from models.seasons import Season
from tests.kit.listing import group_either_way
from tests.kit.tiny import (
    enumerate_best,
    helpful_season,
    judge,
    ruled_season,
    sibling_season,
    timed_season,
    tiny_season,
)

EPS = 1e-6


def costs_of(problem: Problem, answer: BoundedGrouping) -> list[int]:
    costs = []
    for slot, chosen in zip(problem.slots, answer.members, strict=True):
        costs += judge(problem, slot, chosen)[0]
    return costs


def check(season: Season, fits: Fits, seed: int) -> tuple[BoundedGrouping, ...]:
    problem = build_problem(season, fits)
    costs, groupings = enumerate_best(problem)
    optimum = max(found.objective for found in groupings)
    answers = group_either_way(problem)
    for answer in answers:
        assert costs_of(problem, answer) == costs, seed
        assert tuple(map(len, answer.members)) == groupings[0].sizes, seed
        assert answer.objective <= optimum + EPS, seed
        assert answer.bound >= optimum - EPS, seed
        assert answer.objective >= optimum - (answer.bound - answer.objective) - EPS, seed
    return answers


@pytest.mark.parametrize("block", range(20))
def test_agrees_with_enumeration(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        check(*tiny_season(seed), seed)


@pytest.mark.parametrize("block", range(20))
def test_agrees_with_enumeration_under_rules_of_every_kind(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        check(*ruled_season(seed), seed)


@pytest.mark.parametrize("block", range(20))
def test_agrees_with_enumeration_where_members_cover_facets_and_help_each_other(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        check(*helpful_season(seed), seed)


@pytest.mark.parametrize("block", range(20))
def test_agrees_with_enumeration_where_members_state_when_they_can_come(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        check(*timed_season(seed), seed)


@pytest.mark.parametrize("block", range(4))
def test_agrees_with_enumeration_where_two_coalitions_share_a_challenge(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        for answer in check(*sibling_season(seed), seed):
            one, other = answer.members
            assert not {*one.tolist()} & {*other.tolist()}, seed


@pytest.mark.parametrize("block", range(4))
def test_soft_rules_of_any_strength_do_not_outweigh_hard_ones(block: int) -> None:
    for seed in range(20 * block, 20 * block + 20):
        season, fits = ruled_season(seed)
        rules = tuple(
            rule.evolve(strength=1000.0) if rule.strength else rule for rule in season.rules
        )
        check(season.evolve(rules=rules), fits, seed)
