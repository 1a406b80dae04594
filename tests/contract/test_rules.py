"""Every kind of rule keeps the contract: its count, its words and its keys."""

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import numpy as np
import pytest

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.registry import KINDS, check_rule
from matcher.core.fits import Fits
from matcher.core.pool import Pool, build_pool
from matcher.core.problem import build_problem
from matcher.explain.conflicts import conflicts_of, penalties_of
from models.challenges import Challenge, Scope
from models.rules import Rule, RuleKey, RuleValue
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.places import KIRUNA, LUND, MALMO
from tests.kit.rule_formulas import KEPT, SHORTFALLS, WITH_ROWS, WITHOUT_ROWS, Case
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import (
    draw_fits,
    draw_relevance,
    draw_season,
    make_challenge,
    make_season,
)
from tests.kit.texts import assert_says_both

SOFT = {key: kind for key, kind in KINDS.items() if kind.is_stated and kind.can_be_soft}
STATED = {key: kind for key, kind in KINDS.items() if kind.is_stated}
COSTS = {"size": 2, "together": 3, "apart": 3, "one_per_group": 3, "shared_language": 2}
"""What a unit of shortfall costs by the contract; 1 for all others."""
NO_VALUE = (-1, 2.5, True, "", ())
"""What no key takes."""


# -- coalitions that break one rule, made by hand


@dataclass(frozen=True)
class Crafted:
    """A coalition that breaks one rule, and the conflict that this is."""

    members: str
    asked: int
    given: int
    cost: int
    rules: tuple[Rule, ...] = ()
    keys: dict[str, object] = field(default_factory=dict)


CRAFTED = {
    "size": (
        Crafted("a0 a4", asked=3, given=2, cost=2),
        Crafted("a0 a1 a2 a3 a4 a6 a7", asked=5, given=7, cost=4),
    ),
    "regional_radius": (
        Crafted("a0 a4 a8", asked=3, given=2, cost=1),
        Crafted("a0 a4 a8 a9", asked=4, given=2, cost=2),
    ),
    "sector_floor": (
        Crafted(
            "a0 a1 a4",
            asked=2,
            given=0,
            cost=2,
            rules=(make_rule("sector_floor", sector="academia", min=2),),
            keys={"sector": "academia"},
        ),
        Crafted(
            "a0 a4 a7",
            asked=3,
            given=1,
            cost=2,
            rules=(make_rule("sector_floor", "c0", sector="private", min=3),),
            keys={"sector": "private"},
        ),
    ),
    "sector_ceiling": (
        Crafted(
            "a0 a1 a2 a4",
            asked=1,
            given=3,
            cost=2,
            rules=(make_rule("sector_ceiling", sector="public", max=1),),
            keys={"sector": "public"},
        ),
    ),
    "county_ceiling": (
        Crafted(
            "a0 a4 a6",
            asked=2,
            given=3,
            cost=1,
            rules=(make_rule("county_ceiling", max=2),),
        ),
        Crafted(
            "a0 a1 a4 a7",
            asked=1,
            given=4,
            cost=3,
            rules=(make_rule("county_ceiling", county="Skåne", max=1),),
            keys={"county": "Skåne"},
        ),
    ),
    "attribute_floor": (
        Crafted(
            "a0 a4 a7",
            asked=4,
            given=2,
            cost=2,
            rules=(make_rule("attribute_floor", attribute="storlek", value="stor", min=4),),
            keys={"attribute": "storlek", "value": "stor"},
        ),
        Crafted(
            "a0 a4 a7",
            asked=3,
            given=2,
            cost=1,
            rules=(make_rule("attribute_floor", attribute="place", value="LUND", min=3),),
            keys={"attribute": "place", "value": "LUND"},
        ),
    ),
    "attribute_ceiling": (
        Crafted(
            "a0 a1 a2 a4",
            asked=1,
            given=3,
            cost=2,
            rules=(make_rule("attribute_ceiling", attribute="storlek", value="Liten", max=1),),
            keys={"attribute": "storlek", "value": "Liten"},
        ),
    ),
    "relevance_floor": (
        Crafted(
            "a0 a1 a4 a7",
            asked=4,
            given=2,
            cost=2,
            rules=(make_rule("relevance_floor", min=0.35),),
        ),
    ),
    "together": (
        Crafted(
            "a0 a4 a6",
            asked=3,
            given=1,
            cost=6,
            rules=(make_rule("together", actors=("a0", "a4", "a7")),),
            keys={"actors": ["a0", "a4", "a7"]},
        ),
    ),
    "apart": (
        Crafted(
            "a0 a4 a7",
            asked=3,
            given=2,
            cost=3,
            rules=(make_rule("apart", actors=("a0", "a4", "a6")),),
            keys={"actors": ["a0", "a4", "a6"]},
        ),
    ),
    "one_per_group": (Crafted("a1 a5 a6", asked=3, given=2, cost=3),),
    "shared_language": (Crafted("a3 a5 a7", asked=3, given=2, cost=2),),
    "new_contacts_floor": (
        Crafted("a0 a1 a5", asked=3, given=2, cost=1),
        Crafted(
            "a0 a1 a2 a5",
            asked=8,
            given=4,
            cost=4,
            rules=(make_rule("new_contacts_floor", min=2),),
        ),
    ),
}
"""By kind with a row, in the season below."""


