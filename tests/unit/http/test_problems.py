"""Everything that an operation is documented to refuse is refused so, in one shape."""

import string
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from api.errors import OUTCOMES, outcome_of
from api.http.app import create_app
from api.http.preview import preview_of
from models import errors
from models.errors import ModelMissing, NotFound
from models.messages import MESSAGES, server
from models.people import People
from tests.kit.words import GivenWords

RUN_BODY: dict[str, Any] = {}
SCORE_BODY = {"coalitions": [{"id": "x", "challenge_id": "c0", "members": ["a01", "a02"]}]}
ARGUMENTS: dict[str, tuple[dict[str, Any], Any]] = {
    "startRun": ({}, RUN_BODY),
    "readRun": ({"id": "RUN"}, None),
    "cancelRun": ({"id": "RUN"}, None),
    "readProposal": ({"id": "RUN"}, None),
    "readSuggestions": ({"id": "a01"}, None),
    "readRanking": ({"id": "c0"}, None),
    "scoreCoalitions": ({}, SCORE_BODY),
    "readSeason": ({}, None),
    "readLiveness": ({}, None),
    "readReadiness": ({}, None),
}
CANNOT_BREAK = {("readLiveness", "internal_error")}
"""An address that touches nothing can't be made to break down."""


def find_no_model(progress: Any) -> Any:
    raise ModelMissing("model_not_found", name="borta")


def break_down() -> Any:
    raise RuntimeError("inside")


class Provoked:
    """Brings a server into the state in which an operation answers with a code."""

    def __init__(self, serve: Any, season: Any, reading: Any, gate: Any, stack: ExitStack) -> None:
        self.serve, self.season, self.reading = serve, season, reading
        self.gate, self.stack = gate, stack

    def open(self, read: Callable[[Any], Any] | None = None, **limits: int) -> Any:
        app = create_app(
            self.season, People(), GivenWords(read or (lambda progress: self.reading)), **limits
        )
        return self.stack.enter_context(self.serve(app))

    def ask(self, client: Any, operation: str, headers: Any = None, **changes: Any) -> Any:
        parameters, body = ARGUMENTS[operation]
        return client.call(operation, {**parameters, **changes}, body, headers)

    def end_run(self, client: Any) -> str:
        run_id = client.call("startRun").json()["id"]
        client.follow(run_id, {"done", "failed", "cancelled"})
        return str(run_id)

    def provoke(self, operation: str, code: str) -> Any:
        return getattr(self, code)(operation)

    def foreign_host(self, operation: str) -> Any:
        return self.ask(self.open(), operation, {"Host": "rebound.example.org"})

    def cross_site(self, operation: str) -> Any:
        return self.ask(self.open(), operation, {"Sec-Fetch-Site": "cross-site"})

    def invalid_request(self, operation: str) -> Any:
        return self.ask(self.open(), operation, lang="xx")

    def run_not_found(self, operation: str) -> Any:
        return self.ask(self.open(), operation, id="none")

    def actor_not_found(self, operation: str) -> Any:
        return self.ask(self.open(), operation, id="none")

    challenge_not_found = actor_not_found

    def model_not_found(self, operation: str) -> Any:
        return self.ask(self.open(find_no_model), operation)

    def run_not_done(self, operation: str) -> Any:
        client = self.open(self.gate)
        return self.ask(client, operation, id=client.call("startRun").json()["id"])

    def run_failed(self, operation: str) -> Any:
        client = self.open(find_no_model)
        return self.ask(client, operation, id=self.end_run(client))

    def run_cancelled(self, operation: str) -> Any:
        client = self.open(self.gate)
        run_id = client.call("startRun").json()["id"]
        client.call("cancelRun", {"id": run_id})
        client.follow(run_id, {"cancelled"})
        return self.ask(client, operation, id=run_id)

    def queue_full(self, operation: str) -> Any:
        client = self.open(waiting=0)
        return self.ask(client, operation)

    def server_stopping(self, operation: str) -> Any:
        client = self.open()
        client.http.app.state.preview.runs.close()
        return self.ask(client, operation)

    def internal_error(self, operation: str) -> Any:
        client = self.open()
        client.http.app.dependency_overrides[preview_of] = break_down
        client.http.app.state.is_working = break_down
        return self.ask(client, operation)


