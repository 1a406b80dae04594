"""Scores of given coalitions, by the same criteria and rules as a proposal's."""

from dataclasses import replace

from matcher.core.pool import to_indices
from matcher.core.problem import Problem, build_problem
from matcher.embedding.reading import Reading
from matcher.explain.conflicts import conflicts_of
from matcher.explain.places import Misplaced, find_misplaced
from models.canonical import round_number
from models.messages import say
from models.scores import CoalitionMembers, CoalitionScore, Conflict, ScoreSheet
from models.seasons import Season


def score_coalitions(
    season: Season, reading: Reading, coalitions: tuple[CoalitionMembers, ...]
) -> ScoreSheet:
    """Score coalitions of known challenges and actors.

    Their ids are free; a pin or a ban that speaks of one coalition holds for that of the id.
    """
    problem = _seat(build_problem(season, reading.fits), coalitions)
    members = tuple(to_indices(season, given.members) for given in coalitions)
    misplaced = list(find_misplaced(problem, members))
    scores, totals = [], []
    for s, (given, slot) in enumerate(zip(coalitions, problem.slots, strict=True)):
        chosen = members[s]
        totals.append(problem.total(slot, chosen))
        broken = [_to_conflict(problem, s, item) for item in misplaced if s in item.slots]
        scores.append(
            CoalitionScore(
                id=given.id,
                challenge_id=given.challenge_id,
                size=len(chosen),
                scores={k: round_number(v) for k, v in problem.scores(slot, chosen).items()},
                total=round_number(totals[-1]),
                violations=(*conflicts_of(problem, slot, chosen), *broken),
            )
        )
    return ScoreSheet(coalitions=tuple(scores), objective=round_number(problem.objective(totals)))


def _seat(problem: Problem, coalitions: tuple[CoalitionMembers, ...]) -> Problem:
    """Give the problem whose slots are the given coalitions."""
    homes: dict[str, list[int]] = {}
    for s, slot in enumerate(problem.slots):
        homes.setdefault(slot.challenge.id, []).append(s)
    own = {slot.id: s for s, slot in enumerate(problem.slots)}
    seats = [own.get(given.id, homes[given.challenge_id][0]) for given in coalitions]
    groups: dict[str, list[int]] = {}
    for i, given in enumerate(coalitions):
        groups.setdefault(given.challenge_id, []).append(i)
    pins = []
    for actor, meant in problem.pins:
        challenge = problem.slots[meant[0]].challenge.id
        group = [
            i
            for i in groups.get(challenge, ())
            if len(meant) == len(homes[challenge]) or own.get(coalitions[i].id) in meant
        ]
        if group:
            pins.append((actor, tuple(group)))
    return replace(
        problem,
        slots=tuple(
            replace(problem.slots[s], id=given.id)
            for s, given in zip(seats, coalitions, strict=True)
        ),
        siblings=tuple(tuple(group) for group in groups.values()),
        pins=tuple(pins),
    )


def _to_conflict(problem: Problem, s: int, item: Misplaced) -> Conflict:
    """Say of one coalition what never gives way; it has no cost."""
    actor, slot = problem.pool.season.actors[item.actor], problem.slots[s]
    return Conflict(
        rule=item.rule,
        keys={"actor": actor.id},
        challenge_id=slot.challenge.id,
        coalition=slot.id,
        asked=item.asked,
        given=item.given,
        cost=0,
        text=say(
            f"misplaced_{item.rule}",
            coalition=slot.id,
            name=actor.name,
            asked=item.asked,
            given=item.given,
        ),
    )
