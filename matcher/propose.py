"""The main job: a season and the reading of its words in, a proposal out."""

from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from matcher.criteria.registry import weights_in_use
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose
from matcher.optimise.group import group
from matcher.optimise.solver import solver_name
from matcher.problem import build_problem
from models.canonical import hash_content
from models.ports import Progress
from models.proposals import Proposal, Settings
from models.rules import Rule
from models.seasons import Effort, Season


@dataclass(frozen=True)
class Options:
    """What a run may override; None takes the season's own."""

    challenge: str | None = None
    seed: int | None = None
    effort: Effort | None = None
    time_limit_s: float | None = None
    rules: tuple[Rule, ...] = ()
    is_reproducible: bool = False


def settings_of(season: Season, options: Options) -> Settings:
    """Give the effective settings of a run."""
    return Settings(
        weights=weights_in_use(season),
        balance=season.balance,
        effort=str(options.effort or season.effort),
        time_limit_s=options.time_limit_s or season.time_limit_s,
        seed=season.seed if options.seed is None else options.seed,
        challenge=options.challenge,
        rules=options.rules,
    )


def propose(season: Season, reading: Reading, options: Options, progress: Progress) -> Proposal:
    """Propose the coalitions of a season.

    Raises
    ------
    InputError
        When pins, bans and capacities contradict each other.
    NoSolution, SolverFailure, Cancelled
        As their names say.
    """
    began = monotonic()
    settings = settings_of(season, options)
    problem = build_problem(
        season, reading.relevance, challenge=settings.challenge, rules=settings.rules
    )
    answer = group(problem, Effort(settings.effort), settings.time_limit_s, progress)
    progress.report("stage_explaining", 0, 1)
    proposal = compose(
        problem,
        settings,
        reading.info,
        answer.members,
        bound=answer.bound,
        ended_by=answer.ended_by,
        solver=solver_name(),
    )
    if not options.is_reproducible:
        certificate = proposal.certificate.model_copy(
            update={"seconds": round(monotonic() - began, 3)}
        )
        created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        proposal = proposal.model_copy(update={"certificate": certificate, "created_at": created})
    return seal(proposal)


def seal(proposal: Proposal) -> Proposal:
    """Put the hash of its own content on a proposal."""
    document = proposal.model_dump(mode="json", by_alias=True)
    return proposal.model_copy(update={"content_sha256": hash_content(document)})
