"""Organisations register by themselves for an open season, and confirm their address."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples.registrations import CONFIRMED, REGISTERED, REGISTRATION
from api.http.examples.sessions import TOKEN_GIVEN
from api.http.responses import answers
from api.http.routes.seasons import SeasonId, season_at
from api.http.schemas.common import LanguageQuery
from api.http.schemas.registrations import ConfirmedView, RegisteredView, RegistrationRequest
from api.http.schemas.sessions import TokenRequest
from api.limits import Limit
from api.use_cases.confirm_actor import CONFIRM_ACTOR, Confirmation, Confirmed
from api.use_cases.register_actor import REGISTER_ACTOR, Registration, RegistrationTaken
from data.store.secrets import hash_secret
from models.season_places import Target

router = APIRouter(tags=["registrations"])
Plain = Annotated[LanguageQuery, Query()]


@router.post(
    "/seasons/{season}/registrations",
    operation_id="registerActor",
    status_code=202,
    response_model=RegisteredView,
    responses=answers({202: REGISTERED}, "not_found", "key_reused", "too_many_asked"),
)
def register_actor(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[RegistrationRequest, Body(openapi_examples=REGISTRATION)],
) -> Response:
    """Register an organisation; it takes part once whoever has the address confirms it.

    Nobody need sign in. The answer is the same whether or not it is registered already.
    """
    asking.count(Limit.REGISTRATIONS_OF_CLIENT, asking.client)
    asking.count(Limit.REGISTRATIONS_OF_ADDRESS, body.email.strip().lower())
    given = Registration(row=body.row(), consents=tuple(body.consents), lang=body.lang)
    at = season_at(season)

    def show(registered: RegistrationTaken) -> Shown:
        return Shown(RegisteredView(warnings=registered.warnings), 202)

    return asking.order(REGISTER_ACTOR, given, show, at, key)


@router.post(
    "/registrations/confirm",
    operation_id="confirmActor",
    response_model=ConfirmedView,
    responses=answers({200: CONFIRMED}, "not_found", "key_reused", "too_many_asked"),
)
def confirm_actor(
    query: Plain,
    asking: Asking,
    key: Key,
    body: Annotated[TokenRequest, Body(openapi_examples=TOKEN_GIVEN)],
) -> Response:
    """Confirm a registration with the secret of its link, which is used up."""
    asking.count(Limit.TOKENS_OF_CLIENT, asking.client)

    def show(confirmed: Confirmed) -> Shown:
        return Shown(ConfirmedView(actor=confirmed.actor_id, name=confirmed.name))

    at = Target(kind="link", id=hash_secret(body.token))
    return asking.order(CONFIRM_ACTOR, Confirmation(), show, at, key)
