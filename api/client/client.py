"""The client: every order once, every list to its end, every stream begun again where it broke."""

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

import httpx2

from api.client.events import Event, read_events
from api.client.problems import Problem

JsonObject: TypeAlias = dict[str, Any]
"""A body as the OpenAPI document states it."""
BASE = "/api/v1"
ATTEMPTS = 4
"""How often a request is sent before its failure counts."""
WAIT_S = 1.0
"""Seconds before it is sent again, where the answer names none."""
BUSY = (429, 503)


@dataclass(frozen=True)
class Kept:
    """Something that can be edited, with the version that was read."""

    body: JsonObject
    etag: str


class Client:
    """Talks to one service.

    Parameters
    ----------
    address : str
        `http://127.0.0.1:8000`, without `/api/v1`.
    key : str, optional
        A key of an account (`kk_…`); `koalition serve SEASON` needs none.
    language : str
        Of problems: `sv` or `en`.
    wait : callable
        Waits a number of seconds before something is sent again.
    transport : httpx2.BaseTransport, optional
        How requests travel, where not by the network.

    Notes
    -----
    Every POST carries an `Idempotency-Key`, made anew for each call and kept when it is sent
    again, so that an order whose answer was lost still counts once. What changes a version
    (PATCH, DELETE) is sent once only.
    """

    def __init__(
        self,
        address: str,
        key: str | None = None,
        *,
        language: str = "en",
        wait: Callable[[float], None] = time.sleep,
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        headers = {"Accept-Language": language}
        if key is not None:
            headers["Authorization"] = f"Bearer {key}"
        self._http = httpx2.Client(
            base_url=address, headers=headers, timeout=60, transport=transport
        )
        self._wait = wait

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, path: str, **query: object) -> JsonObject:
        """Read what is at an address below `/api/v1`.

        Raises
        ------
        Problem
            As every other method: what the service refused.
        """
        return _body(self._send("GET", path, params=query))

    def read(self, path: str) -> Kept:
        """Read something that can be edited, with its version."""
        answer = self._send("GET", path)
        return Kept(_body(answer), answer.headers["ETag"])

    def download(self, path: str) -> bytes:
        """Read a file: an export, a report, a receipt."""
        return self._send("GET", path).content

    def items(self, path: str, **query: object) -> Iterator[JsonObject]:
        """Give everything in a list, part after part."""
        cursor: dict[str, object] = {}
        while True:
            part = self.get(path, **query, **cursor)
            yield from part["items"]
            if part["next"] is None:
                return
            cursor = {"cursor": part["next"]}

    def post(self, path: str, body: JsonObject | None = None, key: str | None = None) -> JsonObject:
        """Order something; `key` is the caller's own word for it, else one is made."""
        return _body(self._order(path, key, json={} if body is None else body))

    def edit(self, path: str, change: JsonObject, etag: str) -> Kept:
        """Change the version that was read; `stale` is raised where another was faster."""
        answer = self._send("PATCH", path, json=change, headers={"If-Match": etag})
        return Kept(_body(answer), answer.headers["ETag"])

    def remove(self, path: str, etag: str = "*") -> JsonObject:
        """Remove the version that was read, or any."""
        return _body(self._send("DELETE", path, headers={"If-Match": etag}))

    def send_folder(self, season: str, folder: Path) -> JsonObject:
        """Send a season's files, and give the import with its plan."""
        files = [
            ("files", (each.name, each.read_bytes()))
            for each in sorted(folder.iterdir())
            if each.is_file() and not each.name.startswith(".")
        ]
        return _body(self._order(f"/seasons/{season}/imports", None, files=files))

    def follow(self, path: str, after: str = "") -> Iterator[Event]:
        """Follow a stream of events, begun again after its last one where it breaks.

        It ends where the caller leaves it, or with `ended`, the last event of a run.
        """
        failures = 0
        while True:
            headers = {"Last-Event-ID": after} if after else {}
            try:
                with self._http.stream(
                    "GET", BASE + path, headers=headers, timeout=httpx2.Timeout(60)
                ) as answer:
                    if answer.status_code >= 400:
                        answer.read()
                        raise _problem(answer)
                    for event in read_events(answer.iter_lines()):
                        failures, after = 0, event.id or after
                        yield event
                        if event.name == "ended":
                            return
            except httpx2.TransportError:
                failures += 1
                if failures == ATTEMPTS:
                    raise
            self._wait(WAIT_S)

    def run(self, season: str, order: JsonObject | None = None) -> JsonObject:
        """Start a run and give what it is when it has ended."""
        return self.end_of(self.post(f"/seasons/{season}/runs", order))

    def end_of(self, run: JsonObject) -> JsonObject:
        """Follow a run to its end, and give what it then is."""
        last: JsonObject = run
        for event in self.follow(f"/runs/{run['id']}/events"):
            if event.name == "ended":
                last = event.data
        return last

    def _order(self, path: str, key: str | None, **sent: Any) -> httpx2.Response:
        headers = {"Idempotency-Key": key or secrets.token_urlsafe(16)}
        return self._send("POST", path, headers=headers, **sent)

    def _send(self, method: str, path: str, **sent: Any) -> httpx2.Response:
        """Send a request, again where that can do no harm and may help."""
        attempts = ATTEMPTS if method in ("GET", "POST") else 1
        for attempt in range(1, attempts + 1):
            try:
                answer = self._http.request(method, BASE + path, **sent)
            except httpx2.TransportError:
                if attempt == attempts:
                    raise
                self._wait(WAIT_S)
                continue
            if answer.status_code not in BUSY or attempt == attempts:
                break
            self._wait(_seconds(answer.headers))
        if answer.status_code >= 400:
            raise _problem(answer)
        return answer


def _seconds(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After", "")
    return float(told) if told.isdecimal() else WAIT_S


def _problem(answer: httpx2.Response) -> Problem:
    is_told = answer.headers.get("Content-Type", "").startswith("application/problem+json")
    return Problem(answer.status_code, answer.json() if is_told else {})


def _body(answer: httpx2.Response) -> JsonObject:
    body: JsonObject = answer.json() if answer.content else {}
    return body
