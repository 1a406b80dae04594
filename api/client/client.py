"""Asks the service for things, again where that is safe, and gives what it answers."""

import json
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx2

Json = Any
BASE = "/api/v1"
TRIES, WAIT_S = 5, 0.5
AGAIN = frozenset({429, 502, 503, 504})
"""Answers after which the same order is sent again, under the same key."""


class ProblemAnswer(Exception):
    """A problem document: `code` is stable, `faults` say where and what mends it."""

    def __init__(self, problem: Mapping[str, Json]) -> None:
        super().__init__(problem.get("detail", ""))
        self.code = str(problem.get("code", ""))
        self.status = int(problem.get("status", 0))
        self.faults: Sequence[Json] = problem.get("faults", ())


class Client:
    """Asks one service.

    Every order carries a key of its own, so that one that is sent again has one effect.

    Parameters
    ----------
    address : str
        Such as `http://127.0.0.1:8000`.
    key : str, optional
        An account's key; a season that is served alone needs none.
    http : httpx2.Client, optional
        What sends requests, in the place of one of its own.
    """

    def __init__(
        self, address: str, key: str | None = None, http: "httpx2.Client | None" = None
    ) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._http = http or httpx2.Client(base_url=address, timeout=600)
        self._headers = headers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def get(self, path: str, **query: Json) -> Json:
        """Read something.

        Raises
        ------
        ProblemAnswer
            If it is refused.
        """
        return _told(self._send("GET", path, params=query))

    def list(self, path: str, **query: Json) -> Iterator[Json]:
        """Read a list to its end, part by part."""
        cursor: dict[str, str] = {}
        while True:
            part = self.get(path, **query, **cursor)
            yield from part["items"]
            if part["next"] is None:
                return
            cursor = {"cursor": part["next"]}

    def post(self, path: str, body: Json = None) -> Json:
        """Order something, once.

        Raises
        ------
        ProblemAnswer
            If it is refused.
        """
        key = {"Idempotency-Key": uuid.uuid4().hex}
        return _told(self._send("POST", path, json={} if body is None else body, headers=key))

    def patch(self, path: str, body: Json) -> Json:
        """Change something as it now is; somebody who is faster makes it `stale`.

        Raises
        ------
        ProblemAnswer
            If it is refused.
        """
        version = self._send("GET", path).headers.get("etag", "*")
        return _told(self._send("PATCH", path, json=body, headers={"If-Match": version}))

    def delete(self, path: str) -> Json:
        """Remove something as it now is, or cancel it.

        Raises
        ------
        ProblemAnswer
            If it is refused.
        """
        version = self._send("GET", path).headers.get("etag", "*")
        return _told(self._send("DELETE", path, headers={"If-Match": version}))

    def send_files(self, season: str, folder: Path) -> Json:
        """Send the files of a season's folder, and give the import: faults, or a plan."""
        files = [
            ("files", (file.name, file.read_bytes()))
            for file in sorted(folder.iterdir())
            if file.is_file()
        ]
        key = {"Idempotency-Key": uuid.uuid4().hex}
        answer = self._send("POST", f"/seasons/{season}/imports", files=files, headers=key)
        return _told(answer)

    def download(self, path: str, to: Path) -> Path:
        """Write what is answered (an export, a receipt, a report) into a file."""
        to.write_bytes(self._send("GET", path).content)
        return to

    def run(self, season: str, **asked: Json) -> Json:
        """Start a run, follow it to its end, and give what it then is."""
        started = self.post(f"/seasons/{season}/runs", asked)
        for name, body in self.follow(f"/runs/{started['id']}/events"):
            if name == "ended":
                return body
        return self.get(f"/runs/{started['id']}")

    def follow(self, path: str) -> Iterator[tuple[str, Json]]:
        """Give events as (name, body) until the stream ends; one that breaks is begun again."""
        last = ""
        for attempt in range(TRIES):
            headers = {**self._headers, **({"Last-Event-ID": last} if last else {})}
            try:
                with self._http.stream("GET", BASE + path, headers=headers) as stream:
                    if stream.status_code != 200:
                        stream.read()
                        raise ProblemAnswer(json.loads(stream.text))
                    name = ""
                    for line in stream.iter_lines():
                        field, _, value = line.partition(": ")
                        if field == "id":
                            last = value
                        elif field == "event":
                            name = value
                        elif field == "data":
                            yield name, json.loads(value)
                    return
            except httpx2.TransportError:
                if attempt == TRIES - 1:
                    raise
                time.sleep(WAIT_S)

    def _send(self, method: str, path: str, **options: Any) -> "httpx2.Response":
        headers = {**self._headers, **options.pop("headers", {})}
        for attempt in range(TRIES):
            is_last = attempt == TRIES - 1
            try:
                answer = self._http.request(method, BASE + path, headers=headers, **options)
            except httpx2.TransportError:
                if is_last:
                    raise
            else:
                if answer.status_code not in AGAIN or is_last:
                    if answer.status_code >= 400:
                        raise ProblemAnswer(answer.json())
                    return answer
            time.sleep(WAIT_S * 2**attempt)
        raise AssertionError("never reached")


def _told(answer: "httpx2.Response") -> Json:
    return answer.json() if answer.content else None
