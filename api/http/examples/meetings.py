"""Examples of meetings."""

from api.http.examples.runs import RUN_ID

ORDERED = {
    "four meetings, dates chosen": {"value": {"start": "2026-10-05"}},
    "at stated times": {
        "value": {
            "meetings": 2,
            "starts": ["2026-10-06 13:00", "2026-10-20 13:00"],
            "link": "https://example.org/meet",
        }
    },
}
PLAN = {
    "id": "01k8z5w8m3n4p5q6r7s8t9v0wh",
    "run": RUN_ID,
    "plan": {
        "coalition": "ungas-kraft/1",
        "pairs_possible": 1,
        "pairs_met": 1,
        "most_repeats": 0,
        "bound": 1,
        "meetings": [
            {
                "number": 1,
                "theme": {"sv": "Lär känna varandra", "en": "Get to know each other"},
                "minutes": 120,
                "agenda": [
                    {
                        "title": {"sv": "I rummen", "en": "In the rooms"},
                        "text": {"sv": "Berätta om er.", "en": "Tell about yourselves."},
                        "minutes": 120,
                        "round": 1,
                    }
                ],
                "rounds": [{"rooms": [{"host": "a17", "members": ["a17", "a31"]}]}],
                "start": "2026-10-06T11:00:00Z",
                "double_booked": [],
            }
        ],
        "aim": "pairs",
        "seed": 1,
        "status": "optimal",
        "repeats": [0, 1],
        "lacking": 0,
        "place": "",
        "link": "https://example.org/meet",
    },
    "made_by": "Kim",
    "created_at": "2026-09-29T08:00:00.000Z",
}
