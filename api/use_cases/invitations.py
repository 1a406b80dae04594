"""Invitations: what use cases about them share."""

from typing import TYPE_CHECKING

from models.errors import WrongState
from models.frozen import Frozen
from models.invitations import PublishedCoalition, SeatInvitation
from models.kept_proposals import KeptProposal
from models.mails import MailTemplate
from models.proposals import Coalition, Proposal
from models.text import Language

if TYPE_CHECKING:
    from data.store.transaction import Transaction

SEATED = ("held", "sent", "accepted")
"""States of those who have a seat, or are offered one."""
OVER = ("declined", "expired", "revoked", "left")
"""States of those who had one, and are not asked again unless somebody wants it."""


class InvitationAsked(Frozen):
    """Nothing is given: the invitation that the address names is meant."""


def write_to(
    store: "Transaction", template: MailTemplate, invitation: SeatInvitation, state: str = "queued"
) -> None:
    """Keep a mail to an invited actor, in a language of its own, where it has an address."""
    address, languages = store.invitations.read_address(invitation.actor_id)
    if not address:
        return
    known = [each for each in languages if each in list(Language)]
    store.mails.add(
        template,
        address,
        Language(known[0]) if known else Language.SV,
        {"invitation": invitation.id},
        season_id=invitation.season_id,
        state=state,
    )
    store.ring("mails")


def invite(store: "Transaction", kept: KeptProposal, deadline: str, message: str) -> None:
    """Hold an invitation and a mail for each new seat of a proposal that is published.

    Whoever keeps their seat hears nothing; whoever loses one that they knew of is told so.
    """
    document = Proposal.model_validate_json(store.proposals.read_document(kept.id))
    former = {each.coalition: each for each in store.invitations.list_coalitions(kept.season_id)}
    standing = store.invitations.list_of(kept.season_id, *SEATED, "standby")
    for coalition in document.coalitions:
        former.pop(coalition.id, None)
        own = [each for each in standing if each.coalition == coalition.id]
        _invite_to(store, kept, coalition, own, deadline, message)
    for gone in former:
        withdraw_seats(store, [each for each in standing if each.coalition == gone])


def _invite_to(
    store: "Transaction",
    kept: KeptProposal,
    coalition: Coalition,
    standing: list[SeatInvitation],
    deadline: str,
    message: str,
) -> None:
    """Hold the invitations of one coalition, and note who stands by for it."""
    invitations = store.invitations
    id_ = invitations.keep_coalition(
        kept.season_id, kept.id, coalition.id, coalition.challenge_id, coalition.size
    )
    published = invitations.read_coalition(id_)
    members = [member.actor_id for member in coalition.members]
    over = {each.actor for each in invitations.list_of(kept.season_id, *OVER)}
    reserves = [
        each.actor_id for each in coalition.reserves if each.actor_id not in {*members, *over}
    ]
    actors = invitations.find_actors(kept.season_id, [*members, *reserves])
    seated = {each.actor for each in standing if each.state in SEATED}
    waiting = {each.actor: each for each in standing if each.state == "standby"}
    withdraw_seats(
        store, [each for each in standing if each.state in SEATED and each.actor not in members]
    )
    for actor in (each for each in members if each not in seated):
        if actor in waiting:
            called = invitations.call_reserve(waiting[actor], message, deadline)
        else:
            new = invitations.add(published, actors[actor], "held", message, deadline)
            called = invitations.read(new)
        write_to(store, MailTemplate.INVITATION, called, "draft")
    for actor in dict.fromkeys(each for each in reserves if each not in waiting):
        invitations.add(published, actors[actor], "standby", "", None, is_reserve=True)


def withdraw_seats(store: "Transaction", lost: list[SeatInvitation]) -> None:
    """Take seats back, and tell those who knew of theirs."""
    for each in lost:
        knew = each.state in ("sent", "accepted")
        store.mails.drop_about("invitation", each.id)
        after = store.invitations.advance(each, "leave" if each.state == "accepted" else "revoke")
        if knew:
            write_to(store, MailTemplate.SEAT_WITHDRAWN, after, "draft")


def insist_on_published(store: "Transaction", coalition: PublishedCoalition) -> KeptProposal:
    """Give the proposal that says who is in a coalition.

    Raises
    ------
    WrongState
        `coalition_outdated`: another proposal was published since, without it.
    """
    kept = store.proposals.describe(coalition.proposal_id)
    if kept.state != "published":
        raise WrongState("coalition_outdated")
    return kept
