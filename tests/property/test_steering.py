"""Alternatives, trade-offs, repairs and prices against complete enumeration."""

from collections.abc import Sequence
from itertools import islice

import numpy as np
import pytest

from matcher.core.arrays import Ints
from matcher.core.changes import count_changes, keep_most, seats_of
from matcher.core.problem import Problem, build_problem
from matcher.core.settings import Options, problem_under
from matcher.embedding.reading import Reading
from matcher.optimise.fewest import find_fewest_changes
from matcher.optimise.group import group
from matcher.propose import propose
from matcher.steer.alternatives import find_alternatives
from matcher.steer.pareto import find_front
from matcher.steer.price import price_rules
from matcher.steer.repair import repair_options
from models.ports.progress import Silence
from models.proposals import EmbeddingInfo, Proposal
from models.seasons import Effort, Season
from tests.kit.rules import make_rule
from tests.kit.tiny import Found, crowded_season, enumerate_best, every_grouping

EPS = 1e-6
APART = 3
ROUNDED = 2e-6


def season_of(seed: int, balance: float = 0.0) -> tuple[Season, Reading]:
    season, fits = crowded_season(seed)
    count = len(season.actors)
    info = EmbeddingInfo(model="given", fingerprint="0", dim=4)
    reading = Reading(fits, np.zeros((count, 4), dtype=np.float32), info)
    return season.evolve(balance=balance, effort=Effort.NORMAL), reading


def proposed(seed: int) -> tuple[Season, Reading, Proposal]:
    season, reading = season_of(seed)
    options = Options(is_reproducible=True)
    return season, reading, propose(season, reading, options, Silence())


def count_apart(problem: Problem, one: Sequence[Ints], other: Sequence[Ints]) -> int:
    """Count the members of one grouping who are not in the same challenge in the other."""
    seats, kept = (
        {
            (int(member), slot.challenge.id)
            for slot, members in zip(problem.slots, grouping, strict=True)
            for member in members
        }
        for grouping in (one, other)
    )
    return len(seats - kept)


def groupings_of(problem: Problem) -> list[Found]:
    return enumerate_best(problem, beyond=0)[1]


@pytest.mark.parametrize("seed", range(12))
def test_alternatives_are_the_best_that_are_far_enough(seed: int) -> None:
    season, reading = season_of(seed, balance=(seed % 3) / 2)
    problem = build_problem(season, reading.fits)
    answer = group(problem, Effort.NORMAL, 60, Silence())
    others = find_alternatives(problem, answer.seats, answer.members, Effort.NORMAL, 60, Silence())
    given = [answer.members]
    every = groupings_of(problem)
    for other in islice(others, 3):
        left = [
            found.objective
            for found in every
            if all(count_apart(problem, found.members, each) >= APART for each in given)
        ]
        assert other.objective == pytest.approx(max(left), abs=EPS)
        assert all(count_apart(problem, other.members, each) >= APART for each in given)
        given.append(other.members)
    assert len(given) > 1


@pytest.mark.parametrize("seed", range(8))
def test_the_front_has_every_extreme_point_and_none_that_is_dominated(seed: int) -> None:
    season, reading, proposal = proposed(seed)
    keys = ("relevance", "geographic_spread")
    front = find_front(season, reading, proposal, keys, Silence())
    problem = problem_under(season, reading.fits, proposal.settings)
    every = set()
    for found in groupings_of(problem):
        scores = [problem.scores(s, m) for s, m in zip(problem.slots, found.members, strict=True)]
        every.add(tuple(round(sum(score[k] for score in scores) / len(scores), 6) for k in keys))
    told = [tuple(point.values[k] for k in keys) for point in front]
    for one, other in told:
        assert not any(
            a >= one - EPS and b >= other - EPS and (a > one + ROUNDED or b > other + ROUNDED)
            for a, b in every
        )
    for weight in np.linspace(0.001, 0.999, 101):
        best = max(weight * a + (1 - weight) * b for a, b in every)
        reached = max(weight * a + (1 - weight) * b for a, b in told)
        assert reached >= best - ROUNDED


@pytest.mark.parametrize("seed", range(12))
def test_a_repair_changes_as_few_seats_as_enumeration_finds(seed: int) -> None:
    season, reading, proposal = proposed(seed)
    gone = proposal.coalitions[0].members[0].actor_id
    options = repair_options(proposal, [gone])
    repaired = propose(season, reading, options, Silence())
    problem = build_problem(season, reading.fits, rules=options.rules)
    before = seats_of(problem, proposal.memberships)
    after = seats_of(problem, repaired.memberships)
    every = groupings_of(problem)
    fewest = min(count_changes(before, found.members) for found in every)
    assert repaired.settings.keep is not None
    assert count_changes(before, after) == repaired.settings.keep.max_changes == fewest
    best = max(f.objective for f in every if count_changes(before, f.members) == fewest)
    assert repaired.certificate.objective == pytest.approx(best, abs=ROUNDED)
    assert gone not in {m.actor_id for c in repaired.coalitions for m in c.members}


def test_fewest_changes_is_nought_where_nothing_is_wrong() -> None:
    season, reading, proposal = proposed(1)
    problem = build_problem(season, reading.fits)
    before = seats_of(problem, proposal.memberships)
    answer = group(problem, Effort.QUICK, 60, Silence())
    marks = keep_most(problem, before, answer.seats.sizes, 0).marks
    nearest = find_fewest_changes(problem, answer.seats, marks)
    assert count_changes(before, nearest.members) == 0


@pytest.mark.parametrize("seed", range(6))
def test_a_price_is_what_solving_again_gains(seed: int) -> None:
    season, reading = season_of(seed)
    sector = str(season.actors[0].sector)
    rules = (*season.rules, make_rule("sector_ceiling", sector=sector, max=1))
    season = season.evolve(rules=rules)
    proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    problem = problem_under(season, reading.fits, proposal.settings)
    sizes = tuple(coalition.size for coalition in proposal.coalitions)
    prices = price_rules(season, reading, proposal, Silence())
    assert prices
    for price in prices:
        loose = next(s for s, slot in enumerate(problem.slots) if slot.id == price.coalition)
        best = -1.0
        for picks in every_grouping(problem, beyond=0):
            if tuple(len(pick.members) for pick in picks) != sizes:
                continue
            missed = {
                (s, rule.rule.kind): rule.shortfall(problem.pool, pick.members)
                for s, (slot, pick) in enumerate(zip(problem.slots, picks, strict=True))
                for rule in slot.rules
            }
            if all(n <= int(at == (loose, price.rule)) for at, n in missed.items()):
                best = max(best, problem.objective([pick.total for pick in picks]))
        gain = best - proposal.certificate.objective
        assert price.proven
        assert price.gain == pytest.approx(gain, abs=ROUNDED)
