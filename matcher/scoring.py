"""Scores of given coalitions, by the same criteria and rules as a proposal's."""

import numpy as np

from matcher.embedding.reading import Reading
from matcher.explain.conflicts import conflicts_of
from matcher.problem import build_problem
from models.canonical import round_number
from models.scores import CoalitionMembers, CoalitionScore, ScoreSheet
from models.seasons import Season


def score_coalitions(
    season: Season, reading: Reading, coalitions: tuple[CoalitionMembers, ...]
) -> ScoreSheet:
    """Score coalitions of known challenges and actors."""
    problem = build_problem(season, reading.relevance)
    slots = {slot.challenge.id: slot for slot in reversed(problem.slots)}
    scores, totals = [], []
    for given in coalitions:
        slot = slots[given.challenge_id]
        indices = sorted(season.actor_index[actor] for actor in given.members)
        members = np.array(indices, dtype=np.int64)
        totals.append(problem.total(slot, members))
        conflicts = conflicts_of(problem, slot, members)
        scores.append(
            CoalitionScore(
                id=given.id,
                challenge_id=given.challenge_id,
                size=len(members),
                scores={k: round_number(v) for k, v in problem.scores(slot, members).items()},
                total=round_number(totals[-1]),
                violations=tuple(c.model_copy(update={"coalition": given.id}) for c in conflicts),
            )
        )
    return ScoreSheet(coalitions=tuple(scores), objective=round_number(problem.objective(totals)))
