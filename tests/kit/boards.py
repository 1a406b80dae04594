"""Seasons for boards, and what a board is to say, by the plainest formulas."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np

from matcher.constraints.registry import KINDS
from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.problem import Problem
from matcher.explain.conflicts import conflicts_of, penalties_of
from models.boards import CoalitionSheet
from models.canonical import round_number
from models.seasons import Season
from tests.kit.actors import draw_actor
from tests.kit.places import LUND
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import draw_fits, draw_ties, make_challenge, make_season

MISPLACED = ("capacity", "siblings", "ban", "pin")


def board_season(seed: int) -> tuple[Season, Fits]:
    """Make three coalitions, two of them of one challenge and one regional, under any rules."""
    draw = Random(seed)
    actors = [draw_actor(draw, i) for i in range(draw.randint(5, 9))]
    facets = draw.choice([(), ("å", "ö")])
    near: dict[str, object] = {"scope": "regional", "place": LUND, "radius_km": 300.0}
    challenges = [
        make_challenge(0, min_size=2, max_size=3, coalitions=2, facets=facets),
        make_challenge(1, min_size=2, max_size=4, areas=3, reference_km=120.0, **near),
    ]
    season = make_season(
        actors,
        challenges,
        ties=draw_ties(draw, actors, draw.choice([0.1, 0.5])),
        balance=draw.choice([0.0, 0.5, 1.0]),
    )
    kinds = [kind for kind in KINDS.values() if kind.is_stated and kind.can_be_soft]
    rules = [
        draw_rule(draw, kind, season).evolve(strength=draw.choice([None, None, 0.5, 2.0]))
        for kind in draw.sample(kinds, draw.randint(3, len(kinds)))
    ]
    able = max(actors[:-1], key=lambda actor: actor.capacity)
    if able.capacity and draw.random() < 0.7:
        pinned = ("c0", "c1")[: able.capacity]
        rules += [make_rule("pin", challenge, actor=able.id) for challenge in pinned]
    if draw.random() < 0.5:
        rules.append(make_rule("ban", "c1", actor=actors[-1].id))
    season = season.evolve(rules=tuple(rules))
    return season, draw_fits(season, seed)


def plain_sheet(problem: Problem, members: Sequence[Ints], s: int) -> CoalitionSheet:
    """Give a coalition's sheet, every number anew; of misplaced actors only the order is told."""
    slot, chosen = problem.slots[s], members[s]
    is_formed = len(chosen) > 0
    return CoalitionSheet(
        coalition=slot.id,
        size=len(chosen),
        total=round_number(problem.total(slot, chosen)) if is_formed else 0.0,
        scores={k: round_number(v) for k, v in problem.scores(slot, chosen).items()}
        if is_formed
        else {},
        broken=tuple(conflicts_of(problem, slot, chosen)),
        penalties=tuple(penalties_of(problem, slot, chosen)) if is_formed else (),
    )


def plain_misplaced(
    problem: Problem, members: Sequence[Ints], s: int
) -> list[tuple[str, str, int, int]]:
    """Give (rule, actor, asked, given) of who is in a slot and may not be, or has to be."""
    found = []
    for a, actor in enumerate(problem.pool.season.actors):
        taken = [t for t, chosen in enumerate(members) if a in chosen]
        if s in taken[actor.capacity :]:
            found.append(("capacity", actor.id, actor.capacity, len(taken)))
        shared = [t for t in taken if problem.slots[t].challenge == problem.slots[s].challenge]
        if s in shared[1:]:
            found.append(("siblings", actor.id, 1, len(shared)))
        if s in taken and not problem.slots[s].allowed[a]:
            found.append(("ban", actor.id, 0, 1))
    for a, group in problem.pins:
        given = sum(a in members[t] for t in group)
        if s in group and given != 1:
            found.append(("pin", problem.pool.season.actors[a].id, 1, given))
    return found


def plain_excess(problem: Problem, members: Sequence[Ints]) -> Counter[tuple[str, int, int]]:
    """Give by how much capacity, each challenge's siblings and each pin are broken.

    Keys are rule, actor, and the challenge or pin by number.
    """
    excess: Counter[tuple[str, int, int]] = Counter()
    for a, actor in enumerate(problem.pool.season.actors):
        taken = [s for s, chosen in enumerate(members) if a in chosen]
        excess["capacity", a, 0] = max(0, len(taken) - actor.capacity)
        for c, group in enumerate(problem.siblings):
            excess["siblings", a, c] = max(0, sum(s in group for s in taken) - 1)
    for i, (a, group) in enumerate(problem.pins):
        excess["pin", a, i] = abs(sum(a in members[s] for s in group) - 1)
    return excess


def plain_objective(problem: Problem, members: Sequence[Ints]) -> float:
    """Give F of the coalitions that have members."""
    totals = [
        problem.total(slot, chosen)
        for slot, chosen in zip(problem.slots, members, strict=True)
        if len(chosen)
    ]
    if not totals:
        return 0.0
    return (1 - problem.balance) * float(np.mean(totals)) + problem.balance * min(totals)
