"""Examples of organisers and of what is one's own."""

from api.http.examples.sessions import CALLER
from api.http.responses import mark_nulls

ORGANISER = {
    "account_id": CALLER["account"],
    "email": "kim@example.org",
    "name": "Kim",
    "role": "owner",
}
ORGANISERS = {"items": [ORGANISER]}
ROLE = {
    "an editor": {"value": {"email": "bo@example.org", "role": "editor"}},
    "no longer": {"value": mark_nulls({"email": "bo@example.org", "role": None})},
}
ME = {
    "account": {
        "id": CALLER["account"],
        "email": "kim@example.org",
        "name": "Kim",
        "lang": "sv",
        "is_admin": False,
        "may_organise": True,
    },
    "seasons": [
        {
            "id": "01k8z5w8m3n4p5q6r7s8t9v0wb",
            "slug": "hosten-2026",
            "name": "Hösten 2026",
            "state": "open",
            "role": "owner",
        }
    ],
    "actors": [],
}
