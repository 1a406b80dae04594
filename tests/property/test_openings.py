"""Single changes that would have let an actor in, against complete enumeration."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.explain.why import explain_actor
from matcher.propose import propose
from models.explanations import Opening
from models.ports.progress import Silence
from models.seasons import Season
from models.sectors import Sector
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading
from tests.kit.tiny import enumerate_best
from tests.property.test_steering import season_of

CLEAR = 1e-6
STEP = 0.01


def changed(
    season: Season, fits: Fits, actor: int, column: int, opening: Opening
) -> tuple[Season, Fits]:
    """Make the change that an opening states."""
    record = season.actors[actor]
    if opening.kind == "relevance":
        return season, with_relevance(fits, actor, column, float(opening.value))
    if opening.kind == "tie":
        ties = tuple(
            tie for tie in season.ties if {tie.actor_a, tie.actor_b} != {record.id, opening.value}
        )
        return season.evolve(ties=ties), fits
    if opening.kind == "size":
        challenges = tuple(
            c.evolve(max_size=c.max_size + 1) if c.id == opening.value else c
            for c in season.challenges
        )
        return season.evolve(challenges=challenges), fits
    if opening.kind == "sector":
        fields: dict[str, object] = {"sector": Sector(opening.value)}
    else:
        assert opening.kind == "place"
        places = {a.place.county: a.place for a in reversed(season.actors)}
        fields = {"place": places[opening.value]}
    actors = list(season.actors)
    actors[actor] = record.evolve(**fields)
    return season.evolve(actors=tuple(actors)), fits


def with_relevance(fits: Fits, actor: int, column: int, value: float) -> Fits:
    relevance = fits.relevance.copy()
    relevance[actor, column] = value
    return replace(fits, relevance=relevance)


def best_with_and_without(season: Season, fits: Fits, actor: int) -> tuple[float, float]:
    """Give the best F of all groupings with the actor in one, and of those without."""
    _, every = enumerate_best(build_problem(season, fits), beyond=0)
    worth: dict[bool, float] = {True: -np.inf, False: -np.inf}
    for found in every:
        is_in = any(actor in chosen for chosen in found.members)
        worth[is_in] = max(worth[is_in], found.objective)
    return worth[True], worth[False]


def test_every_change_that_is_told_lets_the_actor_in_and_no_smaller_relevance_does() -> None:
    told: Counter[str] = Counter()
    for seed in range(20):
        season, reading = season_of(seed, balance=(seed % 3) / 2)
        if seed % 2:
            floor = make_rule("sector_floor", sector="public", min=1)
            season = season.evolve(rules=(*season.rules, floor))
        proposal = propose(season, reading, Options(is_reproducible=True), Silence())
        for left in proposal.unplaced[:1]:
            actor = season.actor_index[left.actor_id]
            why = explain_actor(season, reading, proposal, left.actor_id, None, Silence())
            if why.challenge_id is None:
                continue
            column = season.challenge_index[why.challenge_id]
            for opening in why.openings:
                told[opening.kind] += 1
                if opening.kind in ("seat", "rule"):
                    continue
                made, fits = changed(season, reading.fits, actor, column, opening)
                having, lacking = best_with_and_without(made, fits, actor)
                assert having >= lacking - CLEAR, (seed, opening)
                if opening.proven and opening.kind != "size":
                    assert having > lacking, (seed, opening)
                if opening.kind == "relevance" and season.balance == 0:
                    less = max(float(opening.value) - STEP, reading.relevance[actor, column])
                    fits = with_relevance(fits, actor, column, less)
                    having, lacking = best_with_and_without(made, fits, actor)
                    assert having <= lacking + 5 * CLEAR, (seed, opening)
    assert (
        min(told[kind] for kind in ("seat", "relevance", "sector", "place", "tie", "size")) > 0
    ), told


@pytest.mark.parametrize("strength", [None, 0.0])
def test_a_rule_that_alone_keeps_an_actor_out_is_told(strength: float | None) -> None:
    season, reading = season_of(4)
    first = season.actors[0]
    rule = make_rule("sector_ceiling", sector=str(first.sector), max=0)
    if strength is not None:
        rule = rule.evolve(strength=strength)
    relevance = reading.relevance.copy()
    relevance[0] = 1.0
    reading = give_reading(replace(reading.fits, relevance=relevance))
    season = season.evolve(rules=(*season.rules, rule))
    proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    why = explain_actor(season, reading, proposal, first.id, None, Silence())
    if strength is None:
        assert "sector_ceiling" in [each.value for each in why.openings if each.kind == "rule"]
    else:
        assert why.placed
        assert not why.openings
