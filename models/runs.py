"""Runs: what is computed for a season, and how far it has come."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from models.frozen import Frozen
from models.lifecycles import RUN


class RunKind(StrEnum):
    """What is computed."""

    PROPOSE = "propose"
    ALTERNATIVES = "alternatives"
    PARETO = "pareto"
    PRICE = "price"
    REPAIR = "repair"
    SETTLE = "settle"
    BOUND = "bound"
    MEETING_PLAN = "meeting_plan"


ENDED = frozenset(state for state in RUN.states if not RUN.events_of(state))
"""States that are final."""
STAGES: Mapping[str, tuple[float, float]] = {
    "stage_model": (0.0, 0.1),
    "stage_embedding": (0.1, 0.4),
    "stage_seats": (0.4, 0.45),
    "stage_bounding": (0.45, 0.6),
    "stage_improving": (0.6, 0.7),
    "stage_solving": (0.7, 0.95),
    "stage_explaining": (0.95, 0.99),
}
"""The part of a run's way that each stage is; another stage leaves the progress as it is."""


class Run(Frozen):
    """A run as it is now.

    Attributes
    ----------
    progress : float
        From 0 to 1; never falls.
    gap : float or None
        The proven gap so far.
    change : int
        Counts what was told of it.
    result : JSON or None
        What it found, where that is no proposal.
    error : dict or None
        Why it failed: code, text and faults.
    """

    id: str
    season_id: str
    kind: RunKind
    state: str
    stage: str
    progress: float
    gap: float | None
    change: int
    proposal_id: str | None
    result: Any
    error: dict[str, Any] | None
    caller: str
    created_at: str
    ended_at: str | None

    @property
    def has_ended(self) -> bool:
        """Say whether its state is final."""
        return self.state in ENDED


def place_in_run(stage: str, done: float, total: float | None) -> float:
    """Give how far a run has come when a stage has come so far.

    Examples
    --------
    >>> place_in_run("stage_embedding", 1, 2)
    0.25
    """
    low, high = STAGES.get(stage, (0.0, 0.0))
    share = min(1.0, max(0.0, done / total)) if total else 0.0
    return low + share * (high - low)
