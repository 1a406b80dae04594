"""Proposals as a store keeps them: where each came from, and what became of it."""

from enum import StrEnum

from models.frozen import Frozen


class ProposalSource(StrEnum):
    """How a proposal came to be."""

    RUN = "run"
    HAND = "hand"
    REPAIR = "repair"


class KeptProposal(Frozen):
    """What is told of a proposal beside its document.

    Attributes
    ----------
    parent_id : str or None
        The proposal that it was made from.
    run_id : str or None
        The run that made it.
    """

    id: str
    season_id: str
    state: str
    source: ProposalSource
    parent_id: str | None
    run_id: str | None
    objective: float
    gap: float
    content_sha256: str
    input_sha256: str
    made_by: str
    created_at: str
