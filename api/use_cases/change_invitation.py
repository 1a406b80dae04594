"""Take an invitation back, or invite somebody again."""

from datetime import timedelta
from typing import Literal

from api.use_cases.answers import seat_next
from api.use_cases.call import Call
from api.use_cases.invitations import SEATED, insist_on_published, withdraw_seats, write_to
from api.use_cases.use_case import Reach, UseCase
from models.clock import stamp_in
from models.errors import WrongState
from models.frozen import Frozen
from models.invitations import ANSWER_TIME, SeatInvitation
from models.mails import MailTemplate
from models.text import Text


class InvitationStep(Frozen):
    """What happens to the invitation that the address names."""

    event: Literal["revoke", "reinvite"]


def change_invitation(call: Call, given: InvitationStep) -> SeatInvitation:
    """Let it happen; what is written about it is held until it is released.

    Raises
    ------
    WrongState
        `wrong_state`; `already_invited`: the actor has a seat in the coalition, or is offered
        one.
    """
    store = call.store
    former = store.invitations.read(call.thing)
    store.ring(f"season:{call.at.id}")
    if given.event == "revoke":
        if former.state == "standby":
            return store.invitations.advance(former, "revoke")
        if former.state not in SEATED:
            raise WrongState("wrong_state", event="revoke", state=former.state, known="reinvite")
        withdraw_seats(store, [former])
        if former.state == "accepted" and not former.is_pending:
            seat_next(store, former)
        return store.invitations.read(former.id)
    return _reinvite(call, former, ANSWER_TIME)


def _reinvite(call: Call, former: SeatInvitation, time: timedelta) -> SeatInvitation:
    """Make another invitation to the same seat."""
    store = call.store
    coalition = store.invitations.read_coalition(former.coalition_id)
    insist_on_published(store, coalition)
    for each in store.invitations.list_of(call.at.id, *SEATED, "standby"):
        if (each.coalition_id, each.actor_id) == (former.coalition_id, former.actor_id):
            raise WrongState("already_invited", name=former.name)
    new = store.invitations.add(coalition, former.actor_id, "held", former.message, stamp_in(time))
    invitation = store.invitations.read(new)
    write_to(store, MailTemplate.INVITATION, invitation, "draft")
    return invitation


CHANGE_INVITATION = UseCase(
    action="invitation.change",
    input=InvitationStep,
    run=change_invitation,
    title=Text(sv="Ta tillbaka en inbjudan, eller bjud in igen", en="Revoke or invite again"),
    description=Text(
        sv="Tar tillbaka en inbjudan, eller bjuder in samma aktör igen.",
        en="Takes an invitation back, or invites the same actor again.",
    ),
    reach=Reach.CHANGE,
    right="mail.release",
    event="invitation_changed",
)
