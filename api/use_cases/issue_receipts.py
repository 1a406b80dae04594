"""Give the receipt of a proposal: what anyone needs to recompute it, without anything personal."""

import json

from api.use_cases.call import Call
from api.use_cases.proposals_kept import ProposalAsked
from api.use_cases.use_case import Reach, UseCase
from models.receipts import Receipt, issue_receipt
from models.text import Text


def give_receipt(call: Call, given: ProposalAsked) -> Receipt:
    """Give the receipt of the proposal that the address names.

    Raises
    ------
    NotFound
        `not_found`: the season that it was made for was not kept.
    """
    store = call.store
    document = json.loads(store.proposals.read_document(call.thing))
    reduced = store.snapshots.get(call.at.id, document["input_sha256"])
    return issue_receipt(reduced, document)


GIVE_RECEIPT = UseCase(
    action="proposal.receipt",
    input=ProposalAsked,
    run=give_receipt,
    title=Text(sv="Ge ett kvitto", en="Give a receipt"),
    description=Text(
        sv="Ger det som behövs för att räkna om ett förslag var som helst, utan personuppgifter.",
        en="Gives what it takes to recompute a proposal anywhere, without anything personal.",
    ),
    reach=Reach.STORE,
)
