"""Who organises a season, and what is one's own."""

from typing import Annotated

from fastapi import APIRouter, Body, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples.people import ME, ORGANISERS, ROLE
from api.http.responses import answers
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.people import MeView, OrganiserRequest, OrganisersView
from api.use_cases.list_organisers import LIST_ORGANISERS, Organisers, OrganisersAsked
from api.use_cases.read_me import READ_ME, MeAsked
from api.use_cases.set_organiser import SET_ORGANISER, OrganiserRole

router = APIRouter(tags=["people"])


def _show(found: Organisers) -> Shown:
    return Shown(OrganisersView(items=found.items))


@router.get(
    "/seasons/{season}/organisers",
    operation_id="listOrganisers",
    responses=answers({200: ORGANISERS}, "not_allowed", "not_found"),
)
def list_organisers(query: Plain, season: SeasonId, asking: Asking) -> OrganisersView:
    """List who organises a season."""
    found = asking.ask(LIST_ORGANISERS, OrganisersAsked(), season_at(season))
    return OrganisersView(items=found.items)


@router.post(
    "/seasons/{season}/organisers",
    operation_id="setOrganiser",
    response_model=OrganisersView,
    responses=answers({200: ORGANISERS}, "not_allowed", "not_found", "last_owner", "key_reused"),
)
def set_organiser(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[OrganiserRequest, Body(openapi_examples=ROLE)],
) -> Response:
    """Let somebody organise a season as owner, editor or viewer, or no longer.

    Whoever had no account gets one, and a mail with a link to sign in by. To hand a season
    over, make somebody its owner and take your own role.
    """
    given = OrganiserRole(email=body.email, role=body.role, lang=body.lang)
    return asking.order(SET_ORGANISER, given, _show, season_at(season), key)


@router.get("/me", operation_id="readMe", responses=answers({200: ME}, "not_found"))
def read_me(query: Plain, asking: Asking) -> MeView:
    """Tell what is yours: your seasons, and the actors that you speak for."""
    return MeView.of(asking.ask(READ_ME, MeAsked()))
