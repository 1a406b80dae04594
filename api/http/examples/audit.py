"""An example of what happened."""

EVENTS = {
    "items": [
        {
            "sequence": 1,
            "event": "season_led",
            "text": {"sv": "För en säsong vidare", "en": "Lead a season on"},
            "at": "2026-09-01T08:30:00.000Z",
            "by": "Kim",
            "thing": "hosten-2026",
            "given": {"event": "open"},
            "is_erased": False,
        }
    ],
    "next": None,
}
