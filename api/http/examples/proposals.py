"""Proposals."""

from typing import Any

from api.http.examples.runs import PROPOSAL_ID, RUN_ID

KEPT: dict[str, Any] = {
    "id": PROPOSAL_ID,
    "state": "candidate",
    "source": "run",
    "parent": None,
    "run": RUN_ID,
    "objective": 0.881667,
    "gap": 0.000378,
    "content_sha256": "0" * 64,
    "input_sha256": "0" * 64,
    "made_by": "Kim",
    "created_at": "2026-10-01T07:00:09.100Z",
}
PROPOSALS = {"items": [KEPT], "next": None}
VERDICT = {"agrees": True, "differences": [], "unchecked": []}
DIFF: dict[str, Any] = {
    "before": 0.881667,
    "after": 0.879,
    "is_comparable": True,
    "coalitions": [],
    "untouched": 1,
    "conflicts_came": [],
    "conflicts_went": [],
}
