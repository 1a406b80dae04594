"""Examples of signing in."""

LINK_ASKED = {"address": {"summary": "Whose link", "value": {"email": "kim@example.org"}}}
LINK = {"state": "accepted"}
TOKEN_GIVEN = {
    "token": {
        "summary": "The secret of a link",
        "value": {"token": "Zb0mNf2rXo8aQk5wLq1uVt7yHs4eJd9cPg6iRx3zBn0"},
    }
}
CALLER = {
    "kind": "account",
    "account": "01k8z5w8m3n4p5q6r7s8t9v0wa",
    "email": "kim@example.org",
    "name": "Kim",
    "lang": "sv",
    "scopes": ["people", "read", "run", "write"],
    "is_admin": False,
    "may_organise": True,
}
