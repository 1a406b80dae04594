"""Boards."""

from typing import Any

from api.http.examples.runs import PROPOSAL_ID

BOARD_ID = "7r3s5t2u4v6w3x5y7z2a4b6c3d"
SHEET: dict[str, Any] = {
    "coalition": "ungas-kraft/1",
    "size": 2,
    "total": 0.78125,
    "scores": {"relevance": 0.8, "novelty": 1.0},
    "broken": [],
    "penalties": [],
}
BOARD: dict[str, Any] = {
    "id": BOARD_ID,
    "proposal": PROPOSAL_ID,
    "state": "open",
    "version": 1,
    "objective": 0.78125,
    "bound": 0.801,
    "bound_version": 1,
    "coalitions": [{**SHEET, "challenge_id": "ungas-kraft", "members": ["a17", "a40"]}],
    "pool": ["a99"],
    "locked": [{"actor": "a17", "coalition": "ungas-kraft/1"}],
    "banned": [],
}
NEW_BOARD = {
    "from a proposal": {"value": {"proposal": PROPOSAL_ID}},
    "empty": {"value": {}},
}
MOVE = {
    "from the pool": {"value": {"op": "move", "actor": "a99", "from": None, "to": "ungas-kraft/1"}},
    "a swap": {
        "value": {
            "op": "swap",
            "actor": "a17",
            "from": "ungas-kraft/1",
            "other": "a40",
            "to": "ungas-kraft/2",
        }
    },
    "my last one back": {"value": {"op": "undo"}},
}
MOVED: dict[str, Any] = {
    "version": 2,
    "changed": [SHEET],
    "gain": 0.002,
    "objective": 0.78325,
    "bound": None,
    "undo": 2,
}
MOVES = {
    "items": [
        {
            "version": 1,
            "op": "move",
            "actor": "a99",
            "from": None,
            "to": "ungas-kraft/1",
            "other": None,
            "note": "",
            "takes_back": None,
            "by": "Kim",
            "at": "2026-10-02T08:30:00.000Z",
            "changed": [SHEET],
            "gain": 0.002,
            "objective": 0.78125,
        }
    ],
    "next": None,
}
HINTS = {"items": [{"coalition": "ungas-kraft/1", "gain": 0.002, "breaks": [], "best_swap": None}]}
PRESENCE = {"a card": {"value": {"actor": "a17"}}, "let go": {"value": {"actor": None}}}
