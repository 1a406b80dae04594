"""Scores of given coalitions, by the same criteria and rules as a proposal's."""

from dataclasses import replace

from matcher.board import Board
from matcher.core.pool import to_indices
from matcher.core.problem import Problem, build_problem
from matcher.embedding.reading import Reading
from models.messages import MESSAGES, say
from models.scores import CoalitionMembers, CoalitionScore, Conflict, ScoreSheet
from models.seasons import Season


def score_coalitions(
    season: Season, reading: Reading, coalitions: tuple[CoalitionMembers, ...]
) -> ScoreSheet:
    """Score coalitions of known challenges and actors.

    Their ids are free; a pin or a ban that speaks of one coalition holds for that of the id.
    """
    problem = _seat(build_problem(season, reading.fits), coalitions)
    board = Board(problem, tuple(to_indices(season, given.members) for given in coalitions))
    return ScoreSheet(
        coalitions=tuple(
            CoalitionScore(
                id=given.id,
                challenge_id=given.challenge_id,
                size=sheet.size,
                scores=sheet.scores,
                total=sheet.total,
                violations=tuple(_as_rows(season, conflict) for conflict in sheet.broken),
            )
            for given, sheet in zip(coalitions, board.sheets(), strict=True)
        ),
        objective=board.objective,
    )


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


def _as_rows(season: Season, conflict: Conflict) -> Conflict:
    """Say what never gives way as it stands in a file of members, row by row."""
    code = f"misplaced_{conflict.rule}"
    if code not in MESSAGES:
        return conflict
    actor = season.actors[season.actor_index[str(conflict.keys["actor"])]]
    words = {"asked": conflict.asked, "given": conflict.given, "coalition": conflict.coalition}
    return conflict.evolve(text=say(code, name=actor.name, **words))
