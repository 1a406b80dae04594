"""Seasons: listed, begun, told of, edited, led from state to state, removed."""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Response

from api.http.asking import Asking, Key, Shown, Version, etag
from api.http.examples.seasons import (
    GONE,
    NEW_SEASON,
    PUBLIC,
    SEASON,
    SEASON_CHANGE,
    SEASONS,
    TRANSITION,
)
from api.http.responses import ETAGGED, answers, located
from api.http.schemas.common import GoneView, LanguageQuery, ListPart, PageQuery
from api.http.schemas.seasons import (
    ListedSeasonView,
    PublicSeason,
    SeasonChange,
    SeasonRequest,
    SeasonView,
    TransitionRequest,
)
from api.use_cases.create_season import CREATE_SEASON, NewSeason, SeasonSummary
from api.use_cases.describe_season import DESCRIBE_SEASON
from api.use_cases.edit_season import EDIT_SEASON, SeasonEdit
from api.use_cases.lead_season import LEAD_SEASON, Transition
from api.use_cases.list_seasons import LIST_SEASONS, SeasonsAsked
from api.use_cases.read_season import READ_SEASON, Nothing
from api.use_cases.remove_part import Removed
from api.use_cases.remove_season import REMOVE_SEASON, SeasonRemoval
from models.season_places import Target

router = APIRouter(prefix="/seasons", tags=["seasons"])
Plain = Annotated[LanguageQuery, Query()]
SeasonId = Annotated[
    str,
    Path(
        alias="season",
        min_length=1,
        max_length=80,
        description="The season's slug or id.",
        examples=["hosten-2026"],
    ),
]


def season_at(season: str) -> Target:
    """Give the target of an address about a season."""
    return Target(kind="season", id=season)


def _show(summary: SeasonSummary, status: int = 200) -> Shown:
    view = SeasonView.of(summary.values)
    headers = etag(view.version)
    if status == 201:
        headers["Location"] = f"/api/v1/seasons/{view.slug}"
    return Shown(view, status, headers)


@router.get("", operation_id="listSeasons", responses=answers({200: SEASONS}, "cursor_unknown"))
def list_seasons(
    query: Annotated[PageQuery, Query()], asking: Asking
) -> ListPart[ListedSeasonView]:
    """List the seasons that you have a role in, by slug."""
    asked = SeasonsAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_SEASONS, asked, part="query")
    return ListPart(items=tuple(map(ListedSeasonView.of, page.items)), next=page.next)


@router.post(
    "",
    operation_id="createSeason",
    status_code=201,
    response_model=SeasonView,
    responses=answers(
        {201: SEASON},
        "slug_unfit",
        "not_allowed",
        "season_exists",
        "key_reused",
        extra={201: located("readSeason", "season")},
    ),
)
def create_season(
    query: Plain,
    asking: Asking,
    key: Key,
    body: Annotated[SeasonRequest, Body(openapi_examples=NEW_SEASON)],
) -> Response:
    """Begin a season, empty and a draft; you own it."""
    given = NewSeason(slug=body.slug, settings=body.stated())
    return asking.order(CREATE_SEASON, given, lambda made: _show(made, 201), key=key)


@router.get(
    "/{season}",
    operation_id="readSeason",
    responses=answers({200: SEASON}, "not_found", extra={200: ETAGGED}),
)
def read_season(query: Plain, season: SeasonId, asking: Asking, response: Response) -> SeasonView:
    """Tell of a season: its state and settings, and how many things of each kind it has."""
    view = SeasonView.of(asking.ask(DESCRIBE_SEASON, Nothing(), season_at(season)).values)
    response.headers.update(etag(view.version))
    return view


@router.get(
    "/{season}/public",
    operation_id="lookAtSeason",
    responses=answers({200: PUBLIC}, "not_found"),
)
def look_at_season(query: Plain, season: SeasonId, asking: Asking) -> PublicSeason:
    """Look at a season as everybody may see it, from when it opens; nobody need sign in.

    Left out: addresses, columns that are the organiser's own, coordinates, wishes, ties, every
    actor that chose not to be visible, and, in the others' own words, its name, addresses and
    telephone numbers.
    """
    return PublicSeason.of(asking.ask(READ_SEASON, Nothing(), season_at(season)))


@router.patch(
    "/{season}",
    operation_id="editSeason",
    response_model=SeasonView,
    responses=answers(
        {200: SEASON},
        "version_unreadable",
        "not_allowed",
        "not_found",
        "stale",
        "version_needed",
        extra={200: ETAGGED},
    ),
)
def edit_season(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    version: Version,
    body: Annotated[SeasonChange, Body(openapi_examples=SEASON_CHANGE)],
) -> Response:
    """Edit a season's own settings; what is left out stays."""
    given = SeasonEdit(settings=body.stated(), version=version)
    return asking.order(EDIT_SEASON, given, _show, season_at(season))


@router.delete(
    "/{season}",
    operation_id="removeSeason",
    response_model=GoneView,
    responses=answers(
        {200: GONE}, "version_unreadable", "not_allowed", "not_found", "stale", "version_needed"
    ),
)
def remove_season(query: Plain, season: SeasonId, asking: Asking, version: Version) -> Response:
    """Remove a draft or a cancelled season with all that goes with it."""

    def show(gone: Removed) -> Shown:
        return Shown(GoneView(id=gone.id))

    return asking.order(REMOVE_SEASON, SeasonRemoval(version=version), show, season_at(season))


@router.post(
    "/{season}/transitions",
    operation_id="leadSeason",
    response_model=SeasonView,
    responses=answers(
        {200: SEASON},
        "not_allowed",
        "not_found",
        "wrong_state",
        "key_reused",
        extra={200: ETAGGED},
    ),
)
def lead_season(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[TransitionRequest, Body(openapi_examples=TRANSITION)],
) -> Response:
    """Lead a season to its next state: open, freeze, match, start, close, cancel, or back."""
    return asking.order(LEAD_SEASON, Transition(event=body.event), _show, season_at(season), key)
