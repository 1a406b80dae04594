"""Clearly different variants of a finished proposal, or of one of its coalitions."""

import math
from dataclasses import replace
from itertools import islice

from matcher.core.changes import APART, seats_of
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.answers import compose_answer
from matcher.optimise.seats import Seats
from matcher.steer.alternatives import find_alternatives
from models.errors import NotFound
from models.ports.progress import Progress
from models.proposals import Alternative, Proposal
from models.seasons import Effort, Season


def vary(
    season: Season,
    reading: Reading,
    proposal: Proposal,
    progress: Progress,
    *,
    coalition: str | None = None,
    count: int = 3,
    apart: int = APART,
) -> tuple[Alternative, ...]:
    """Give clearly different variants, the best first.

    Parameters
    ----------
    coalition : str, optional
        Only this coalition may change; all others keep their members.
    count : int
        How many are wanted; there may be fewer.
    apart : int
        Members that any two of them, and the proposal, must differ by.

    Raises
    ------
    NotFound
        `coalition_not_found`, with the known ones.
    """
    problem = problem_under(season, reading.fits, proposal.settings)
    members = seats_of(problem, proposal.memberships)
    if coalition is not None:
        ids = [slot.id for slot in problem.slots]
        if coalition not in [each.id for each in proposal.coalitions]:
            raise NotFound("coalition_not_found", name=coalition, known=", ".join(ids))
        held = {
            (a, (s,))
            for s, chosen in enumerate(members)
            if ids[s] != coalition
            for a in chosen.tolist()
        }
        problem = replace(problem, pins=tuple(sorted({*problem.pins, *held})))

    answers = find_alternatives(
        problem,
        Seats.of(problem, members),
        members,
        Effort(proposal.settings.effort),
        proposal.settings.time_limit_s,
        progress,
        apart,
        # A proposal that was held to few changes is bounded among those only.
        proposal.certificate.bound if proposal.settings.keep is None else math.inf,
    )
    return tuple(
        compose_answer(problem, proposal.settings, reading.info, answer).as_alternative()
        for answer in islice(answers, count)
    )
