"""Runs over HTTP."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Requested, Told
from models.errors import Fault
from models.runs import Run, RunKind
from models.seasons import Effort
from models.text import Text


class RunRequest(Requested):
    """What is to be computed; what is left out follows the season."""

    kind: RunKind = RunKind.PROPOSE
    challenge: str | None = Field(default=None, description="Only this challenge's coalitions.")
    seed: int | None = Field(default=None, ge=0)
    effort: Effort | None = Field(default=None, description="How much work is spent.")
    time_limit_s: float | None = Field(default=None, gt=0, description="Safety stop.")
    board: str | None = Field(
        default=None, description="The board to begin from; its locks and bans hold."
    )
    proposal: str | None = Field(default=None, description="The proposal to begin from.")
    max_changes: int | None = Field(
        default=None, ge=0, description="Seats of either that may change hands."
    )
    alternatives: int | None = Field(default=None, ge=0, description="Clearly different ones.")
    coalition: str | None = Field(default=None, description="Of alternatives: this one alone.")
    declined: list[str] = Field(default=[], description="Of a repair: who declined.")
    criteria: tuple[str, str] | None = Field(default=None, description="Of pareto: which two.")
    points: int | None = Field(default=None, ge=2, description="Of pareto: how many.")


class RunErrorView(Told):
    """Why a run failed."""

    code: str
    text: Text
    faults: tuple[Fault, ...]


class RunView(Told):
    """A run as it is now."""

    id: str
    kind: RunKind
    state: str = Field(description="`queued`, `running`, or one that is final.")
    stage: str
    progress: float = Field(ge=0, le=1, description="Never falls.")
    gap: float | None = Field(description="The proven gap so far, where there is one.")
    proposal: str | None = Field(description="The id of the proposal that came of it.")
    result: Any = Field(description="What it found, where that is no proposal.")
    error: RunErrorView | None = Field(description="Why it failed; null unless it did.")
    created_at: str
    ended_at: str | None

    @classmethod
    def of(cls, run: Run) -> "RunView":
        """Give the view of a run."""
        told = {name: getattr(run, name) for name in cls.model_fields if hasattr(run, name)}
        error = run.error and {name: run.error[name] for name in RunErrorView.model_fields}
        return cls(**{**told, "proposal": run.proposal_id, "error": error})
