"""List who was offered which seat, and what came of it."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.invitations import SeatInvitation
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class InvitationsAsked(Frozen):
    """Which part of the list."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_invitations(call: Call, given: InvitationsAsked) -> Page[SeatInvitation]:
    """List a season's invitations, by coalition."""
    return call.store.invitations.list_page(call.at.id, given.limit, given.cursor)


LIST_INVITATIONS = UseCase(
    action="invitation.list",
    input=InvitationsAsked,
    run=list_invitations,
    title=Text(sv="Lista inbjudningar", en="List invitations"),
    description=Text(
        sv="Listar vem som har bjudits in till vad, och vad de har svarat.",
        en="Lists who was invited to what, and what they answered.",
    ),
    reach=Reach.STORE,
    right="season.read",
)
