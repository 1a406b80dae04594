"""What follows from the actors' words: suggestions, rankings, scores."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query

from api.errors import InvalidRequest
from api.http.asking import ask
from api.http.examples import RANKING, SCORE_REQUEST, SCORES, SUGGESTIONS
from api.http.faults import place
from api.http.preview import Preview, preview_of
from api.http.responses import answers
from api.http.schemas import LanguageQuery, RankingQuery, ScoreRequest, SuggestionQuery
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from matcher.rank import rank_actors
from models.errors import Fault, NotFound
from models.scores import ScoreSheet
from models.suggestions import Ranked, Suggestion

router = APIRouter(tags=["words"])
Ours = Annotated[Preview, Depends(preview_of)]


@router.get(
    "/actors/{id:path}/suggestions",
    operation_id="readSuggestions",
    responses=answers({200: SUGGESTIONS}, "invalid_request", "actor_not_found", "model_not_found"),
)
def read_suggestions(
    id_: Annotated[str, Path(alias="id", description="The actor's id.", examples=["a17"])],
    query: Annotated[SuggestionQuery, Query()],
    preview: Ours,
) -> tuple[Suggestion, ...]:
    """Suggest new partners for an actor, best first, with reasons.

    An actor that chose not to be visible is never suggested, and looks like one that does
    not exist. The first call may take minutes, since it reads the words.
    """
    if not preview.shows(id_):
        raise preview.missing_actor(id_)
    try:
        selection = query.to_selection(preview.season)
    except NotFound as error:
        fault = place("query", Fault.of(error, query.language))
        raise InvalidRequest((fault,)) from error
    return preview.matchmaker().suggest(id_, selection)


@router.get(
    "/challenges/{id:path}/ranking",
    operation_id="readRanking",
    responses=answers({200: RANKING}, "invalid_request", "challenge_not_found", "model_not_found"),
)
def read_ranking(
    id_: Annotated[
        str, Path(alias="id", description="The challenge's id.", examples=["ungas-kraft"])
    ],
    query: Annotated[RankingQuery, Query()],
    preview: Ours,
) -> tuple[Ranked, ...]:
    """Rank the visible actors by relevance to a challenge; ranks count these alone.

    The first call may take minutes, since it reads the words.
    """
    if id_ not in preview.season.challenge_index:
        raise preview.missing_challenge(id_)
    table = rank_actors(preview.season, preview.read_words(), id_, 0)
    shown = [entry for entry in table if preview.shows(entry.actor_id)]
    return tuple(
        entry.evolve(rank=place) for place, entry in enumerate(shown[: query.k or None], start=1)
    )


@router.post(
    "/scores",
    operation_id="scoreCoalitions",
    summary="Score Coalitions",
    responses=answers({200: SCORES}, "cross_site", "invalid_request", "model_not_found"),
)
def score(
    request: Annotated[ScoreRequest, Body(openapi_examples=SCORE_REQUEST)],
    query: Annotated[LanguageQuery, Query()],
    preview: Ours,
) -> ScoreSheet:
    """Score coalitions made by hand, by the season's criteria and rules.

    Whoever asks names the members, so hidden actors may be among them; the answer names
    nobody. The first call may take minutes, since it reads the words.
    """
    given = Given(coalitions=tuple(each.to_members() for each in request.coalitions))
    return ask(SCORE_COALITIONS, preview.call(), given).sheet
