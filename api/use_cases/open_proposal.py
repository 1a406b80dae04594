"""Open a stored proposal that the season still agrees with."""

from api.use_cases.agreement import insist_on_agreement
from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.canonical import Json
from models.frozen import Frozen
from models.proposals import Proposal
from models.text import Text


class Stored(Frozen):
    """A proposal's document as it lies somewhere, true or not.

    With `trusts_relevance` no words are read and the stored relevance is believed.
    """

    document: Json
    trusts_relevance: bool = False


class Opened(Frozen):
    """A proposal that agrees with its season, to build upon."""

    proposal: Proposal


def open_proposal(call: Call, given: Stored) -> Proposal:
    """Give a proposal to build upon.

    Raises
    ------
    Disagreement
        If the independent checker finds a difference.
    ModelMissing, Cancelled
        As their names say.
    """
    reading = None if given.trusts_relevance else call.read_words()
    insist_on_agreement(call.season, given.document, reading)
    return Proposal.model_validate(given.document)


OPEN_PROPOSAL = UseCase(
    action="proposal.open",
    input=Stored,
    run=open_proposal,
    title=Text(sv="Öppna ett förslag", en="Open a proposal"),
    description=Text(
        sv="Läser ett sparat förslag och släpper bara igenom ett som stämmer med sin säsong.",
        en="Reads a stored proposal and lets through only one that agrees with its season.",
    ),
    position=3,
)
