"""What is solved keeps every kind of rule that can be kept, and pins and bans always."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import rules_of
from matcher.core.arrays import Floats
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.propose import propose
from models.actors import Actor
from models.errors import InputError
from models.ports.progress import Silence
from models.proposals import Proposal, Status
from models.rules import Rule
from models.seasons import Season
from tests.kit.actors import draw_actor, make_actor
from tests.kit.rule_formulas import KEPT, OFF, SHORTFALLS, WITH_ROWS, WITHOUT_ROWS, Case, seats_of
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import (
    draw_fits,
    draw_relevance,
    draw_season,
    draw_ties,
    give_reading,
    make_challenge,
    make_season,
)
from tests.kit.texts import assert_says_both

SEASONS, MOST_SEASONS = 24, 80
"""So many are drawn; more only until one breaks the rule where it is not stated."""


def feasible_season(kind: RuleKind, seed: int) -> tuple[Season, Floats]:
    """Give a season with a rule of a kind that some coalition keeps, of the worst words."""
    draw = Random(seed)
    while True:
        drawn = draw_season(draw, 14)
        rules = (draw_rule(draw, kind, drawn),) if kind.is_stated else ()
        challenge = drawn.challenges[1 if kind.key == "regional_radius" else 0]
        actors = [drop_wishes_but(challenge.id, actor) for actor in drawn.actors]
        season = make_season(actors, [challenge], ties=drawn.ties, rules=rules)
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


def drop_wishes_but(challenge: str, actor: Actor) -> Actor:
    return actor.evolve(wishes=tuple(wish for wish in actor.wishes if wish == challenge))


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
    for seed in range(MOST_SEASONS):
        if seed >= SEASONS and (broken_without or not kind.is_stated):
            break
        season, relevance = feasible_season(kind, seed)
        proposal = propose(
            season, give_reading(draw_fits(season, seed, relevance)), Options(), Silence()
        )
        assert proposal.conflicts == (), seed
        assert proposal.certificate.status is not Status.RELAXED
        members = members_of(season, proposal)
        assert not any(shortfalls(season, members, relevance).values()), seed
        if kind.is_stated:
            free = make_season(season.actors, season.challenges, ties=season.ties, rules=OFF)
            other = propose(
                free, give_reading(draw_fits(season, seed, relevance)), Options(), Silence()
            )
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
        season = competing_season(draw)
        reading = give_reading(draw_fits(season, seed))
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
            assert KEPT["capacity"](season, make_rule("capacity"), proposal), seed
            assert len(set(seats_of(proposal, "c0"))) == len(seats_of(proposal, "c0")), seed


def test_pin_to_one_of_two_coalitions() -> None:
    season = competing_season(Random(1))
    actor = next(actor.id for actor in season.actors if actor.capacity)
    reading = give_reading(draw_fits(season, 1))
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
