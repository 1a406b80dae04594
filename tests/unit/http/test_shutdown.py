"""A stop is heard by whatever is at work, before open requests are waited for."""

import signal
from collections.abc import Callable
from threading import Thread
from typing import Any

import httpx2
import pytest

from api.http.app import create_app
from api.http.loopback import address_of, listen
from api.http.running import make_server
from models.people import People
from tests.kit.words import GivenWords

RUNS, SUGGESTIONS = "/api/v1/runs", "/api/v1/actors/a01/suggestions"


@pytest.mark.parametrize(("method", "path"), [("POST", RUNS), ("GET", SUGGESTIONS)])
def test_signal_ends_reading_and_server(
    season: Any, gate: Any, wait: Callable[[Callable[[], bool]], None], method: str, path: str
) -> None:
    app = create_app(season, People(), GivenWords(gate))
    server, listener = make_server(app), listen("127.0.0.1", 0)
    address, answers = address_of(listener), []
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    wait(lambda: server.started)
    asking = Thread(
        target=lambda: answers.append(httpx2.request(method, f"{address}{path}", timeout=60))
    )
    asking.start()
    assert gate.entered.wait(60)
    server.handle_exit(signal.SIGINT, None)
    for each in (asking, thread):
        each.join(60)
        assert not each.is_alive()
    (answer,) = answers
    if method == "POST":
        run = app.state.preview.runs.find(answer.json()["id"])
        assert (answer.status_code, str(run.state)) == (202, "cancelled")
    else:
        assert (answer.status_code, answer.json()["code"]) == (503, "cancelled")
    assert not gate.opened.is_set()
