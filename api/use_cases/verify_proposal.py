"""Recompute a proposal without the solver."""

from typing import TYPE_CHECKING

from api.use_cases.call import Call
from api.use_cases.open_proposal import Stored
from api.use_cases.use_case import UseCase
from models.text import Text

if TYPE_CHECKING:
    from matcher.explain.difference import Difference


def verify_proposal(call: Call, given: Stored) -> "tuple[Difference, ...]":
    """Give every place where a proposal does not agree with its season; none where it does.

    Raises
    ------
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.explain.verify import verify

    reading = None if given.trusts_relevance else call.read_words()
    return tuple(verify(call.season, given.document, reading))


VERIFY_PROPOSAL = UseCase(
    action="proposal.verify",
    input=Stored,
    run=verify_proposal,
    title=Text(sv="Kontrollera ett förslag", en="Verify a proposal"),
    description=Text(
        sv="Räknar om ett förslag utan lösaren och säger var det inte stämmer.",
        en="Recomputes a proposal without the solver and says where it does not agree.",
    ),
    position=4,
)
