"""What follows from the actors' words: suggestions, rankings, scores."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query

from api.http.asking import ask
from api.http.examples import RANKING, SCORE_REQUEST, SCORES, SUGGESTIONS
from api.http.preview import Preview, preview_of
from api.http.responses import answers
from api.http.schemas import LanguageQuery, RankingQuery, ScoreRequest, SuggestionQuery
from api.use_cases.rank_actors import RANK_ACTORS, Asked
from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
from api.use_cases.suggest_partners import SUGGEST_PARTNERS
from models.scores import ScoreSheet
from models.suggestions import Ranked, Suggestion
from models.viewers import PUBLIC

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
    wish = query.to_wish(id_)
    (found,) = ask(SUGGEST_PARTNERS, preview.call(PUBLIC), wish, part="query", subject="actor")
    return found.partners


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
    given = Asked(challenge=id_, k=query.k)
    (table,) = ask(RANK_ACTORS, preview.call(PUBLIC), given, part="query", subject="challenge")
    return table.ranked


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
    nobody, not even where a broken rule speaks of single actors. The first call may take
    minutes, since it reads the words.
    """
    given = Given(coalitions=tuple(each.to_members() for each in request.coalitions))
    return ask(SCORE_COALITIONS, preview.call(PUBLIC), given).sheet
