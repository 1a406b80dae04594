"""Every kind of rule, hard or of any strength, is in T, in the bound and in the levels.

Tiny seasons, proven optimal and held against enumeration with plain formulas of the rules.
In the first season everybody is alike, so that most rules concern all actors; in the second
everybody differs.
"""

import numpy as np
import pytest

from matcher.constraints.registry import KINDS, is_off, rules_of
from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.criteria.criterion import measure
from matcher.optimise.group import group
from models.challenges import Scope
from models.ports.progress import Silence
from models.proposals import EndedBy
from models.rules import Rule, RuleValue
from models.seasons import Effort, Season
from tests.kit.actors import make_actor
from tests.kit.places import HOOR, KIRUNA, LUND
from tests.kit.rule_formulas import SHORTFALLS, Case
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_relevance, make_challenge, make_season
from tests.kit.tiny import enumerate_best

EPS = 2e-6
TRIED = {
    True: ((0.1, 1.0), (30.0, 0.5), (1000.0, 0.0)),
    False: ((None, 0.5), (1.0, 1.0)),
}
"""Strengths with balances, where everybody is alike and where nobody is."""
KEYS: dict[str, dict[str, RuleValue]] = {
    "regional_radius": {},
    "sector_floor": {"sector": "academia", "min": 2},
    "sector_ceiling": {"sector": "public", "max": 1},
    "county_ceiling": {"max": 1},
    "attribute_floor": {"attribute": "klass", "value": "y", "min": 2},
    "attribute_ceiling": {"attribute": "klass", "value": "x", "max": 0},
    "relevance_floor": {"min": 0.95},
    "new_contacts_floor": {"min": 2},
    "together": {"actors": ("a00", "a01", "a02", "a03", "a04", "a05")},
    "apart": {"actors": ("a00", "a01", "a02", "a03", "a04", "a05")},
    "one_per_group": {},
    "shared_language": {},
}
ASKED = {
    "sector_floor": lambda rule, n: rule.get("min"),
    "attribute_floor": lambda rule, n: rule.get("min"),
    "new_contacts_floor": lambda rule, n: n * rule.get("min"),
    "together": lambda rule, n: 15,
    "apart": lambda rule, n: 15,
}
"""What shortfalls are a share of; the n members where a kind is not named."""


def test_every_kind_that_can_be_soft_is_tried() -> None:
    assert set(KEYS) == {key for key, kind in KINDS.items() if kind.is_stated and kind.can_be_soft}


def lay_season(is_alike: bool, rule: Rule, balance: float) -> tuple[Season, Fits]:
    actors = [
        make_actor(
            i,
            sector="public" if is_alike else ("public", "academia", "private")[i % 3],
            place=LUND if is_alike else (LUND, KIRUNA, HOOR)[i % 3],
            group="G" if is_alike else ("G", "", "H")[i % 3],
            languages=(("sv",), ("en",), ("fi",))[i % 3],
            attributes=(("klass", "x" if is_alike or i % 2 else "y"),),
            capacity=1,
        )
        for i in range(6)
    ]
    challenges = [
        make_challenge(
            c, min_size=2, max_size=3, scope=Scope.REGIONAL, place=KIRUNA, radius_km=50.0, areas=1
        )
        for c in range(2)
    ]
    loose = [make_rule(kind, strength=0.0) for kind in ("new_contacts_floor", "shared_language")]
    loose += [make_rule("one_per_group", strength=0.0), make_rule("regional_radius", strength=0.0)]
    rules = (*(each for each in loose if each.kind != rule.kind), rule)
    season = make_season(actors, challenges, rules=rules, balance=balance)
    return season, Fits(np.minimum(draw_relevance(7, 6, 2), 0.9))


def plain_total(problem: Problem, s: int, members: Ints) -> float:
    """Give T by the contract's formula, the rules' shortfalls by plain ones."""
    slot, season = problem.slots[s], problem.pool.season
    total = sum(problem.weights[key] * measure(terms, members) for key, terms in slot.terms.items())
    for rule in rules_of(season, slot.challenge):
        if rule.strength is not None and not is_off(rule):
            chosen = [season.actors[a] for a in members]
            case = Case(season, slot.challenge, rule, chosen, problem.pool.fits.relevance)
            missed = SHORTFALLS[rule.kind](case)
            asked = ASKED.get(rule.kind, lambda _, n: n)(rule, len(members))
            total -= rule.strength * missed / asked
    return total / problem.weight


@pytest.mark.parametrize("is_alike", [True, False], ids=["alike", "mixed"])
@pytest.mark.parametrize("kind", KEYS)
def test_optimum_bound_and_levels(kind: str, is_alike: bool) -> None:
    for strength, balance in TRIED[is_alike]:
        rule = make_rule(kind, strength=strength, **KEYS[kind])
        season, fits = lay_season(is_alike, rule, balance)
        problem = build_problem(season, fits)
        answer = group(problem, Effort.THOROUGH, 600, Silence())
        _, groupings = enumerate_best(problem, beyond=0)
        worths, levels = [], []
        for found in groupings:
            totals = [plain_total(problem, s, m) for s, m in enumerate(found.members) if len(m)]
            worths.append(problem.objective(totals))
            levels.append(sorted(totals))
        own = [plain_total(problem, s, m) for s, m in enumerate(answer.members) if len(m)]
        assert answer.objective == pytest.approx(problem.objective(own), abs=1e-9)
        assert answer.objective == pytest.approx(max(worths, default=0.0), abs=EPS), strength
        assert answer.bound == pytest.approx(answer.objective, abs=EPS), strength
        assert answer.ended_by is EndedBy.OPTIMAL
        if balance == 1:
            assert sorted(own) == pytest.approx(max(levels), abs=EPS), strength