def test_every_documented_refusal_is_given(
    serve: Any, season: Any, reading: Any, gate: Any
) -> None:
    with serve(create_app(season, People(), GivenWords(lambda progress: reading))) as client:
        stated = [
            (name, int(status), code)
            for name, (_, _, operation) in client.operations.items()
            for status, response in operation["responses"].items()
            for code in response["content"].get("application/problem+json", {}).get("examples", ())
        ]
    assert len(stated) > 40
    for operation, status, code in stated:
        if (operation, code) in CANNOT_BREAK:
            continue
        with ExitStack() as stack:
            answer = Provoked(serve, season, reading, gate, stack).provoke(operation, code)
            problem = answer.json()
            assert (answer.status_code, problem["code"]) == (status, code), operation
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert problem["status"] == status
            assert problem["type"] == f"urn:koalition:problem:{code}"
            assert problem["instance"].startswith("/api/v1/")
            assert bool(problem["faults"]) == (status == 422)
            assert "inside" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "allowed"),
    [
        ("GET", "/nowhere", 404, "no_such_address", None),
        ("GET", "/api/v1/", 404, "no_such_address", None),
        ("GET", "/api/v1/runs/", 404, "no_such_address", None),
        ("GET", "/assets/docs/..%2Fapp.py", 404, "no_such_address", None),
        ("POST", "/nowhere", 404, "no_such_address", None),
        ("GET", "/api/v1/runs", 405, "method_not_allowed", "POST"),
        ("PUT", "/api/v1/runs/x", 405, "method_not_allowed", "GET, DELETE"),
        ("DELETE", "/api/v1/season", 405, "method_not_allowed", "GET"),
        ("POST", "/docs", 405, "method_not_allowed", "GET"),
    ],
)
def test_wrong_addresses_and_methods(
    client: Any, method: str, path: str, status: int, code: str, allowed: str | None
) -> None:
    answer = client.http.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    client.validate(answer.json(), {"$ref": "#/components/schemas/Problem"})
    assert answer.headers.get("allow") == allowed


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"seed": 1' + b"0" * 5000 + b"}"])
def test_body_that_is_not_json(client: Any, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.http.post("/api/v1/runs", content=content, headers=headers)
    assert answer.status_code in (400, 422)
    client.validate(answer.json(), {"$ref": "#/components/schemas/Problem"})


def test_language_follows_the_query_then_the_header(client: Any) -> None:
    details = {
        (query, header): client.http.get(f"/nowhere{query}", headers={"Accept-Language": header})
        for query in ("", "?lang=sv")
        for header in ("sv-SE,en;q=0.5", "en", "de")
    }
    languages = {key: answer.headers["content-language"] for key, answer in details.items()}
    assert languages == {
        ("", "sv-SE,en;q=0.5"): "sv",
        ("", "en"): "en",
        ("", "de"): "en",
        ("?lang=sv", "sv-SE,en;q=0.5"): "sv",
        ("?lang=sv", "en"): "sv",
        ("?lang=sv", "de"): "sv",
    }
    assert details["", "en"].json()["title"] == "Not found"
    assert details["?lang=sv", "en"].json()["title"] == "Finns inte"


def test_every_kind_of_error_has_its_own_row() -> None:
    kinds = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.KoalitionError)
    }
    assert kinds <= {outcome.kind for outcome in OUTCOMES}
    for outcome in OUTCOMES:
        assert f"status_{outcome.status}" in MESSAGES
    assert outcome_of(NotFound("x")).exit_code == 2


def test_messages_name_the_same_places_in_both_languages() -> None:
    for code, text in server.MESSAGES.items():
        fields = [
            {field for _, field, _, _ in string.Formatter().parse(part) if field is not None}
            for part in (text.sv, text.en)
        ]
        assert fields[0] == fields[1], code
