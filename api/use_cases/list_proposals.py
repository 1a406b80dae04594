"""List a season's proposals."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_proposals import KeptProposal
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class ProposalsAsked(Frozen):
    """How many are listed, and from where."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_proposals(call: Call, given: ProposalsAsked) -> Page[KeptProposal]:
    """Give a page of them, by when they were made.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    """
    return call.store.proposals.list_page(call.at.id, given.limit, given.cursor)


LIST_PROPOSALS = UseCase(
    action="proposal.list",
    input=ProposalsAsked,
    run=list_proposals,
    title=Text(sv="Lista förslag", en="List proposals"),
    description=Text(
        sv="Visar säsongens förslag, var de kom ifrån och vad de är värda.",
        en="Shows a season's proposals, where each came from and what it is worth.",
    ),
    reach=Reach.STORE,
)
