"""Every kind of rule keeps the contract: its count, its words, its keys, and what is solved."""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
import pytest

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.registry import KINDS, check_rule, rules_of
from matcher.explain.conflicts import conflicts_of, penalties_of
from matcher.pool import Floats, Pool, build_pool
from matcher.problem import build_problem
from matcher.propose import propose
from matcher.settings import Options
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.errors import InputError
from models.ports import Silence
from models.proposals import Proposal, Status
from models.rules import Rule, RuleKey, RuleValue
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import draw_actor, make_actor
from tests.kit.places import KIRUNA, LUND, MALMO, haversine_km
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import (
    draw_relevance,
    draw_season,
    draw_ties,
    give_reading,
    make_challenge,
    make_season,
)
from tests.kit.texts import assert_says_both

WITH_ROWS = {key: kind for key, kind in KINDS.items() if kind.apply is not None}
WITHOUT_ROWS = {key: kind for key, kind in KINDS.items() if kind.apply is None}
OFF = tuple(make_rule(key, strength=0.0) for key, kind in KINDS.items() if kind.is_stated)
"""Turns off every rule that holds unasked."""
SOFT = {key: kind for key, kind in KINDS.items() if kind.is_stated and kind.can_be_soft}
STATED = {key: kind for key, kind in KINDS.items() if kind.is_stated}
COSTS = {"size": 2, "together": 3, "apart": 3, "one_per_group": 3, "shared_language": 2}
"""What a unit of shortfall costs by the contract; 1 for all others."""
NO_VALUE = (-1, 2.5, True, "", ())
"""What no key takes."""


# -- what the contract says of each kind, once more and slowly


@dataclass(frozen=True)
class Case:
    """A coalition under a rule."""

    season: Season
    challenge: Challenge
    rule: Rule
    members: Sequence[Actor]
    relevance: Floats

    def count(self, name: str) -> int:
        value = self.rule.get(name)
        assert isinstance(value, int)
        return value

    def are_tied(self, one: Actor, other: Actor) -> bool:
        return any({t.actor_a, t.actor_b} == {one.id, other.id} for t in self.season.ties)


def seats_of_the_sector(case: Case) -> int:
    return sum(actor.sector == case.rule.get("sector") for actor in case.members)


def seats_outside_the_sizes(case: Case) -> int:
    n = len(case.members)
    return max(0, case.challenge.min_size - n, n - case.challenge.max_size)


def members_outside_the_radius(case: Case) -> int:
    centre, radius_km = case.challenge.place, case.challenge.radius_km
    if case.challenge.scope is Scope.NATIONAL or centre is None or radius_km is None:
        return 0
    return sum(haversine_km(actor.place, centre) > radius_km for actor in case.members)


def missing_new_contacts(case: Case) -> int:
    missing = 0
    for actor in case.members:
        new = [
            other
            for other in case.members
            if other.sector != actor.sector and not case.are_tied(actor, other)
        ]
        missing += max(0, case.count("min") - len(new))
    return missing


def members_with_the_value(case: Case) -> int:
    column, value = case.rule.get("attribute"), case.rule.get("value")
    return sum(dict(actor.attributes).get(str(column)) == value for actor in case.members)


def seats_beyond_the_counties(case: Case) -> int:
    homes = [actor.place.county for actor in case.members]
    meant = {case.rule.get("county")} if case.rule.get("county") else set(homes)
    return sum(max(0, homes.count(str(home)) - case.count("max")) for home in meant)


def members_below_the_relevance(case: Case) -> int:
    column = case.season.challenges.index(case.challenge)
    least = case.rule.get("min")
    assert isinstance(least, float | int)
    rows = [case.season.actors.index(actor) for actor in case.members]
    return sum(float(case.relevance[row][column]) < least for row in rows)


def pairs_where(is_broken: Callable[[bool, bool], bool]) -> Callable[[Case], int]:
    def count(case: Case) -> int:
        actors = case.rule.get("actors")
        assert isinstance(actors, tuple)
        members = {actor.id for actor in case.members}
        pairs = itertools.combinations(actors, 2)
        return sum(is_broken(one in members, other in members) for one, other in pairs)

    return count


def second_seats_of_groups(case: Case) -> int:
    groups = [actor.group for actor in case.members if actor.group]
    return len(groups) - len(set(groups))


def members_without_the_language(case: Case) -> int:
    stated = [actor.languages for actor in case.season.actors if actor.languages]
    languages = {language for spoken in stated for language in spoken}
    return min(
        (
            sum(bool(actor.languages) and language not in actor.languages for actor in case.members)
            for language in languages
        ),
        default=0,
    )


