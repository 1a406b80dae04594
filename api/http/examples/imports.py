"""Imports."""

from typing import Any

IMPORT_ID = "2k4m6n2p4q6r2s4t6u2v4w6x2y"
NOTHING: dict[str, Any] = {"added": [], "changed": [], "removed": [], "same": 0, "kept": 0}
IMPORT: dict[str, Any] = {
    "id": IMPORT_ID,
    "state": "planned",
    "base_version": 3,
    "faults": [],
    "warnings": [],
    "plan": {
        "actors": {
            **NOTHING,
            "changed": [
                {
                    "key": "a17",
                    "before": {"seeks": ""},
                    "after": {"seeks": "handledare"},
                    "conflicts": [],
                }
            ],
            "same": 119,
        },
        "challenges": {**NOTHING, "same": 3},
        "ties": {**NOTHING, "same": 248},
        "rules": {**NOTHING, "same": 2},
        "settings": {**NOTHING, "same": 1},
    },
    "made_by": "Kim",
    "created_at": "2026-09-02T08:30:00.000Z",
    "applied_at": None,
}
APPLY = {
    "nothing to decide": {"value": {}},
    "the files hold": {"value": {"decisions": {"actors/a17": "file"}}},
}
