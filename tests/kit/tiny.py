"""Seasons that are small enough to try every grouping, and the trying."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.constraints.registry import KINDS
from matcher.core.arrays import Floats, Ints
from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from matcher.core.problem import Problem, Slot
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.places import Place
from models.rules import Rule
from models.seasons import Season
from models.sectors import Sector
from models.ties import Tie
from tests.kit.actors import draw_actor, make_actor
from tests.kit.places import LUND
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import draw_fits, draw_ties, make_challenge, make_season


@dataclass(frozen=True, eq=False)
class Option:
    """One possible coalition: its members, the cost of each rule it breaks, and its T."""

    members: Ints
    costs: list[int]
    total: float


@dataclass(frozen=True, eq=False)
class Found:
    """A grouping that is best in everything but F."""

    members: tuple[Ints, ...]
    objective: float

    @property
    def sizes(self) -> tuple[int, ...]:
        """Members by slot."""
        return tuple(len(chosen) for chosen in self.members)


def tiny_season(seed: int) -> tuple[Season, Fits]:
    """Make 4–7 actors and 1–2 challenges with radius, bans, pins, floors and dense ties."""
    season, relevance = _tiny(seed)
    return season, Fits(relevance)


def helpful_season(seed: int) -> tuple[Season, Fits]:
    """Make a tiny season with facets, offers and seeks."""
    draw = random.Random(seed)
    season, relevance = _tiny(seed)
    words = draw.choice([["", "mark"], ["mark"], ["", "", "", "mark"]])
    changed = {
        "actors": tuple(
            actor.evolve(offers=draw.choice(["", "mark"]), seeks=draw.choice(words))
            for actor in season.actors
        ),
        "challenges": tuple(
            challenge.evolve(facets=draw.choice([(), ("å",), ("å", "ö", "ü")]))
            for challenge in season.challenges
        ),
    }
    season = season.evolve(**changed)
    return season, draw_fits(season, seed, relevance)


def timed_season(seed: int) -> tuple[Season, Fits]:
    """Make a tiny season with times: one, few or many, one for each half of the actors, or apart.

    Where there is one for each half of seven, there are too many for their sets to be listed.
    """
    draw = random.Random(seed)
    season, relevance = _tiny(seed)
    everybody = range(len(season.actors))
    silent, share = draw.choice([0.0, 0.0, 0.3, 0.8]), draw.choice([0.2, 0.5, 0.8])
    kind = draw.choice(["drawn", "drawn", "drawn", "halves", "apart"])
    if kind == "halves":
        comers = list(itertools.combinations(everybody, len(everybody) // 2))
    elif kind == "apart":
        comers = [(t % len(everybody),) for t in range(draw.choice([3, 9, 40]))]
    else:
        count = draw.choice([1, 3, 4, 5, 6, 9, 40])
        comers = [tuple(a for a in everybody if draw.random() < share) for _ in range(count)]
    actors = []
    for a, actor in enumerate(season.actors):
        labels = [f"tid {t:02}" for t, come in enumerate(comers) if a in come]
        stated = () if draw.random() < silent else tuple(labels)
        actors.append(actor.evolve(available=stated))
    return season.evolve(actors=tuple(actors)), Fits(relevance)


def _tiny(seed: int) -> tuple[Season, Floats]:
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
    rules: list[Rule] = []
    if draw.random() < 0.5:
        sector = str(draw.choice(list(Sector)))
        rules.append(make_rule("sector_floor", sector=sector, min=draw.randint(1, 2)))
    if draw.random() < 0.4:
        rules.append(make_rule("sector_ceiling", sector=str(draw.choice(list(Sector))), max=1))
    if draw.random() < 0.4:
        rules.append(make_rule("ban", "c0", actor="a0"))
    if draw.random() < 0.3 and actors[1].capacity:
        rules.append(make_rule("pin", "c0", actor="a1"))
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


def sibling_season(seed: int) -> tuple[Season, Fits]:
    """Make a tiny season whose only challenge has two coalitions."""
    season, relevance = _tiny(seed)
    challenge = season.challenges[0].evolve(coalitions=2)
    return season.evolve(challenges=(challenge,)), Fits(relevance[:, :1])


def ruled_season(seed: int) -> tuple[Season, Fits]:
    """Make a tiny season with groups, languages and wishes, and rules of any kinds, some soft."""
    draw = random.Random(seed)
    season, relevance = _tiny(seed)
    small = len(season.actors) if len(season.challenges) == 1 else 5
    actors = tuple(
        actor.evolve(
            group=draw.choice(["", "", "Koncernen Å", "Ö"]),
            languages=draw.choice([(), ("sv",), ("sv", "en"), ("en",)]),
            wishes=draw.choice([(), ("c0",)]),
            passed_over=draw.randint(0, 4),
            attributes=(("storlek", draw.choice(["liten", "stor"])),),
        )
        for actor in season.actors[:small]
    )
    kept = {actor.id for actor in actors}
    season = season.evolve(
        actors=actors,
        ties=tuple(tie for tie in season.ties if {tie.actor_a, tie.actor_b} <= kept),
        balance=draw.choice([0.0, 0.5, 1.0]),
    )
    kinds = [kind for kind in KINDS.values() if kind.is_stated and kind.can_be_soft]
    rules = list(season.rules)
    for kind in draw.sample(kinds, draw.randint(2, 4)):
        strength = draw.choice([None, None, 0.5, 2.0])
        rules.append(draw_rule(draw, kind, season).evolve(strength=strength))
    return season.evolve(rules=tuple(rules)), Fits(relevance[:small])


def wide_season(seed: int) -> tuple[Season, Fits]:
    """Make 56 actors for one pair, where the most relevant 44 are alike.

    Whoever looks at relevance first sees none of those who make a good pair.
    """
    draw = random.Random(seed)
    actors = [make_actor(i, sector="public", place=LUND) for i in range(44)]
    alike: dict[str, object] = {"capacity": 1, "wishes": (), "passed_over": 0}
    actors += [draw_actor(draw, i, **alike) for i in range(44, 56)]
    challenge = make_challenge(min_size=2, max_size=2)
    ties = draw_ties(draw, actors, draw.choice([0.0, 0.5, 0.8]))
    relevance = 0.5 + 0.3 * np.random.default_rng(seed).random((56, 1))
    relevance[44:] -= 0.4
    unasked = ("new_contacts_floor", "one_per_group", "shared_language")
    off = tuple(make_rule(kind, strength=0.0) for kind in unasked)
    season = make_season(actors, [challenge], ties=ties, rules=off, balance=draw.random())
    return season, Fits(np.round(relevance, 6))


def wide_helpful_season(seed: int) -> tuple[Season, Fits]:
    """Make a wide season where only those who are not looked at first serve and help."""
    season, fits = wide_season(seed)
    challenges = tuple(c.evolve(facets=("å", "ö")) for c in season.challenges)
    season = season.evolve(challenges=challenges)
    drawn = draw_fits(season, seed, fits.relevance)
    assert isinstance(drawn.offers, OffersTable)
    for table in (*drawn.facets.values(), drawn.offers.table):
        table[:44] = 0.0
    return season, drawn


def crowded_season(seed: int) -> tuple[Season, Fits]:
    """Make three pairs of challenges' coalitions for six actors, of whom some may be in two."""
    draw = random.Random(seed)
    actors = [
        draw_actor(draw, i, capacity=draw.choice([1, 1, 2]), wishes=(), passed_over=0)
        for i in range(draw.randint(6, 7))
    ]
    challenges = [make_challenge(c, min_size=2, max_size=2) for c in range(3)]
    ties = draw_ties(draw, actors, draw.choice([0.1, 0.5]))
    unasked = ("new_contacts_floor", "one_per_group", "shared_language")
    off = tuple(make_rule(kind, strength=0.0) for kind in unasked)
    season = make_season(actors, challenges, ties=ties, rules=off, balance=1.0)
    relevance = np.random.default_rng(seed).random((len(actors), 3))
    return season, draw_fits(season, seed, np.round(relevance, 6))