def crafted_season(rules: tuple[Rule, ...]) -> Season:
    """Give four public actors, two private, one from civil society and academia; two far off.

    Only a0 and a5, who is private, are tied; a5 and a6 are of one group, a3 and a5 share no
    language, and the public ones are small.
    """
    sectors = ["public"] * 4 + ["private"] * 2 + ["civil_society", "academia"] * 2
    actors = [
        make_actor(
            i,
            id=f"a{i}",
            sector=sector,
            place=KIRUNA if i > 7 else (LUND, MALMO)[i % 2],
            group="Koncernen" if i in (5, 6) else "",
            languages={3: ("sv",), 5: ("en", "fi")}.get(i, ()),
            attributes=(("storlek", "liten" if i < 4 else "stor"),),
        )
        for i, sector in enumerate(sectors)
    ]
    challenge = make_challenge(
        scope=Scope.REGIONAL, place=LUND, radius_km=50.0, min_size=3, max_size=5, areas=8
    )
    ties = (Tie(actor_a="a0", actor_b="a5"),)
    return make_season(actors, [challenge], rules=rules, ties=ties)


# -- what holds for every kind


def test_every_kind_is_in_the_tables() -> None:
    assert set(SHORTFALLS) == set(CRAFTED) == set(WITH_ROWS)
    assert set(KEPT) == set(WITHOUT_ROWS)
    assert all(key == kind.key for key, kind in KINDS.items())


@pytest.mark.parametrize("kind", WITH_ROWS.values(), ids=WITH_ROWS.keys())
def test_shortfall_on_random_coalitions(kind: RuleKind) -> None:
    missed = 0
    for seed in range(200):
        draw = Random(seed)
        season = draw_season(draw, draw.randint(3, 9))
        challenge = draw.choice(season.challenges)
        rule = draw_rule(draw, kind, season)
        size = draw.randint(1, len(season.actors))
        members = sorted(draw.sample(range(len(season.actors)), size))
        relevance = draw_relevance(seed, len(season.actors), len(season.challenges))
        case = Case(season, challenge, rule, [season.actors[a] for a in members], relevance)
        expected = SHORTFALLS[kind.key](case)
        pool, chosen = build_pool(season, Fits(relevance)), np.array(members, dtype=np.int64)
        applied = apply(kind, pool, challenge, rule)
        found = applied.shortfall(pool, chosen) if applied else 0
        assert found == expected, seed
        if applied:
            assert applied.unit_cost == kind.unit_cost == COSTS.get(kind.key, 1)
            asked, given = applied.judge(chosen)
            assert (asked != given) or not expected, seed
        missed += expected > 0
    assert 10 <= missed <= 190