SHORTFALLS: dict[str, Callable[[Case], int]] = {
    "size": seats_outside_the_sizes,
    "regional_radius": members_outside_the_radius,
    "sector_floor": lambda case: max(0, case.count("min") - seats_of_the_sector(case)),
    "sector_ceiling": lambda case: max(0, seats_of_the_sector(case) - case.count("max")),
    "county_ceiling": seats_beyond_the_counties,
    "attribute_floor": lambda case: max(0, case.count("min") - members_with_the_value(case)),
    "attribute_ceiling": lambda case: max(0, members_with_the_value(case) - case.count("max")),
    "relevance_floor": members_below_the_relevance,
    "new_contacts_floor": missing_new_contacts,
    "together": pairs_where(lambda one, other: one != other),
    "apart": pairs_where(lambda one, other: one and other),
    "one_per_group": second_seats_of_groups,
    "shared_language": members_without_the_language,
}
"""By kind with a row, the units by which a coalition misses the rule."""


def seats_of(proposal: Proposal, challenge: str | None = None) -> list[str]:
    return [
        member.actor_id
        for coalition in proposal.coalitions
        for member in coalition.members
        if challenge in (None, coalition.challenge_id)
    ]


def is_pin_kept(season: Season, rule: Rule, proposal: Proposal) -> bool:
    return all(
        seats_of(proposal, challenge.id).count(str(rule.get("actor"))) == 1
        for challenge in season.challenges
        if rule.challenge in (None, challenge.id)
    )


def is_ban_kept(_season: Season, rule: Rule, proposal: Proposal) -> bool:
    return rule.get("actor") not in seats_of(proposal, rule.challenge)


def is_capacity_kept(season: Season, _rule: Rule, proposal: Proposal) -> bool:
    seats = seats_of(proposal)
    return all(seats.count(actor.id) <= actor.capacity for actor in season.actors)