def thirteen_season(seed: int, balance: float) -> tuple[Season, Fits]:
    """Make thirteen actors for four coalitions of one challenge, for their 200,200 partitions."""
    draw = random.Random(seed)
    actors = [make_actor(i, passed_over=draw.randint(0, 2)) for i in range(13)]
    season = make_season(
        actors,
        [make_challenge(min_size=2, max_size=4, coalitions=4)],
        ties=draw_ties(draw, actors, 0.3),
        rules=(make_rule("new_contacts_floor", min=0),),
        balance=balance,
    )
    return season, Fits(np.round(np.random.default_rng(seed).random((13, 1)), 6))


def enumerate_best(problem: Problem, beyond: int = 1) -> tuple[list[int], list[Found]]:
    """Give the least costs, and every grouping that has them and the best seats.

    `beyond` is how many members above its largest size a coalition is tried with.
    """
    best_key, found = None, []
    for picks in every_grouping(problem, beyond):
        costs = [cost for pick in picks for cost in pick.costs]
        wished = [slot.challenge.wished_size for slot in problem.slots]
        sizes = [len(pick.members) for pick in picks]
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
            worth = problem.objective([picks[i].total for i in formed])
            found.append(Found(tuple(pick.members for pick in picks), worth))
    assert best_key is not None
    return best_key[2], found


def judge(problem: Problem, slot: Slot, chosen: Ints) -> tuple[list[int], float]:
    """Give the cost of each rule of a slot, and T; without members it is not formed."""
    if len(chosen) == 0:
        costs = [0] * len(slot.rules)
        costs[0] = 2 * slot.challenge.min_size
        return costs, 0.0
    costs = [rule.unit_cost * rule.shortfall(problem.pool, chosen) for rule in slot.rules]
    return costs, problem.total(slot, chosen)


def every_grouping(problem: Problem, beyond: int = 1) -> Iterator[tuple[Option, ...]]:
    """Give every grouping that keeps capacities, siblings, bans and pins."""
    pool = problem.pool
    choices: list[list[Option]] = []
    for slot in problem.slots:
        usable = [a for a in range(pool.size) if slot.allowed[a] and pool.capacity[a] > 0]
        subsets = [
            np.array(chosen, dtype=np.int64)
            for n in range(slot.challenge.max_size + beyond + 1)
            for chosen in itertools.combinations(usable, n)
        ]
        choices.append([Option(chosen, *judge(problem, slot, chosen)) for chosen in subsets])
    for picks in itertools.product(*choices):
        load = np.zeros(pool.size, dtype=int)
        for pick in picks:
            load[pick.members] += 1
        if (load > pool.capacity).any() or _is_shared(problem, picks):
            continue
        if all(sum(a in picks[s].members for s in group) == 1 for a, group in problem.pins):
            yield picks


def _is_shared(problem: Problem, picks: tuple[Option, ...]) -> bool:
    """Say whether two coalitions of one challenge share an actor."""
    return any(
        len({*picks[s].members.tolist()} & {*picks[t].members.tolist()}) > 0
        for group in problem.siblings
        for s, t in itertools.combinations(group, 2)
    )
