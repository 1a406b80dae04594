"""Proposals over HTTP, beside their documents."""

from pydantic import Field

from api.http.schemas.common import LanguageQuery, Told
from matcher.verify.difference import Difference
from models.editions import Edition
from models.kept_proposals import KeptProposal, ProposalSource


class ReportQuery(LanguageQuery):
    """Whose report, and in which language (`lang`)."""

    edition: Edition = Edition.ORGANISER


class ProposalView(Told):
    """What is told of a proposal beside its document."""

    id: str
    state: str = Field(description="`candidate`, `chosen`, `published`, …")
    source: ProposalSource
    parent: str | None = Field(description="The proposal that it was made from.")
    run: str | None = Field(description="The run that made it.")
    objective: float
    gap: float
    content_sha256: str
    input_sha256: str
    made_by: str
    created_at: str

    @classmethod
    def of(cls, kept: KeptProposal) -> "ProposalView":
        """Give the view of a proposal."""
        told = {name: getattr(kept, name) for name in cls.model_fields if hasattr(kept, name)}
        return cls(**told, parent=kept.parent_id, run=kept.run_id)


class VerdictView(Told):
    """What the independent checker found."""

    agrees: bool
    differences: tuple[Difference, ...]
    unchecked: tuple[str, ...] = Field(description="Criteria and rules without a formula for it.")
