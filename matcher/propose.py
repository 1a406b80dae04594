"""The main job: a season and the reading of its words in, a proposal out."""

from datetime import UTC, datetime
from itertools import islice
from time import monotonic

from matcher.embedding.reading import Reading
from matcher.explain.compose import compose
from matcher.optimise.group import Answer, group
from matcher.optimise.solver import solver_name
from matcher.problem import Problem, build_problem
from matcher.settings import Options, settings_of
from matcher.steer.alternatives import find_alternatives
from matcher.steer.keep import hold
from models.canonical import hash_content
from models.ports import Progress
from models.proposals import Alternative, Proposal, Settings
from models.seasons import Effort, Season


def propose(season: Season, reading: Reading, options: Options, progress: Progress) -> Proposal:
    """Propose the coalitions of a season.

    Raises
    ------
    InputError
        When pins, bans and capacities contradict each other, or more must change than may.
    NoSolution, SolverFailure, Cancelled
        As their names say.
    """
    began = monotonic()
    settings = settings_of(season, options)
    problem = build_problem(
        season,
        reading.relevance,
        challenge=settings.challenge,
        rules=settings.rules,
        solver=settings.solver,
        seed=settings.seed,
    )
    settled, held = None, problem
    if settings.keep is not None:
        held, settled, keep = hold(problem, settings.keep, settings.time_limit_s, progress)
        settings = settings.model_copy(update={"keep": keep})
    effort = Effort(settings.effort)
    answer = group(held, effort, settings.time_limit_s, progress, settled)

    def write(found: Answer) -> Proposal:
        return _write(problem, settings, reading, found)

    progress.report("stage_explaining", 0, 1)
    proposal = write(answer)
    if options.alternatives:
        others = find_alternatives(
            held, answer.seats, answer.members, effort, settings.time_limit_s, progress
        )
        written = map(write, islice(others, options.alternatives))
        listed = tuple(
            Alternative(certificate=other.certificate, coalitions=other.coalitions)
            for other in written
        )
        proposal = proposal.model_copy(update={"alternatives": listed})
    if not options.is_reproducible:
        certificate = proposal.certificate.model_copy(
            update={"seconds": round(monotonic() - began, 3)}
        )
        created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        proposal = proposal.model_copy(update={"certificate": certificate, "created_at": created})
    return seal(proposal)


def _write(problem: Problem, settings: Settings, reading: Reading, answer: Answer) -> Proposal:
    return compose(
        problem,
        settings,
        reading.info,
        answer.members,
        bound=answer.bound,
        ended_by=answer.ended_by,
        solver=solver_name(settings.solver),
    )


def seal(proposal: Proposal) -> Proposal:
    """Put the hash of its own content on a proposal."""
    document = proposal.model_dump(mode="json", by_alias=True)
    return proposal.model_copy(update={"content_sha256": hash_content(document)})
