"""Criteria and rules with one formula spoilt, and seasons in which each of them is in play."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import numpy as np

from matcher.agreement import verify
from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.registry import KINDS
from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.pool import Pool
from matcher.core.settings import Options
from matcher.criteria.criterion import Criterion
from matcher.criteria.registry import CRITERIA, weights_in_use
from matcher.criteria.term import Term
from matcher.propose import propose
from models.challenges import Challenge
from models.errors import InputError, NoSolution, SolverFailure
from models.ports.progress import Silence
from models.rules import Rule
from models.seasons import Season, Weight
from tests.kit.actors import draw_actor
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import (
    draw_fits,
    draw_season,
    draw_ties,
    give_reading,
    make_challenge,
    make_season,
)

SEEDS = 100
"""So many seasons are drawn until a rule is in play."""
ENOUGH = 6
"""In so many of them a spoilt formula has to show in one."""
Change = Callable[[Any], Any]


def is_refused(season: Season, fits: Fits) -> bool:
    """Say whether a proposal does not come out, or does not agree with its season."""
    reading = give_reading(fits)
    try:
        proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    except (NoSolution, SolverFailure):
        return True
    return bool(verify(season, proposal.model_dump(mode="json", by_alias=True), reading))


def weighted_seasons(key: str) -> Iterator[tuple[Season, Fits]]:
    """Give seasons with data for every criterion, in which one weighs the most."""
    for seed in range(ENOUGH):
        draw = Random(seed)
        weights = tuple(
            Weight(criterion=own, weight=9.0 if own == key else 1.0) for own in CRITERIA
        )
        actors = [draw_actor(draw, i, capacity=draw.choice([1, 1, 2])) for i in range(16)]
        challenges = [
            make_challenge(0, min_size=4, max_size=5, facets=("å", "ö")),
            make_challenge(1, min_size=3, max_size=4, facets=("ä", "ü", "é")),
        ]
        ties = draw_ties(draw, actors, 0.4)
        season = make_season(actors, challenges, ties=ties, weights=weights)
        assert key in weights_in_use(season), f"tests/kit/actors.py draws no data for {key}"
        yield season, draw_fits(season, seed)


def ruled_seasons(kind: RuleKind, strength: float | None) -> Iterator[tuple[Season, Fits]]:
    """Give seasons whose proposals can't keep a rule of a kind, by default or as stated."""
    found = 0
    for seed in range(SEEDS):
        drawn = _draw_in_play(kind, strength, seed)
        if drawn is not None:
            found += 1
            yield drawn
        if found == ENOUGH:
            return
    assert found, f"{kind.key} is in play in none of {SEEDS} seasons: draw others here"


@cache
def _draw_in_play(kind: RuleKind, strength: float | None, seed: int) -> tuple[Season, Fits] | None:
    season, fits = _draw(kind, strength, seed)
    reading = give_reading(fits)
    try:
        proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    except (InputError, NoSolution):
        return None
    missed = {conflict.rule for conflict in proposal.conflicts}
    if strength is not None:  # with reserves, whose choice a soft rule has a say in
        missed = {p.rule for c in proposal.coalitions for p in c.penalties if c.reserves}
    if kind.key not in missed:
        return None
    document = proposal.model_dump(mode="json", by_alias=True)
    assert verify(season, document, reading) == ()
    return season, fits


def _draw(kind: RuleKind, strength: float | None, seed: int) -> tuple[Season, Fits]:
    draw = Random(seed)
    drawn = draw_season(draw, draw.choice([5, 7, 9] if strength is None else [12, 15]))
    rules: list[Rule] = []
    if kind.is_stated:
        rule = draw_rule(draw, kind, drawn)
        rules.append(Rule(kind=rule.kind, strength=strength, keys=rule.keys))
    able = [actor.id for actor in drawn.actors if actor.capacity]
    for actor in able[:3]:
        if draw.random() < 0.6:
            kept = draw.choice(["pin", "pin", "ban"])
            rules.append(make_rule(kept, "c0", actor=actor))
    challenges = drawn.challenges if kind.key == "regional_radius" else drawn.challenges[:1]
    known = {challenge.id for challenge in challenges}
    actors = [
        actor.evolve(wishes=tuple(wish for wish in actor.wishes if wish in known))
        for actor in drawn.actors
    ]
    season = make_season(actors, challenges, ties=drawn.ties, rules=tuple(rules))
    return season, draw_fits(season, seed)


def spoil_terms(criterion: Criterion, name: str, change: Change) -> Criterion:
    """Give a criterion of whose terms one method answers something else."""

    def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
        found = criterion.terms(pool, challenge)
        for term in found:
            spoil(term, name, change)
        return found

    return replace(criterion, terms=terms)


def spoil_rule(kind: RuleKind, change: Callable[[Applied], Applied]) -> RuleKind:
    """Give a kind of rule that becomes something else in a coalition."""
    apply = kind.apply
    assert apply is not None

    def changed(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
        found = apply(pool, challenge, rule)
        return None if found is None else change(found)

    return replace(kind, apply=changed)


def spoil(thing: object, name: str, change: Change) -> None:
    """Let a method of a frozen thing answer something else."""
    right = getattr(thing, name)
    object.__setattr__(thing, name, lambda *given, **named: change(right(*given, **named)))


def loosen(applied: Applied) -> Applied:
    """Let a rule ask one less of every row."""

    def row(own: Any) -> Any:
        least, most = own.least, getattr(own, "most", None)
        changed = {} if least is None else {"least": least - 1}
        return replace(own, **changed, **({} if most is None else {"most": most + 1}))

    return replace(applied, ways=tuple(tuple(map(row, way)) for way in applied.ways))


def called(name: str, change: Change) -> Callable[[Applied], Applied]:
    """Let one method of a rule in a coalition answer something else."""

    def changed(applied: Applied) -> Applied:
        fresh = replace(applied)
        spoil(fresh, name, change)
        return fresh

    return changed


def _chequer(units: Ints) -> Ints:
    """Mark every second actor who could come, for each seat others."""
    return np.indices(units.shape).sum(axis=0) % 2


TERMS: dict[str, Change] = {
    "value": lambda value: 0.97 * value + 0.01,
    "member_values": lambda values: values[::-1] * 0.97,
    "replaced": lambda values: 1.0 - values,
}
"""By method of a term, what it is spoilt with."""
HARD: dict[str, Callable[[Applied], Applied]] = {
    "rows": loosen,
    "unit_cost": lambda applied: replace(applied, unit_cost=applied.unit_cost - 1),
    "judge: given": called("judge", lambda told: (told[0], told[1] + 1)),
    "judge: asked": called("judge", lambda told: (told[0] + 1, told[1])),
    "keys": lambda applied: replace(applied, keys={**applied.keys, "more": 1}),
    "shortfall": called("shortfall", lambda units: 2 * units),
}
SOFT: dict[str, Callable[[Applied], Applied]] = {
    "rows": loosen,
    "asked_of": called("asked_of", lambda asked: asked + 1),
    "keys": lambda applied: replace(applied, keys={**applied.keys, "more": 1}),
    "shortfall": called("shortfall", lambda units: 2 * units),
    "shortfalls_after": called("shortfalls_after", lambda units: units + 400 * _chequer(units)),
}
HELD = {key: kind for key, kind in KINDS.items() if kind.apply is not None}
