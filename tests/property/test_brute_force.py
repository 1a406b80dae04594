"""Two hundred tiny seasons against complete enumeration."""

import itertools
import random

import numpy as np
import pytest

from matcher.optimise.group import Answer, group
from matcher.problem import Problem, build_problem
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.places import Place
from models.ports import Silence
from models.rules import Rule, RuleKey
from models.seasons import Effort, Season
from models.sectors import Sector
from models.ties import Tie

EPS = 1e-6


def tiny_season(seed: int) -> tuple[Season, np.ndarray]:
    """Make 4–7 actors and 1–2 challenges with radius, bans, pins, floors and dense ties."""
    draw = random.Random(seed)
    actors = []
    for i in range(draw.randint(4, 7)):
        lat, lon = 55 + 13 * draw.random(), 12 + 10 * draw.random()
        area = draw.randrange(4)
        place = Place(name="x", municipality=f"m{area}", county=f"c{area % 3}", lat=lat, lon=lon)
        actors.append(
            Actor(
                id=f"a{i}",
                name=f"A {i}",
                sector=draw.choice(list(Sector)),
                place=place,
                description="words",
                capacity=draw.choice([0, 1, 1, 1, 2]),
            )
        )
    centre = Place(name="p", municipality="m0", county="c0", lat=60, lon=16)
    challenges = []
    for c in range(draw.randint(1, 2)):
        least = draw.randint(2, 4)
        is_regional = draw.random() < 0.4
        challenges.append(
            Challenge(
                id=f"c{c}",
                title="t",
                min_size=least,
                max_size=least + draw.randint(0, 2),
                scope=Scope.REGIONAL if is_regional else Scope.NATIONAL,
                place=centre if is_regional else None,
                radius_km=draw.choice([150.0, 400.0]) if is_regional else None,
                areas=draw.randint(0, 4),
                reference_km=draw.choice([100.0, 380.16]),
            )
        )
    density = draw.choice([0.1, 0.5, 0.9, 1.0])
    ties = [
        Tie(actor_a=one.id, actor_b=other.id)
        for one, other in itertools.combinations(actors, 2)
        if draw.random() < density
    ]

    def rule(kind: str, challenge: str | None = None, **keys: object) -> Rule:
        stated = tuple(RuleKey(name=k, value=v) for k, v in sorted(keys.items()))
        return Rule(kind=kind, challenge=challenge, keys=stated)

    rules = []
    if draw.random() < 0.5:
        sector = str(draw.choice(list(Sector)))
        rules.append(rule("sector_floor", sector=sector, min=draw.randint(1, 2)))
    if draw.random() < 0.4:
        rules.append(rule("sector_ceiling", sector=str(draw.choice(list(Sector))), max=1))
    if draw.random() < 0.4:
        rules.append(rule("ban", "c0", actor="a0"))
    if draw.random() < 0.3 and actors[1].capacity:
        rules.append(rule("pin", "c0", actor="a1"))
    season = Season(
        name="tiny",
        challenges=tuple(challenges),
        actors=tuple(actors),
        ties=tuple(ties),
        rules=tuple(rules),
        balance=draw.choice([0.0, 0.5, 1.0]),
    )
    relevance = np.random.default_rng(seed).random((len(actors), len(challenges)))
    return season, np.round(relevance, 6)


def enumerate_best(problem: Problem) -> tuple[tuple, list[tuple]]:
    """Give the best order-key and, for every grouping that reaches it, (F, members)."""
    pool = problem.pool
    choices = []
    for slot in problem.slots:
        usable = [a for a in range(pool.size) if slot.allowed[a] and pool.capacity[a] > 0]
        options = [
            np.array(chosen, dtype=np.int64)
            for n in range(slot.challenge.max_size + 2)
            for chosen in itertools.combinations(usable, n)
        ]
        choices.append([(chosen, *_judge(problem, slot, chosen)) for chosen in options])
    best_key, found = None, []
    for picks in itertools.product(*choices):
        load = np.zeros(pool.size, dtype=int)
        for chosen, *_ in picks:
            load[chosen] += 1
        if (load > pool.capacity).any():
            continue
        if any(sum(a in picks[s][0] for s in group) != 1 for a, group in problem.pins):
            continue
        costs = [cost for _, give_ups, _ in picks for cost in give_ups]
        wished = [slot.challenge.wished_size for slot in problem.slots]
        sizes = [len(chosen) for chosen, *_ in picks]
        filled = [min(n, w) for n, w in zip(sizes, wished, strict=True)]
        formed = [i for i, n in enumerate(sizes) if n]
        key = (
            sum(costs),
            max(costs, default=0),
            costs,
            sum(sizes) - sum(filled),
            -sum(filled),
            [-x for x in sorted(filled[i] / wished[i] for i in formed)],
            [-filled[i] for i in formed],
        )
        if best_key is None or key < best_key:
            best_key, found = key, []
        if key == best_key:
            found.append((problem.objective([picks[i][2] for i in formed]), sizes))
    return best_key, found


def _judge(problem: Problem, slot, chosen) -> tuple[list[int], float]:
    if len(chosen) == 0:
        costs = [0] * len(slot.rules)
        costs[0] = 2 * slot.challenge.min_size
        return costs, 0.0
    costs = [rule.unit_cost * rule.shortfall(problem.pool, chosen) for rule in slot.rules]
    return costs, problem.total(slot, chosen)


def costs_of(problem: Problem, answer: Answer) -> list[int]:
    costs = []
    for slot, chosen in zip(problem.slots, answer.members, strict=True):
        costs += _judge(problem, slot, chosen)[0]
    return costs


@pytest.mark.parametrize("block", range(20))
def test_agrees_with_enumeration(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        season, relevance = tiny_season(seed)
        problem = build_problem(season, relevance)
        key, groupings = enumerate_best(problem)
        answer = group(problem, Effort.NORMAL, 60, Silence())
        assert costs_of(problem, answer) == key[2], seed
        assert [len(chosen) for chosen in answer.members] == groupings[0][1], seed
        optimum = max(worth for worth, _ in groupings)
        assert answer.objective <= optimum + EPS, seed
        assert answer.bound >= optimum - EPS, seed
        assert answer.objective >= optimum - (answer.bound - answer.objective) - EPS, seed
