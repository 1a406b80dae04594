"""Seasons."""

SEASON_ID = "4fzq2k6h3m7a5n2r4v6w3x7y2a"
SETTINGS = {
    "seed": 1,
    "effort": "normal",
    "time_limit_s": 600.0,
    "balance": 0.5,
    "weights": {"relevance": 1.0, "novelty": 0.5},
}
SEASON = {
    "id": SEASON_ID,
    "slug": "hosten-2026",
    "name": "Hösten 2026",
    "year": 2026,
    "country": "SE",
    "state": "draft",
    "version": 3,
    "created_at": "2026-09-01T07:00:00.000Z",
    "events": ["open", "cancel"],
    "counts": {"actors": 120, "challenges": 3, "ties": 248, "rules": 2},
    "settings": SETTINGS,
}
SEASONS = {
    "items": [
        {
            "id": SEASON_ID,
            "slug": "hosten-2026",
            "name": "Hösten 2026",
            "state": "draft",
            "version": 3,
            "actors": 120,
        }
    ],
    "next": None,
}
NEW_SEASON = {
    "a name alone": {"value": {"name": "Hösten 2026"}},
    "with settings": {
        "value": {
            "name": "Hösten 2026",
            "slug": "hosten-2026",
            "year": 2026,
            "country": "SE",
            "settings": {"seed": 7, "weights": {"novelty": 0.5}},
        }
    },
}
SEASON_CHANGE = {"another balance": {"value": {"settings": {"balance": 0.7}}}}
TRANSITION = {"open": {"value": {"event": "open"}}}
PUBLIC = {
    "name": "Hösten 2026",
    "year": 2026,
    "country": "SE",
    "challenges": [
        {
            "code": "ungas-kraft",
            "title": "Hur tar vi vara på ungas kraft?",
            "description": "Unga har kunskap och idéer som få efterfrågar.",
            "scope": "national",
            "place": None,
            "coalitions": 1,
        }
    ],
    "actors": [
        {
            "code": "a17",
            "name": "Karlshamns kommun",
            "sector": "public",
            "place": "Karlshamn",
            "county": "Blekinge",
            "country": "SE",
            "description": "Vi prövar nya vägar in i arbetslivet.",
            "offers": "lokaler",
            "seeks": "handledare",
            "languages": ["sv"],
        }
    ],
}
GONE = {"id": SEASON_ID}
