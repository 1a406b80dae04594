"""Invitations: listed, released, answered, taken back, made again."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples import invitations as examples
from api.http.responses import answers
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.common import ListPart, PageQuery
from api.http.schemas.invitations import (
    AcceptRequest,
    AnsweredView,
    AnswerRequest,
    DeclineRequest,
    InvitationView,
    ReleasedView,
)
from api.limits import Limit
from api.use_cases.answer_by_link import ANSWER_BY_LINK
from api.use_cases.answer_invitation import ANSWER_INVITATION
from api.use_cases.answers import AnswerGiven
from api.use_cases.change_invitation import CHANGE_INVITATION, InvitationStep
from api.use_cases.list_invitations import LIST_INVITATIONS, InvitationsAsked
from api.use_cases.release_mails import RELEASE_MAILS, Release, Released
from data.store.secrets import hash_secret
from models.invitations import InvitationAnswer, SeatInvitation
from models.season_places import Target

router = APIRouter(tags=["invitations"])
InvitationId = Annotated[
    str,
    Path(
        alias="invitation",
        min_length=1,
        max_length=26,
        description="Its id.",
        examples=[examples.INVITATION_ID],
    ),
]
YES, NO = AcceptRequest(), DeclineRequest()


def _at(invitation: str) -> Target:
    return Target(kind="invitation", id=invitation)


def _show(invitation: SeatInvitation) -> Shown:
    return Shown(InvitationView.of(invitation))


@router.get(
    "/seasons/{season}/invitations",
    operation_id="listInvitations",
    responses=answers({200: examples.INVITATIONS}, "cursor_unknown", "not_found"),
)
def list_invitations(
    query: Annotated[PageQuery, Query()], season: SeasonId, asking: Asking
) -> ListPart[InvitationView]:
    """List who was invited to what, and what they answered, by coalition."""
    asked = InvitationsAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_INVITATIONS, asked, season_at(season), part="query")
    return ListPart(items=tuple(map(InvitationView.of, page.items)), next=page.next)


@router.post(
    "/seasons/{season}/mails/release",
    operation_id="releaseMails",
    response_model=ReleasedView,
    responses=answers(
        {200: examples.RELEASED}, "not_allowed", "not_found", "deadline_passed", "key_reused"
    ),
)
def release_mails(query: Plain, season: SeasonId, asking: Asking, key: Key) -> Response:
    """Send the invitations and the other mails that are held."""

    def show(released: Released) -> Shown:
        return Shown(ReleasedView(**released.model_dump()))

    return asking.order(RELEASE_MAILS, Release(), show, season_at(season), key)


@router.post(
    "/invitations/{invitation}/accept",
    operation_id="acceptInvitation",
    response_model=InvitationView,
    responses=answers(
        {200: examples.INVITATION}, "not_allowed", "not_found", "wrong_state", "key_reused"
    ),
)
def accept_invitation(
    query: Plain,
    invitation: InvitationId,
    asking: Asking,
    key: Key,
    body: Annotated[AcceptRequest, Body(openapi_examples=examples.ACCEPTING)] = YES,
) -> Response:
    """Accept on behalf of an actor; a seat that was filled meanwhile makes it stand by."""
    given = AnswerGiven(answer=InvitationAnswer.ACCEPT, contact=body.contact)
    return asking.order(ANSWER_INVITATION, given, _show, _at(invitation), key)


@router.post(
    "/invitations/{invitation}/decline",
    operation_id="declineInvitation",
    response_model=InvitationView,
    responses=answers(
        {200: examples.INVITATION}, "not_allowed", "not_found", "wrong_state", "key_reused"
    ),
)
def decline_invitation(
    query: Plain,
    invitation: InvitationId,
    asking: Asking,
    key: Key,
    body: Annotated[DeclineRequest, Body(openapi_examples=examples.DECLINING)] = NO,
) -> Response:
    """Decline on behalf of an actor, also after it had accepted."""
    given = AnswerGiven(answer=InvitationAnswer.DECLINE, reason=body.reason)
    return asking.order(ANSWER_INVITATION, given, _show, _at(invitation), key)


@router.post(
    "/answers",
    operation_id="giveAnswer",
    response_model=AnsweredView,
    responses=answers(
        {200: examples.ANSWERED}, "not_found", "wrong_state", "key_reused", "too_many_asked"
    ),
)
def give_answer(
    query: Plain,
    asking: Asking,
    key: Key,
    body: Annotated[AnswerRequest, Body(openapi_examples=examples.ANSWER)],
) -> Response:
    """Answer an invitation by the link that its mail carries; nobody need sign in."""
    asking.count(Limit.TOKENS_OF_CLIENT, asking.client)
    given = AnswerGiven(answer=body.answer, reason=body.reason, contact=body.contact)
    at = Target(kind="link", id=hash_secret(body.token))
    return asking.order(ANSWER_BY_LINK, given, lambda each: Shown(AnsweredView.of(each)), at, key)


def _join(verb: str, name: str, doc: str, *codes: str) -> None:
    """Add the address of what an organiser does with an invitation."""

    def change(query: Plain, invitation: InvitationId, asking: Asking, key: Key) -> Response:
        given = InvitationStep.model_validate({"event": verb})
        return asking.order(CHANGE_INVITATION, given, _show, _at(invitation), key)

    change.__doc__ = doc
    join: Callable[..., None] = router.add_api_route
    join(
        f"/invitations/{{invitation}}/{verb}",
        change,
        methods=["POST"],
        operation_id=name,
        response_model=InvitationView,
        responses=answers(
            {200: examples.INVITATION},
            "not_allowed",
            "not_found",
            "wrong_state",
            "key_reused",
            *codes,
        ),
    )


_join("revoke", "revokeInvitation", "Take an invitation back; the mail about it is held.")
_join("reinvite", "reinvite", "Invite an actor again to the same seat.", "already_invited")
