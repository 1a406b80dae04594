"""The main job: a season and the reading of its words in, a proposal out."""

from datetime import UTC, datetime
from itertools import islice
from time import monotonic

from matcher.core.problem import build_problem
from matcher.core.settings import Options, settings_of
from matcher.embedding.reading import Reading
from matcher.explain.answers import compose_answer
from matcher.optimise.group import group
from matcher.optimise.rehearsal import ready_search
from matcher.steer.alternatives import find_alternatives
from matcher.steer.keep import hold
from models.canonical import hash_content
from models.ports.progress import Progress
from models.proposals import Proposal
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
    ready_search(progress)
    began = monotonic()
    settings = settings_of(season, options)
    problem = build_problem(
        season,
        reading.fits,
        challenge=settings.challenge,
        rules=settings.rules,
        solver=settings.solver,
        seed=settings.seed,
    )
    settled, held = None, problem
    if settings.keep is not None:
        held, settled, keep = hold(problem, settings.keep, settings.time_limit_s, progress)
        settings = settings.evolve(keep=keep)
    effort = Effort(settings.effort)
    answer = group(held, effort, settings.time_limit_s, progress, settled)

    progress.report("stage_explaining", 0, 1)
    proposal = compose_answer(problem, settings, reading.info, answer)
    if options.alternatives:
        others = find_alternatives(
            held,
            answer.seats,
            answer.members,
            effort,
            settings.time_limit_s,
            progress,
            bound=answer.bound,
        )
        listed = tuple(
            compose_answer(problem, settings, reading.info, other).as_alternative()
            for other in islice(others, options.alternatives)
        )
        proposal = proposal.evolve(alternatives=listed)
    if not options.is_reproducible:
        certificate = proposal.certificate.evolve(seconds=round(monotonic() - began, 3))
        created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        proposal = proposal.evolve(certificate=certificate, created_at=created)
    return seal(proposal)


def seal(proposal: Proposal) -> Proposal:
    """Put the hash of its own content on a proposal."""
    document = proposal.model_dump(mode="json", by_alias=True)
    return proposal.evolve(content_sha256=hash_content(document))
