"""Read a proposal of the store."""

from api.use_cases.call import Call
from api.use_cases.proposals_kept import ProposalAsked, ProposalDocument
from api.use_cases.use_case import Reach, UseCase
from models.text import Text


def read_proposal(call: Call, given: ProposalAsked) -> ProposalDocument:
    """Give the document of the proposal that the address names, as it was written."""
    proposals = call.store.proposals
    return ProposalDocument(
        kept=proposals.describe(call.thing), document=proposals.read_document(call.thing)
    )


READ_PROPOSAL = UseCase(
    action="proposal.read",
    input=ProposalAsked,
    run=read_proposal,
    title=Text(sv="Läs ett sparat förslag", en="Read a kept proposal"),
    description=Text(
        sv="Visar ett förslag som det skrevs, till sista siffran.",
        en="Shows a proposal as it was written, to the last digit.",
    ),
    reach=Reach.STORE,
)
