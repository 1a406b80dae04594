"""Runs."""

from typing import Any

RUN_ID = "3j5k7l2m4n6p2q4r6s3t5u7v2w"
PROPOSAL_ID = "5n7p2q4r6s3t5u7v2w4x6y3z5a"
RUN: dict[str, Any] = {
    "id": RUN_ID,
    "kind": "propose",
    "state": "running",
    "stage": "stage_solving",
    "progress": 0.8,
    "gap": 0.0021,
    "proposal": None,
    "result": None,
    "error": None,
    "created_at": "2026-10-01T07:00:00.000Z",
    "ended_at": None,
}
QUEUED = {**RUN, "state": "queued", "stage": "", "progress": 0.0, "gap": None}
DONE = {
    **RUN,
    "state": "done",
    "progress": 1.0,
    "gap": 0.000378,
    "proposal": PROPOSAL_ID,
    "ended_at": "2026-10-01T07:00:09.100Z",
}
RUNS = {"items": [DONE], "next": None}
NEW_RUN = {
    "as the season says": {"value": {}},
    "one challenge, more work": {
        "value": {"challenge": "ungas-kraft", "seed": 7, "effort": "thorough"}
    },
    "who declined": {"value": {"kind": "repair", "proposal": PROPOSAL_ID, "declined": ["a17"]}},
}
