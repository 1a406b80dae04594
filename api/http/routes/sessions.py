"""Signing in by a link that a mail carries, and out again."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from api.http.asking import Asking, Key, Shown
from api.http.cookies import drop_cookie, set_cookie
from api.http.examples.sessions import CALLER, LINK, LINK_ASKED, TOKEN_GIVEN
from api.http.responses import answers
from api.http.schemas.common import LanguageQuery
from api.http.schemas.sessions import (
    CallerView,
    LinkRequest,
    LinkView,
    SignOutQuery,
    TokenRequest,
)
from api.limits import Limit
from api.use_cases.ask_for_link import ASK_FOR_LINK, LinkAsked
from api.use_cases.read_session import READ_SESSION, SessionAsked, WhoAsks
from api.use_cases.sign_in import SIGN_IN, LinkGiven
from api.use_cases.sign_out import SIGN_OUT, SignOut
from models.callers import Caller, CallerKind

router = APIRouter(prefix="/session", tags=["session"])
Plain = Annotated[LanguageQuery, Query()]


@router.post(
    "/links",
    operation_id="askForLink",
    status_code=202,
    response_model=LinkView,
    responses=answers({202: LINK}, "key_reused", "too_many_asked"),
)
def ask_for_link(
    query: Plain,
    asking: Asking,
    key: Key,
    body: Annotated[LinkRequest, Body(openapi_examples=LINK_ASKED)],
) -> Response:
    """Ask for a link to sign in by; the answer is the same whether or not there is an account."""
    asking.count(Limit.LINKS_OF_CLIENT, asking.client)
    asking.count(Limit.LINKS_OF_ADDRESS, body.email.strip().lower())
    given = LinkAsked(email=body.email)
    return asking.order(ASK_FOR_LINK, given, lambda _: Shown(LinkView(), 202), key=key)


@router.post(
    "",
    operation_id="signIn",
    status_code=201,
    responses=answers({201: CALLER}, "link_unknown", "too_many_asked"),
)
def sign_in(
    query: Plain,
    asking: Asking,
    request: Request,
    answer: Response,
    body: Annotated[TokenRequest, Body(openapi_examples=TOKEN_GIVEN)],
) -> CallerView:
    """Sign in with the secret of a link, which is used up; the answer sets a cookie."""
    asking.count(Limit.TOKENS_OF_CLIENT, asking.client)
    found = asking.ask(SIGN_IN, LinkGiven(token=body.token))
    set_cookie(request, answer, found.secret)
    account = found.account
    caller = Caller(
        kind=CallerKind.ACCOUNT,
        account=account.id,
        name=account.name,
        is_admin=account.is_admin,
        may_organise=account.may_organise,
    )
    return CallerView.of(WhoAsks(caller=caller, account=account))


@router.get("", operation_id="readSession", responses=answers({200: CALLER}))
def read_session(query: Plain, asking: Asking) -> CallerView:
    """Say who you are here."""
    return CallerView.of(asking.ask(READ_SESSION, SessionAsked()))


@router.delete("", operation_id="signOut", status_code=204, responses=answers({}))
def sign_out(query: Annotated[SignOutQuery, Query()], asking: Asking, request: Request) -> Response:
    """Sign out: the session ends on the server."""
    asking.ask(SIGN_OUT, SignOut(everywhere=query.all), part="query")
    answer = Response(status_code=204)
    drop_cookie(request, answer)
    return answer
