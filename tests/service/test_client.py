"""The client against a real server, on both databases."""

from collections.abc import Iterator

import httpx2
import pytest

from api.client import Client, Event, Problem
from api.http.app import create_app
from api.service import Service
from models.callers import KeyScope
from tests.kit.serving import run_app

ACTOR = {
    "name": "Ny förening",
    "sector": "förening",
    "place": "Lund",
    "description": "Vi vill göra något nytt med unga i staden.",
}


@pytest.fixture
def key(service: Service) -> str:
    with service.changing() as store:
        store.people.add_account("kim@example.org", "Kim", may_organise=True)
        return str(store.people.add_key("kim@example.org", tuple(KeyScope)))


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    with run_app(create_app(service)) as address:
        yield address


@pytest.fixture
def client(address: str, key: str) -> Iterator[Client]:
    with Client(address, key) as client:
        client.post("/seasons", {"name": "Våren", "slug": "varen"})
        yield client


def test_lists_are_given_to_their_end(client: Client) -> None:
    for number in range(5):
        client.post("/seasons/varen/actors", {**ACTOR, "code": f"a{number}"})
    codes = [each["code"] for each in client.items("/seasons/varen/actors", limit=2)]
    assert codes == [f"a{number}" for number in range(5)]


def test_an_edit_holds_for_the_version_that_was_read(client: Client) -> None:
    made = client.post("/seasons/varen/actors", ACTOR)
    read = client.read(f"/actors/{made['id']}")
    now = client.edit(f"/actors/{made['id']}", {"place": "Kiruna"}, read.etag)
    assert (now.body["county"], now.etag) == ("Norrbotten", '"2"')
    with pytest.raises(Problem) as refused:
        client.edit(f"/actors/{made['id']}", {"place": "Lund"}, read.etag)
    assert (refused.value.status, refused.value.code) == (412, "stale")
    client.remove(f"/actors/{made['id']}", now.etag)
    assert list(client.items("/seasons/varen/actors")) == []


def test_a_refusal_tells_every_fault(client: Client) -> None:
    with pytest.raises(Problem) as refused:
        client.post("/seasons/varen/actors", {**ACTOR, "place": "Lunddd", "sector": "?"})
    assert {fault["column"] for fault in refused.value.faults} == {"place", "sector"}


class Losing(httpx2.BaseTransport):
    """A network that loses the answer to every first request of an order, not the order."""

    def __init__(self) -> None:
        self.inner, self.keys = httpx2.HTTPTransport(), list[str]()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self.inner.handle_request(request)
        self.keys.append(request.headers["Idempotency-Key"])
        if self.keys.count(self.keys[-1]) == 1:
            answer.read()
            answer.close()
            raise httpx2.ReadError("lost")
        return answer

    def close(self) -> None:
        self.inner.close()


def test_an_order_whose_answer_was_lost_counts_once(address: str, client: Client, key: str) -> None:
    waits, network = list[float](), Losing()
    with Client(address, key, wait=waits.append, transport=network) as far:
        made = [
            far.post("/seasons/varen/actors", {**ACTOR, "code": code})["id"] for code in ("a", "b")
        ]
    assert len(network.keys) == 4
    assert len(set(network.keys)) == 2
    assert len(waits) == 2
    assert [each["id"] for each in client.items("/seasons/varen/actors")] == made


def test_a_stream_goes_on_after_its_last_event() -> None:
    told = [
        'id: 1\nevent: move\ndata: {"version": 1}\n\nid: 2\nevent: move\ndata: {"ver',
        'id: 2\nevent: move\ndata: {"version": 2}\n\n: ping\n\nid: 3\nevent: ended\ndata: {}\n\n',
    ]
    asked: list[str | None] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.headers.get("Last-Event-ID"))
        return httpx2.Response(200, text=told[len(asked) - 1])

    network = httpx2.MockTransport(answer)
    with Client("http://127.0.0.1", wait=lambda seconds: None, transport=network) as client:
        events = list(client.follow("/boards/b/events"))
    assert asked == [None, "1"]
    assert events == [
        Event("1", "move", {"version": 1}),
        Event("2", "move", {"version": 2}),
        Event("3", "ended", {}),
    ]
