"""Answers to invitations: what both ways to give them share."""

from typing import TYPE_CHECKING

from pydantic import Field

from api.use_cases.invitations import OVER, write_to
from models.errors import WrongState
from models.frozen import Frozen
from models.invitations import InvitationAnswer, SeatInvitation
from models.mails import MailTemplate

if TYPE_CHECKING:
    from data.store.transaction import Transaction


class AnswerGiven(Frozen):
    """What is answered, and why, or who else is to be asked.

    Attributes
    ----------
    contact : str
        Another one to turn to from now on; the yes stands.
    """

    answer: InvitationAnswer
    reason: str = Field(default="", max_length=4000)
    contact: str = Field(default="", max_length=1000)


def take_answer(
    store: "Transaction", invitation: SeatInvitation, given: AnswerGiven, answered_by: str = ""
) -> SeatInvitation:
    """Take an answer; the same again changes nothing, and a late yes stands by.

    Seats that are taken never leave a coalition's size: who says yes to one that is filled
    meanwhile waits for another.

    Raises
    ------
    WrongState
        `wrong_state`: it was not sent yet.
    """
    beside = {"reason": given.reason, "contact": given.contact, "answered_by": answered_by}
    if given.answer is InvitationAnswer.ACCEPT:
        return _accept(store, invitation, beside)
    if invitation.state == "accepted":
        after = store.invitations.advance(invitation, "leave", is_pending=False, **beside)
    elif invitation.state in OVER:
        return invitation
    else:
        after = store.invitations.advance(invitation, "decline", **beside)
    store.mails.drop_about("invitation", invitation.id)
    if not invitation.is_pending:
        seat_next(store, invitation)
    return after


def seat_next(store: "Transaction", invitation: SeatInvitation) -> None:
    """Give a seat that became free to whoever said yes and waits for one."""
    seated = store.invitations.seat_pending(invitation.coalition_id)
    if seated is not None:
        write_to(store, MailTemplate.ACCEPTED, seated)


def _accept(
    store: "Transaction", invitation: SeatInvitation, beside: dict[str, str]
) -> SeatInvitation:
    invitations = store.invitations
    if invitation.state == "accepted":
        return invitation
    coalition = invitations.read_coalition(invitation.coalition_id)
    if invitation.state in OVER:
        waiting = [
            each
            for each in invitations.list_of(invitation.season_id, "standby", "sent", "accepted")
            if each.coalition_id == coalition.id and each.actor_id == invitation.actor_id
        ]
        if waiting:
            return waiting[0]
        id_ = invitations.add(coalition, invitation.actor_id, "standby", "", None, is_reserve=True)
        late = invitations.read(id_)
        write_to(store, MailTemplate.STANDBY, late)
        return late
    if invitation.state == "standby" and invitation.deadline is None:
        raise WrongState("wrong_state", event="accept", state="standby", known="release")
    is_filled = invitations.count_accepted(coalition.id) >= coalition.size
    after = invitations.advance(invitation, "accept", is_pending=is_filled, **beside)
    write_to(store, MailTemplate.STANDBY if is_filled else MailTemplate.ACCEPTED, after)
    return after
