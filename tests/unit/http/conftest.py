"""A season with things to hide, its reading, and a client that knows only the OpenAPI document."""

import itertools
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import httpx2
import numpy as np
import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.http.app import create_app
from api.http.loopback import address_of, listen
from api.http.running import make_server
from matcher.core.fits import Fits
from matcher.embedding.reading import Reading
from models.actors import Actor
from models.challenges import Challenge
from models.errors import Cancelled
from models.people import Contact, People
from models.places import Place
from models.ports.progress import Progress
from models.proposals import EmbeddingInfo
from models.seasons import Season
from models.sectors import Sector
from models.ties import Tie
from tests.kit.words import GivenWords

DEADLINE_S = 60.0
BASE_URL = "http://127.0.0.1:8000"
HIDDEN = "a07"
SECRETS = ("person.name@example.org", "Person Name", "070-1234567")


def small_season() -> Season:
    sectors = list(Sector)
    actors = tuple(
        Actor(
            id=f"a{i:02}",
            name=f"Aktör {i}",
            sector=sectors[i % 4],
            place=Place(
                name=f"Ort {i % 7}",
                municipality=f"Ort {i % 7}",
                county=f"Län {i % 5}",
                lat=55 + i % 7,
                lon=13 + i % 5,
            ),
            description=f"ord {i}",
            languages=("sv", "en") if i % 2 else ("sv",),
            attributes=(("kontakt", SECRETS[1]), ("post", SECRETS[0]), ("telefon", SECRETS[2])),
            visible=f"a{i:02}" != HIDDEN,
        )
        for i in range(20)
    )
    challenges = tuple(
        Challenge(
            id=f"c{c}", title=f"Fråga {c}", min_size=6, max_size=8, areas=21, reference_km=380.16
        )
        for c in range(2)
    )
    ties = tuple(
        Tie(actor_a=one.id, actor_b=other.id)
        for i, (one, other) in enumerate(itertools.combinations(actors, 2))
        if i % 9 == 0
    )
    return Season(name="Liten", year=2026, actors=actors, challenges=challenges, ties=ties)


SEASON = small_season()
PEOPLE = People(
    contacts=tuple(Contact(actor_id=actor.id, email=SECRETS[0]) for actor in SEASON.actors)
)
READING = Reading(
    Fits(np.round(np.random.default_rng(1).random((20, 2)), 6)),
    np.random.default_rng(2).standard_normal((20, 4)).astype(np.float32) / 4,
    EmbeddingInfo(model="given", fingerprint="0", dim=4),
)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for a condition, and fail where it does not come."""
    until = time.monotonic() + DEADLINE_S
    while not is_so():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.01)


class Gate:
    """Reads words only once it is opened; says when somebody came, and hears a cancel."""

    def __init__(self) -> None:
        self.entered, self.opened = Event(), Event()
        self.calls = 0

    def __call__(self, progress: Progress) -> Reading:
        self.calls += 1
        self.entered.set()
        while not self.opened.wait(0.01):
            if progress.is_cancelled():
                raise Cancelled("cancelled")
        return READING


class DocumentClient:
    """Calls operations by their id, from what the OpenAPI document says and nothing else.

    Every answer is held to the document: its status is stated, and its body fits the
    schema stated for it.
    """

    def __init__(self, http: Any) -> None:
        self.http = http
        self.document = http.get("/api/openapi.json").json()
        self.operations = {
            operation["operationId"]: (method, path, operation)
            for path, item in self.document["paths"].items()
            for method, operation in item.items()
        }

    def validate(self, value: Any, schema: dict[str, Any]) -> None:
        whole = {**schema, "components": self.document["components"]}
        Draft202012Validator(whole).validate(value)

    def call(
        self,
        operation_id: str,
        parameters: dict[str, Any] | None = None,
        body: Any = None,
        headers: dict[str, str] | None = None,
    ) -> Any:
        method, path, operation = self.operations[operation_id]
        given, query = dict(parameters or {}), {}
        for stated in operation.get("parameters", []):
            if stated["name"] in given:
                value = given.pop(stated["name"])
                if stated["in"] == "path":
                    path = path.replace(f"{{{stated['name']}}}", str(value))
                else:
                    query[stated["name"]] = value
        assert not given, f"{operation_id} knows no {given}"
        sent = {} if body is None else {"json": body}
        answer = self.http.request(method, path, params=query, headers=headers, **sent)
        stated = operation["responses"][str(answer.status_code)]
        media_type = answer.headers["content-type"].split(";")[0]
        self.validate(answer.json(), stated["content"][media_type]["schema"])
        for name in stated.get("headers", {}):
            assert name in answer.headers
        return answer

    def follow(self, run_id: str, states: set[str]) -> dict[str, Any]:
        """Read a run until it is in one of the states; its progress never falls."""
        seen: list[dict[str, Any]] = []

        def is_there() -> bool:
            seen.append(self.call("readRun", {"id": run_id}).json())
            return seen[-1]["state"] in states

        wait_until(is_there)
        progress = [run["progress"] for run in seen]
        assert progress == sorted(progress)
        return seen[-1]


ENDED = {"done", "failed", "cancelled"}


@contextmanager
def serve_in_process(app: FastAPI) -> Iterator[DocumentClient]:
    with TestClient(app, base_url=BASE_URL, raise_server_exceptions=False) as http:
        yield DocumentClient(http)


@contextmanager
def serve_on_port(app: FastAPI) -> Iterator[DocumentClient]:
    """Serve with a real server on a free port of this computer."""
    listener = listen("127.0.0.1", 0)
    server = make_server(app)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    address = address_of(listener)
    thread.start()
    try:
        wait_until(lambda: server.started)
        with httpx2.Client(base_url=address, timeout=DEADLINE_S) as http:
            yield DocumentClient(http)
    finally:
        server.should_exit = True
        thread.join(DEADLINE_S)
        assert not thread.is_alive()


@pytest.fixture(params=[serve_in_process, serve_on_port], ids=["in process", "on a port"])
def serve_both(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def serve() -> Any:
    return serve_in_process


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.opened.set()


@pytest.fixture
def gated(gate: Gate) -> Iterator[DocumentClient]:
    """A server whose worker stands at the gate; two runs may wait."""
    with serve_in_process(
        create_app(SEASON, PEOPLE, GivenWords(gate), waiting=2, kept=4)
    ) as client:
        yield client


@pytest.fixture
def client() -> Iterator[DocumentClient]:
    with serve_in_process(
        create_app(SEASON, PEOPLE, GivenWords(lambda progress: READING))
    ) as client:
        yield client


@pytest.fixture
def season() -> Season:
    return SEASON


@pytest.fixture
def reading() -> Reading:
    return READING


@pytest.fixture
def wait() -> Callable[[Callable[[], bool]], None]:
    return wait_until


@pytest.fixture
def hidden() -> str:
    return HIDDEN


@pytest.fixture
def secrets() -> tuple[str, ...]:
    return SECRETS


@pytest.fixture
def find_leaks() -> Callable[[Any], list[str]]:
    """Find whatever must not be shown in an answer."""

    def find(value: Any) -> list[str]:
        text = json.dumps(value, ensure_ascii=False)
        return [secret for secret in SECRETS if secret in text]

    return find
