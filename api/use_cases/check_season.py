"""Say whether a season's coalitions can be formed."""

from collections import Counter

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.filled import insist_on_filled
from api.use_cases.use_case import UseCase
from models.checks import PoolCount, SeasonCheck
from models.errors import BadRequest
from models.frozen import Frozen
from models.ports.progress import Silence
from models.seasons import Season
from models.text import Text


class RelaxationCosts(Frozen):
    """What it costs when a rule of a kind gives way by one, where not the contract's cost."""

    costs: dict[str, int] = Field(default_factory=dict)


class Checked(Frozen):
    """Who is in the pool, and what each challenge gets."""

    pool: PoolCount
    found: SeasonCheck


def check(call: Call, given: RelaxationCosts) -> Checked:
    """Settle all seats and say which rules would give way.

    No words are read: rules that judge them are left out and named, unless every word was
    read before.

    Raises
    ------
    WrongState
        `season_empty`.
    BadRequest
        `cost_of_kind`, with the kinds that can give way.
    InputError
        When pins, bans and capacities contradict each other.
    """
    from matcher.check import check_season, needs_words

    insist_on_filled(call.season)
    known = list_priced_kinds()
    for kind, cost in given.costs.items():
        if kind not in known or cost < 1:
            way = f"costs.{kind}"
            raise BadRequest("cost_of_kind", value=kind, known=", ".join(known), field=way)
    season = call.season
    fits = None
    if needs_words(season):
        from matcher.embedding.reading import has_been_read

        if has_been_read(season, call.words.open_embedder()):
            fits = call.words.read(season, Silence()).fits
    found = check_season(season, fits, given.costs, call.progress)
    return Checked(pool=count_pool(season), found=found)


def list_priced_kinds() -> tuple[str, ...]:
    """Give the kinds of rules that can give way at a cost."""
    from matcher.constraints.registry import KINDS

    return tuple(key for key, kind in KINDS.items() if kind.unit_cost is not None)


def count_pool(season: Season) -> PoolCount:
    """Count the actors by sector, county and language to meet in."""
    actors = season.actors
    counties = (actor.place.county for actor in actors if not actor.place.is_whole_country)
    spoken = Counter(language for actor in actors for language in actor.languages)
    return PoolCount(
        actors=len(actors),
        sectors=dict(sorted(Counter(str(actor.sector) for actor in actors).items())),
        counties=dict(sorted(Counter(counties).items())),
        languages=dict(sorted(spoken.items())),
    )


CHECK_SEASON = UseCase(
    action="season.check",
    input=RelaxationCosts,
    run=check,
    title=Text(sv="Kontrollera en säsong", en="Check a season"),
    description=Text(
        sv="Säger om säsongens koalitioner går att bilda, och annars vad som får ge vika.",
        en="Says whether the season's coalitions can be formed, and else what gives way.",
    ),
)
