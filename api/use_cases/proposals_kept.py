"""Proposals of a store: what use cases about them share."""

from models.frozen import Frozen
from models.kept_proposals import KeptProposal


class ProposalAsked(Frozen):
    """Nothing is given: the proposal that the address names is meant."""


class ProposalDocument(Frozen):
    """A proposal's document as it was written, and what is told of it beside."""

    kept: KeptProposal
    document: str
