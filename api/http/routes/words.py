"""What follows from the actors' words: partners, readings, rankings, scores, and the check."""

from typing import Annotated

from fastapi import APIRouter, Body, Query

from api.http.asking import Asker, Asking, Key
from api.http.examples import words as examples
from api.http.responses import answers
from api.http.routes.parts import ActorId, ChallengeId
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.words import (
    CheckView,
    RankingQuery,
    ReadChallengeView,
    ReadingView,
    ScoreRequest,
    SuggestionQuery,
)
from api.use_cases.check_season import CHECK_SEASON, RelaxationCosts
from api.use_cases.parts import PartKind
from api.use_cases.rank_actors import RANK_ACTORS, Asked
from api.use_cases.read_part import READ_PART, PartAsked
from api.use_cases.read_reading import READ_READING, ReadFor
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from api.use_cases.suggest_partners import SUGGEST_PARTNERS
from models.scores import ScoreSheet
from models.season_places import Target
from models.suggestions import Ranked, Suggestion

router = APIRouter(tags=["words"])
ABOUT_WORDS = ("not_found", "season_empty", "model_not_found")


def _code_of(asking: Asker, kind: PartKind, id_: str) -> str:
    """Give what files call a thing that an address names."""
    target = Target(kind=str(kind), id=id_)
    return str(asking.ask(READ_PART, PartAsked(kind=kind), target).values["code"])


@router.get(
    "/actors/{actor}/suggestions",
    operation_id="readSuggestions",
    responses=answers(
        {200: examples.SUGGESTIONS}, "not_allowed", "not_found", "season_empty", "model_not_found"
    ),
)
def read_suggestions(
    query: Annotated[SuggestionQuery, Query()], actor: ActorId, asking: Asking
) -> tuple[Suggestion, ...]:
    """Suggest new partners for an actor, best first, with reasons.

    The first call for a season may take minutes, since it reads the words.
    """
    wish = query.to_wish(_code_of(asking, PartKind.ACTOR, actor))
    (found,) = asking.ask(SUGGEST_PARTNERS, wish, Target(kind="actor", id=actor), part="query")
    return found.partners


@router.get(
    "/actors/{actor}/reading",
    operation_id="readReading",
    responses=answers(
        {200: examples.READING}, "not_allowed", "not_found", "season_empty", "model_not_found"
    ),
)
def read_reading(query: Plain, actor: ActorId, asking: Asking) -> ReadingView:
    """Tell how the engine understood an actor: the nearest challenges with the words, and kin."""
    given = ReadFor(actor=_code_of(asking, PartKind.ACTOR, actor))
    found = asking.ask(READ_READING, given, Target(kind="actor", id=actor))
    return ReadingView(
        actor=found.actor,
        challenges=tuple(ReadChallengeView(**dict(each)) for each in found.challenges),
        kindred=found.kindred,
    )


@router.get(
    "/challenges/{challenge}/ranking",
    operation_id="readRanking",
    responses=answers({200: examples.RANKING}, *ABOUT_WORDS),
)
def read_ranking(
    query: Annotated[RankingQuery, Query()], challenge: ChallengeId, asking: Asking
) -> tuple[Ranked, ...]:
    """Rank the actors by relevance to a challenge."""
    given = Asked(challenge=_code_of(asking, PartKind.CHALLENGE, challenge), k=query.k)
    (table,) = asking.ask(RANK_ACTORS, given, Target(kind="challenge", id=challenge), part="query")
    return table.ranked


@router.post(
    "/seasons/{season}/scores",
    operation_id="scoreCoalitions",
    responses=answers(
        {200: examples.SCORES}, "not_found", "season_empty", "key_reused", "model_not_found"
    ),
)
def score_coalitions(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[ScoreRequest, Body(openapi_examples=examples.SCORE_REQUEST)],
) -> ScoreSheet:
    """Score coalitions made by hand, by the season's criteria and rules; nothing is kept."""
    given = Given(coalitions=tuple(each.to_members() for each in body.coalitions))
    return asking.ask(SCORE_COALITIONS, given, season_at(season)).sheet


@router.get(
    "/seasons/{season}/check",
    operation_id="checkSeason",
    responses=answers({200: examples.CHECK}, "not_found", "season_empty"),
)
def check_season(query: Plain, season: SeasonId, asking: Asking) -> CheckView:
    """Say whether a season's coalitions can be formed, as `koalition check --json` does.

    What files were at fault with is told when they are imported.
    """
    checked = asking.ask(CHECK_SEASON, RelaxationCosts(), season_at(season))
    return CheckView(
        errors=(),
        warnings=(),
        pool=checked.pool,
        **dict(checked.found),
    )
