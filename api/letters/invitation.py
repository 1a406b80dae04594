"""Letters about a seat: offered, not answered yet, taken, waited for, withdrawn."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from api.letters.addresses import Addresses
from models.clock import say_exact_stamp
from models.frozen import Frozen
from models.invitations import LATE, SeatInvitation
from models.letters import Letter, to_line
from models.links import LinkPurpose
from models.mails import Mail
from models.messages import say
from models.proposals import Coalition, Proposal
from models.text import Text
from models.zones import zone_of

if TYPE_CHECKING:
    from data.store.transaction import Transaction


class _Seat(Frozen):
    """What letters about a seat tell of it."""

    invitation: SeatInvitation
    season: str
    challenge: str
    zone: str
    coalition: Coalition | None


def write_invitation(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
    """Write who invites to what, why, with whom, and until when; the link takes the answer."""
    return _ask(store, mail, at, "mail_invitation", has_reasons=True)


def write_reminder(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
    """Write once more, shorter, to who is silent."""
    return _ask(store, mail, at, "mail_reminder", has_reasons=False)


def write_notice(code: str) -> "Callable[[Transaction, Mail, Addresses], Letter | None]":
    """Give who writes what became of a seat, in one sentence and nothing to do."""

    def write(store: "Transaction", mail: Mail, at: Addresses) -> Letter | None:
        seat = _read_seat(store, mail)
        told = {"season": seat.season, "challenge": seat.challenge}
        return Letter(
            subject=to_line(say(f"{code}_subject", **told).in_language(mail.lang)),
            paragraphs=(
                say("mail_hello", name=seat.invitation.name).in_language(mail.lang),
                say(code, **told).in_language(mail.lang),
            ),
        )

    return write


def _ask(
    store: "Transaction", mail: Mail, at: Addresses, code: str, *, has_reasons: bool
) -> Letter | None:
    seat = _read_seat(store, mail)
    invitation = seat.invitation
    if invitation.state != "sent" or invitation.deadline is None:
        return None
    secret = store.links.add(LinkPurpose.ANSWER, invitation.id, LATE, invitation.season_id)
    told = {"season": seat.season, "challenge": seat.challenge}
    until = say_exact_stamp(invitation.deadline, seat.zone)
    said = [
        say("mail_hello", name=invitation.name),
        say(code, **told),
        *_reasons(seat if has_reasons else None),
        say("mail_answer_until", until=until),
    ]
    paragraphs = [each.in_language(mail.lang) for each in said]
    if invitation.message and has_reasons:
        paragraphs.insert(2, invitation.message)
    return Letter(
        subject=to_line(say(f"{code}_subject", **told).in_language(mail.lang)),
        paragraphs=tuple(paragraphs),
        link=at.of_answer(secret),
        link_name=say("mail_answer_button").in_language(mail.lang),
    )


def _reasons(seat: _Seat | None) -> list[Text]:
    """Say why just this actor, and who else is invited."""
    if seat is None:
        return []
    members = seat.coalition.members if seat.coalition else ()
    own = [each for each in members if each.actor_id == seat.invitation.actor]
    others = [each.name for each in members if each.actor_id != seat.invitation.actor]
    why = [reason.text for member in own for reason in member.reasons]
    said = [] if not why else [say("mail_why"), *why]
    return [*said, say("mail_with", names=", ".join(others))]


def _read_seat(store: "Transaction", mail: Mail) -> _Seat:
    invitation = store.invitations.read(mail.refs["invitation"])
    published = store.invitations.read_coalition(invitation.coalition_id)
    document = Proposal.model_validate_json(store.proposals.read_document(published.proposal_id))
    season = store.seasons.get(invitation.season_id).season
    challenge = next(each for each in season.challenges if each.id == published.challenge_id)
    return _Seat(
        invitation=invitation,
        season=season.name,
        challenge=challenge.title,
        zone=zone_of(season.country),
        coalition=next(
            (each for each in document.coalitions if each.id == published.coalition), None
        ),
    )
