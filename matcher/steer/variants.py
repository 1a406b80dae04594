"""Clearly different variants of a finished proposal, or of one of its coalitions."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from matcher.changes import seats_of
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose
from matcher.explain.verify_steering import APART
from matcher.optimise.seats import Seats
from matcher.optimise.solver import solver_name
from matcher.pool import Ints
from matcher.problem import Problem, build_problem
from matcher.settings import apply_settings
from matcher.steer.alternatives import find_alternatives
from models.errors import NotFound
from models.ports import Progress
from models.proposals import Alternative, Proposal
from models.seasons import Effort, Season


def problem_of(season: Season, reading: Reading, proposal: Proposal) -> Problem:
    """Build the problem that a proposal answers, under its own settings."""
    settings = proposal.settings
    return build_problem(
        apply_settings(season, settings),
        reading.relevance,
        challenge=settings.challenge,
        rules=settings.rules,
        solver=settings.solver,
        seed=settings.seed,
    )


def settled_seats(problem: Problem, members: tuple[Ints, ...]) -> Seats:
    """Give the sizes and the give-ups that members have."""
    return Seats(
        sizes=tuple(len(chosen) for chosen in members),
        give_ups=tuple(
            tuple(rule.shortfall(problem.pool, chosen) if len(chosen) else 0 for rule in slot.rules)
            for slot, chosen in zip(problem.slots, members, strict=True)
        ),
        start=members,
    )


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
    problem = problem_of(season, reading, proposal)
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

    def write() -> Iterator[Alternative]:
        answers = find_alternatives(
            problem,
            settled_seats(problem, members),
            members,
            Effort(proposal.settings.effort),
            proposal.settings.time_limit_s,
            progress,
            apart,
        )
        for answer in answers:
            found = compose(
                problem,
                proposal.settings,
                reading.info,
                answer.members,
                bound=answer.bound,
                ended_by=answer.ended_by,
                solver=solver_name(proposal.settings.solver),
            )
            yield Alternative(certificate=found.certificate, coalitions=found.coalitions)

    return tuple(islice(write(), count))
