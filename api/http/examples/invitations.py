"""Examples of invitations, answers and repairs."""

from api.http.examples.runs import PROPOSAL_ID

INVITATION_ID = "01k8z5w8m3n4p5q6r7s8t9v0wd"
COALITION_ID = "01k8z5w8m3n4p5q6r7s8t9v0we"
REPAIR_ID = "01k8z5w8m3n4p5q6r7s8t9v0wf"
INVITATION = {
    "id": INVITATION_ID,
    "coalition": "ungas-kraft/1",
    "coalition_id": COALITION_ID,
    "actor": "a17",
    "actor_id": "01k8z5w8m3n4p5q6r7s8t9v0wg",
    "name": "Karlshamns kommun",
    "sector": "public",
    "state": "sent",
    "is_reserve": False,
    "is_pending": False,
    "has_address": True,
    "deadline": "2026-10-20T10:00:00.000Z",
    "reason": "",
    "contact": "",
    "answered_by": "",
    "sent_at": "2026-10-06T08:00:00.000Z",
    "answered_at": None,
    "created_at": "2026-10-05T08:00:00.000Z",
}
INVITATIONS = {"items": [INVITATION], "next": None}
PUBLISHING = {
    "two weeks": {"value": {}},
    "a deadline": {
        "value": {"deadline": "2099-10-20T12:00:00+02:00", "message": "Välkommen till hösten!"}
    },
}
ACCEPTING = {"yes": {"value": {}}, "another contact": {"value": {"contact": "bo@example.org"}}}
DECLINING = {"no": {"value": {"reason": "Vi har inte tid i höst."}}}
ANSWER = {
    "no": {
        "value": {
            "token": "Zb0mNf2rXo8aQk5wLq1uVt7yHs4eJd9cPg6iRx3zBn0",
            "answer": "decline",
            "reason": "Vi har inte tid i höst.",
        }
    }
}
ANSWERED = {"state": "declined", "is_pending": False, "coalition": "ungas-kraft/1"}
RELEASED = {"mails": 12, "invitations": 12, "without_address": []}
COALITIONS = {
    "items": [
        {
            "id": COALITION_ID,
            "coalition": "ungas-kraft/1",
            "challenge": "ungas-kraft",
            "proposal": PROPOSAL_ID,
            "size": 6,
        }
    ]
}
REPAIRS = {
    "items": [
        {
            "id": REPAIR_ID,
            "way": "reserve",
            "leaves": ["a17"],
            "joins": ["a31"],
            "changes": 1,
            "loss": 0.002311,
            "broken": [],
            "told": [{"actor": "a31", "mail": "invitation"}],
        }
    ]
}