def apply(kind: RuleKind, pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Give a kind's rule in one challenge."""
    assert kind.apply is not None
    return kind.apply(pool, challenge, rule)


@pytest.mark.parametrize("kind", WITH_ROWS.values(), ids=WITH_ROWS.keys())
def test_shortfall_after_every_replacement(kind: RuleKind) -> None:
    for seed in range(30):
        draw = Random(seed)
        season = draw_season(draw, draw.randint(3, 9))
        challenge = draw.choice(season.challenges)
        count = len(season.actors)
        pool = build_pool(season, draw_fits(season, seed))
        applied = apply(kind, pool, challenge, draw_rule(draw, kind, season))
        if applied is None:
            continue
        members = np.array(sorted(draw.sample(range(count), draw.randint(1, count - 1))))
        after = applied.shortfalls_after(pool, members)
        assert after.shape == (len(members), count)
        for i, comer in itertools.product(range(len(members)), range(count)):
            if comer not in members:
                replaced = np.sort(np.where(np.arange(len(members)) == i, comer, members))
                assert after[i, comer] == applied.shortfall(pool, replaced), seed
        comers = np.flatnonzero(~np.isin(np.arange(count), members))[::-2]
        few = applied.shortfalls_after(pool, members, comers)
        assert few.tolist() == after[:, comers].tolist(), seed


ASKED: dict[str, Callable[[Case], int]] = {
    "sector_floor": lambda case: case.count("min"),
    "attribute_floor": lambda case: case.count("min"),
    "new_contacts_floor": lambda case: case.count("min") * len(case.members),
    "together": lambda case: math.comb(len(set(pairs_actors(case))), 2),
    "apart": lambda case: math.comb(len(set(pairs_actors(case))), 2),
}
"""By kind, what a soft rule's shortfall is a share of; the size for all others."""


def pairs_actors(case: Case) -> tuple[str, ...]:
    actors = case.rule.get("actors")
    assert isinstance(actors, tuple)
    return actors


@pytest.mark.parametrize("kind", SOFT.values(), ids=SOFT.keys())
def test_soft_rule_takes_its_share_off_the_total(kind: RuleKind) -> None:
    taken_off = 0
    for seed in range(100):
        draw = Random(seed)
        drawn = draw_season(draw, draw.randint(3, 9))
        strength = draw.choice([0.25, 1.0, 3.0])
        rule = draw_rule(draw, kind, drawn).evolve(strength=strength)
        off = tuple(make_rule(key, strength=0.0) for key in ("one_per_group", "shared_language"))
        stated = tuple(each for each in off if each.kind != kind.key)
        soft, free = (drawn.evolve(rules=rules) for rules in ((*stated, rule), stated))
        size = draw.randint(1, len(drawn.actors))
        members = np.array(sorted(draw.sample(range(len(drawn.actors)), size)), dtype=np.int64)
        relevance = draw_relevance(seed, len(drawn.actors), len(drawn.challenges))
        problem, other = build_problem(soft, Fits(relevance)), build_problem(free, Fits(relevance))
        for slot, same in zip(problem.slots, other.slots, strict=True):
            case = Case(soft, slot.challenge, rule, [drawn.actors[a] for a in members], relevance)
            units = SHORTFALLS[kind.key](case)
            asked = ASKED.get(kind.key, lambda case: len(case.members))(case)
            penalty = strength * units / asked / sum(problem.weights.values())
            assert problem.total(slot, members) == pytest.approx(
                other.total(same, members) - penalty, abs=1e-12
            )
            listed = penalties_of(problem, slot, members)
            assert [(p.rule, p.asked, p.given) for p in listed] == (
                [(kind.key, asked, asked - units)] if units else []
            )
            assert sum(p.value for p in listed) == pytest.approx(penalty, abs=1e-6)
            assert kind.key not in [
                conflict.rule for conflict in conflicts_of(problem, slot, members)
            ]
            taken_off += units > 0
    assert taken_off >= 5


@pytest.mark.parametrize(
    ("key", "crafted"), [(key, crafted) for key, cases in CRAFTED.items() for crafted in cases]
)
def test_conflict_of_a_crafted_coalition(key: str, crafted: Crafted) -> None:
    season = crafted_season(crafted.rules)
    problem = build_problem(season, Fits(np.arange(10.0)[:, None] / 10))
    members = np.array([season.actor_index[a] for a in crafted.members.split()], dtype=np.int64)
    (conflict,) = conflicts_of(problem, problem.slots[0], members)
    assert (conflict.rule, conflict.keys) == (key, crafted.keys)
    assert (conflict.challenge_id, conflict.coalition) == ("c0", "c0/1")
    assert (conflict.asked, conflict.given) == (crafted.asked, crafted.given)
    assert conflict.cost == crafted.cost
    assert_says_both(conflict.text)
    for words in (conflict.text.sv, conflict.text.en):
        assert words.startswith(season.challenges[0].title)
        assert str(crafted.given) in words
        assert str(crafted.asked) in words


def test_conflict_of_a_coalition_that_is_not_formed() -> None:
    problem = build_problem(crafted_season((make_rule("sector_floor", sector="public", min=3),)))
    (conflict,) = conflicts_of(problem, problem.slots[0], np.array([], dtype=np.int64))
    assert (conflict.rule, conflict.asked, conflict.given, conflict.cost) == ("size", 3, 0, 6)
    assert_says_both(conflict.text)


def test_no_conflict_of_a_coalition_that_keeps_its_rules() -> None:
    season = crafted_season((make_rule("sector_floor", sector="public", min=1),))
    problem = build_problem(season)
    members = np.array([season.actor_index[a] for a in ("a0", "a4", "a6", "a7")], dtype=np.int64)
    assert conflicts_of(problem, problem.slots[0], members) == []


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_sound_rule(kind: RuleKind) -> None:
    for seed in range(20):
        season = draw_season(Random(seed), 5)
        rule = draw_rule(Random(seed), kind, season)
        assert check_rule(rule) is None
        assert check_rule(rule.evolve(strength=0.0)) is None


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_rule_with_an_unknown_key(kind: RuleKind) -> None:
    sound = draw_rule(Random(1), kind, draw_season(Random(1), 5))
    rule = sound.evolve(keys=(*sound.keys, RuleKey(name="färg", value=2)))
    assert_refused(rule, "färg", "rule_key_unknown")


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_rule_without_a_key(kind: RuleKind) -> None:
    sound = draw_rule(Random(1), kind, draw_season(Random(1), 5))
    for key in kind.keys:
        kept = tuple(stated for stated in sound.keys if stated.name != key.name)
        rule = sound.evolve(keys=kept)
        if key.required:
            assert_refused(rule, key.name, "rule_key_missing")
        else:
            assert check_rule(rule) is None


@pytest.mark.parametrize("value", NO_VALUE, ids=map(repr, NO_VALUE))
@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_rule_with_a_wrong_value(kind: RuleKind, value: RuleValue) -> None:
    season = draw_season(Random(1), 5)
    for key in kind.keys:
        rule = draw_rule(Random(1), kind, season, **{key.name: value})
        assert_refused(rule, key.name, "rule_key_value")


@pytest.mark.parametrize(
    "kind", ["nobody_knows", *(key for key, kind in KINDS.items() if not kind.is_stated)]
)
def test_check_of_a_kind_that_may_not_be_stated(kind: str) -> None:
    assert_refused(make_rule(kind), "kind", "rule_unknown")


def assert_refused(rule: Rule, key: str, code: str) -> None:
    problem = check_rule(rule)
    assert problem is not None
    assert (problem.key, problem.code) == (key, code)
    assert_says_both(problem.mend)


@pytest.mark.parametrize("kind", WITH_ROWS.values(), ids=WITH_ROWS.keys())
def test_sentence_of_a_rule_in_both_languages(kind: RuleKind) -> None:
    season = crafted_season(())
    pool = build_pool(season)
    rules = (draw_rule(Random(seed), kind, season) for seed in range(20))
    found = (apply(kind, pool, season.challenges[0], rule) for rule in rules)
    applied = next(each for each in found if each is not None)
    assert_says_both(applied.describe("Hur?", np.arange(4)))