KEPT: dict[str, Callable[[Season, Rule, Proposal], bool]] = {
    "pin": is_pin_kept,
    "ban": is_ban_kept,
    "capacity": is_capacity_kept,
}
"""By kind that never gives way, whether a proposal keeps a rule of it."""


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
            keys={"actors": ("a0", "a4", "a7")},
        ),
    ),
    "apart": (
        Crafted(
            "a0 a4 a7",
            asked=3,
            given=2,
            cost=3,
            rules=(make_rule("apart", actors=("a0", "a4", "a6")),),
            keys={"actors": ("a0", "a4", "a6")},
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
        pool, chosen = build_pool(season, relevance), np.array(members, dtype=np.int64)
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
        pool = build_pool(season, draw_relevance(seed, count, len(season.challenges)))
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
        rule = draw_rule(draw, kind, drawn).model_copy(update={"strength": strength})
        off = tuple(make_rule(key, strength=0.0) for key in ("one_per_group", "shared_language"))
        stated = tuple(each for each in off if each.kind != kind.key)
        soft, free = (
            drawn.model_copy(update={"rules": rules}) for rules in ((*stated, rule), stated)
        )
        size = draw.randint(1, len(drawn.actors))
        members = np.array(sorted(draw.sample(range(len(drawn.actors)), size)), dtype=np.int64)
        relevance = draw_relevance(seed, len(drawn.actors), len(drawn.challenges))
        problem, other = build_problem(soft, relevance), build_problem(free, relevance)
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
    problem = build_problem(season, np.arange(10.0)[:, None] / 10)
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
        assert check_rule(rule.model_copy(update={"strength": 0.0})) is None


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_rule_with_an_unknown_key(kind: RuleKind) -> None:
    sound = draw_rule(Random(1), kind, draw_season(Random(1), 5))
    rule = sound.model_copy(update={"keys": (*sound.keys, RuleKey(name="färg", value=2))})
    assert_refused(rule, "färg", "rule_key_unknown")


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_check_of_a_rule_without_a_key(kind: RuleKind) -> None:
    sound = draw_rule(Random(1), kind, draw_season(Random(1), 5))
    for key in kind.keys:
        kept = tuple(stated for stated in sound.keys if stated.name != key.name)
        rule = sound.model_copy(update={"keys": kept})
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


# -- what holds for proposals


def feasible_season(kind: RuleKind, seed: int) -> tuple[Season, Floats]:
    """Give a season with a rule of a kind that some coalition keeps, of the worst words."""
    draw = Random(seed)
    while True:
        drawn = draw_season(draw, 14)
        rules = (draw_rule(draw, kind, drawn),) if kind.is_stated else ()
        challenge = drawn.challenges[1 if kind.key == "regional_radius" else 0]
        season = make_season(drawn.actors, [challenge], ties=drawn.ties, rules=rules)
        able = [actor for actor in season.actors if actor.capacity]
        if len(able) < challenge.max_size:
            continue
        planted = draw.sample(able, draw.randint(challenge.min_size, challenge.max_size))
        relevance = draw_relevance(seed, 14, 1)
        floor = rules[0].get("min") if kind.key == "relevance_floor" else 0
        for actor in planted:
            row = season.actor_index[actor.id]
            relevance[row] = np.maximum(floor, relevance[row] / 10)
        if any(shortfalls(season, planted, relevance).values()):
            continue
        return season, np.round(relevance, 6)


def shortfalls(season: Season, members: Sequence[Actor], relevance: Floats) -> dict[str, int]:
    """Count by hand what a coalition of the season's only challenge misses, by kind."""
    (challenge,) = season.challenges
    missed = dict.fromkeys(SHORTFALLS, 0)
    for rule in rules_of(season, challenge):
        case = Case(season, challenge, rule, members, relevance)
        missed[rule.kind] += SHORTFALLS[rule.kind](case)
    return missed


def members_of(season: Season, proposal: Proposal) -> list[Actor]:
    return [season.actors[season.actor_index[actor]] for actor in seats_of(proposal)]


@pytest.mark.parametrize("kind", WITH_ROWS.values(), ids=WITH_ROWS.keys())
def test_proposal_keeps_a_rule_that_can_be_kept(kind: RuleKind) -> None:
    broken_without = 0
    for seed in range(24):
        season, relevance = feasible_season(kind, seed)
        proposal = propose(season, give_reading(relevance), Options(), Silence())
        assert proposal.conflicts == (), seed
        assert proposal.certificate.status is not Status.RELAXED
        members = members_of(season, proposal)
        assert not any(shortfalls(season, members, relevance).values()), seed
        if kind.is_stated:
            free = make_season(season.actors, season.challenges, ties=season.ties, rules=OFF)
            other = propose(free, give_reading(relevance), Options(), Silence())
            missed = shortfalls(season, members_of(season, other), relevance)
            broken_without += missed[kind.key] > 0
    assert broken_without or not kind.is_stated


def competing_season(draw: Random) -> Season:
    """Give two challenges, the first with two coalitions, over actors with few seats to give."""
    actors = [draw_actor(draw, i, capacity=(2, 1, 2, 0)[i % 4]) for i in range(16)]
    challenges = [
        make_challenge(0, min_size=2, max_size=4, coalitions=2),
        make_challenge(1, min_size=3, max_size=5),
    ]
    return make_season(actors, challenges, ties=draw_ties(draw, actors, 0.2))


def broken_rules(draw: Random, kind: RuleKind, season: Season, free: Proposal) -> tuple[Rule, ...]:
    """Give two rules of a kind that a proposal free of them breaks."""
    if not kind.is_stated:
        return ()
    rules = [
        rule
        for actor in season.actors
        if actor.capacity == 2
        for rule in [make_rule(kind.key, draw.choice([None, "c0", "c1"]), actor=actor.id)]
        if not KEPT[kind.key](season, rule, free)
    ]
    return tuple(draw.sample(rules, 2))


@pytest.mark.parametrize("kind", WITHOUT_ROWS.values(), ids=WITHOUT_ROWS.keys())
def test_proposal_keeps_what_never_gives_way(kind: RuleKind) -> None:
    for seed in range(4):
        draw = Random(seed)
        season, reading = competing_season(draw), give_reading(draw_relevance(seed, 16, 2))
        free = propose(season, reading, Options(), Silence())
        rules = broken_rules(draw, kind, season, free)
        stated = make_season(season.actors, season.challenges, ties=season.ties, rules=rules)
        for proposal in (
            propose(stated, reading, Options(), Silence()),
            propose(season, reading, Options(rules=rules), Silence()),
        ):
            assert len(proposal.coalitions) == 3
            for rule in rules or (make_rule(kind.key),):
                assert KEPT[kind.key](season, rule, proposal), (seed, rule)
            assert is_capacity_kept(season, make_rule("capacity"), proposal), seed
            assert len(set(seats_of(proposal, "c0"))) == len(seats_of(proposal, "c0")), seed


def test_pin_to_one_of_two_coalitions() -> None:
    season = competing_season(Random(1))
    actor = next(actor.id for actor in season.actors if actor.capacity)
    reading = give_reading(draw_relevance(1, 16, 2))
    for coalition in ("c0/1", "c0/2"):
        rules = (make_rule("pin", "c0", coalition=coalition, actor=actor),)
        proposal = propose(season, reading, Options(rules=rules), Silence())
        seats = {c.id: [member.actor_id for member in c.members] for c in proposal.coalitions}
        assert actor in seats[coalition]


@pytest.mark.parametrize(
    ("code", "capacity", "rules"),
    [
        ("pin_and_ban", 1, (("pin", "c0", None), ("ban", None, None))),
        ("pin_and_capacity", 1, (("pin", "c0", None), ("pin", "c1", None))),
        ("pin_and_capacity", 0, (("pin", "c0", None),)),
        ("pin_twice", 2, (("pin", "c0", "c0/1"), ("pin", "c0", "c0/2"))),
    ],
)
def test_pin_that_cannot_be_kept_is_bad_input(
    code: str, capacity: int, rules: tuple[tuple[str, str | None, str | None], ...]
) -> None:
    actors = [make_actor(i, capacity=capacity) for i in range(8)]
    challenges = [make_challenge(0, coalitions=2), make_challenge(1)]
    stated = tuple(
        make_rule(kind, challenge, coalition=coalition, actor="a00")
        for kind, challenge, coalition in rules
    )
    with pytest.raises(InputError) as caught:
        build_problem(make_season(actors, challenges), rules=stated)
    (fault,) = caught.value.faults
    assert (fault.code, fault.value) == (code, "a00")
    assert_says_both(fault.mend)
