"""What a run may override, what then holds, and a season and its problem under settings."""

from dataclasses import dataclass

from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.criteria.registry import CRITERIA, weights_in_use
from models.proposals import Keep, Settings, Solver
from models.rules import Rule
from models.seasons import Effort, Season, Weight


@dataclass(frozen=True)
class Options:
    """What a run may override; None takes the season's own."""

    challenge: str | None = None
    seed: int | None = None
    effort: Effort | None = None
    time_limit_s: float | None = None
    rules: tuple[Rule, ...] = ()
    solver: Solver = Solver.HIGHS
    keep: Keep | None = None
    alternatives: int = 0
    is_reproducible: bool = False


def settings_of(season: Season, options: Options) -> Settings:
    """Give the effective settings of a run."""
    return Settings(
        weights=weights_in_use(season),
        balance=season.balance,
        effort=str(options.effort or season.effort),
        time_limit_s=season.time_limit_s if options.time_limit_s is None else options.time_limit_s,
        seed=season.seed if options.seed is None else options.seed,
        challenge=options.challenge,
        rules=options.rules,
        solver=options.solver,
        keep=options.keep,
    )


def problem_under(season: Season, fits: Fits, settings: Settings) -> Problem:
    """Build the problem that a proposal with these settings answers.

    Raises
    ------
    InputError
        When pins, bans and capacities contradict each other.
    """
    return build_problem(
        apply_settings(season, settings),
        fits,
        challenge=settings.challenge,
        rules=settings.rules,
        solver=settings.solver,
        seed=settings.seed,
    )


def apply_settings(season: Season, settings: Settings) -> Season:
    """Give the season with the weights and the balance that a proposal states."""
    weights = {**dict.fromkeys(CRITERIA, 0.0), **settings.weights}
    return season.evolve(
        balance=settings.balance,
        weights=tuple(Weight(criterion=k, weight=v) for k, v in weights.items()),
    )
