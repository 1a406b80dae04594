"""Imports over HTTP."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Requested, Told
from models.errors import Fault
from models.kept_imports import KeptImport
from models.merging import Decision, MergePlan


class ApplyRequest(Requested):
    """Which holds where both changed."""

    decisions: dict[str, Decision] = Field(
        default_factory=dict,
        description="By `kind/key` as the plan has them, such as `actors/a17`: file or service.",
    )


class ImportView(Told):
    """Files that were read: everything that is wrong, or what they would change."""

    id: str
    state: str = Field(description="`read` with faults, `planned`, `applied`, `discarded`.")
    base_version: int = Field(description="The season's version that the plan is for.")
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    plan: MergePlan | None
    made_by: str
    created_at: str
    applied_at: str | None

    @classmethod
    def of(cls, kept: KeptImport) -> "ImportView":
        """Give the view of an import."""
        told: dict[str, Any] = {name: getattr(kept, name) for name in cls.model_fields}
        return cls(**told)
