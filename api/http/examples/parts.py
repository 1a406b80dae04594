"""Actors, challenges, ties and rules."""

from typing import Any

ACTOR_ID = "6ypm3q7c2d5f4g6h3j7k2l5m4n"
OTHER_ID = "2b5c7d3e6f4g2h5j7k3l6m4n2p"
EDITED: dict[str, Any] = {
    "version": 2,
    "edited_by": "Kim",
    "edited_at": "2026-09-02T08:30:00.000Z",
    "warnings": [],
}
PLACE: dict[str, Any] = {
    "place": "Karlshamn",
    "municipality": "Karlshamn",
    "county": "Blekinge",
    "lat": 56.1706,
    "lon": 14.8619,
    "country": "SE",
}
ACTOR: dict[str, Any] = {
    "id": ACTOR_ID,
    "code": "a17",
    "state": "active",
    "name": "Karlshamns kommun",
    "sector": "public",
    **PLACE,
    "description": "Vi prövar nya vägar in i arbetslivet.",
    "offers": "lokaler",
    "seeks": "handledare",
    "languages": ["sv"],
    "wishes": ["ungas-kraft"],
    "capacity": 1,
    "group": "",
    "available": [],
    "passed_over": 0,
    "visible": True,
    "attributes": {"förra året": "ja"},
    "email": "kommun@example.org",
    **EDITED,
}
NEW_ACTOR = {
    "in its own words": {
        "value": {
            "code": "a17",
            "name": "Karlshamns kommun",
            "sector": "kommun",
            "place": "Karlshamn",
            "description": "Vi prövar nya vägar in i arbetslivet.",
            "seeks": "handledare",
            "languages": ["svenska"],
            "attributes": {"förra året": "ja"},
        }
    }
}
ACTOR_CHANGE = {"another place": {"value": {"place": "Lund"}}}
CHALLENGE: dict[str, Any] = {
    "id": OTHER_ID,
    "code": "ungas-kraft",
    "title": "Hur tar vi vara på ungas kraft?",
    "description": "Unga har kunskap och idéer som få efterfrågar.",
    "scope": "national",
    **dict.fromkeys(PLACE),
    "radius_km": None,
    "min_size": 12,
    "max_size": 18,
    "size": None,
    "coalitions": 1,
    "facets": [],
    **EDITED,
}
NEW_CHALLENGE = {
    "a question": {"value": {"code": "ungas-kraft", "title": "Hur tar vi vara på ungas kraft?"}}
}
CHALLENGE_CHANGE = {"two coalitions": {"value": {"coalitions": 2}}}
TIE: dict[str, Any] = {
    "id": OTHER_ID,
    "actor_a": "a17",
    "actor_b": "a40",
    "kind": "know",
    "since": 2024,
    **EDITED,
}
NEW_TIE = {"they know each other": {"value": {"actor_a": "a17", "actor_b": "a40", "since": 2024}}}
TIE_CHANGE = {"they work together": {"value": {"kind": "collaborate"}}}
RULE: dict[str, Any] = {
    "id": OTHER_ID,
    "kind": "sector_floor",
    "challenge": "ungas-kraft",
    "strength": None,
    "keys": {"sector": "academia", "min": 2},
    **EDITED,
}
NEW_RULE = {
    "at least two of academia": {
        "value": {"kind": "sector_floor", "keys": {"sector": "academia", "min": 2}}
    }
}


def as_list_part(item: dict[str, Any]) -> dict[str, Any]:
    """Give a part of a list with one thing."""
    return {"items": [item], "next": None}
