"""Watches requests: a number for each, a line in the log, and what is counted of them.

No address, body or name is ever in either: a request is known by its route's template.
"""

import json
import logging
import re
import sys
import time
import uuid
from contextvars import ContextVar

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.metrics import IN_PROGRESS, REQUEST_SECONDS, REQUESTS
from models.clock import stamp_now

SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The number of the request that is being answered."""
logger = logging.getLogger("koalition.requests")


class Watcher:
    """Gives every request its number, counts it, and writes a line when it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("x-request-id", "")
        number = asked if SANE.fullmatch(asked) else uuid.uuid4().hex
        REQUEST.set(number)
        began, status = time.perf_counter(), 500

        async def send_numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = number
            await send(message)

        IN_PROGRESS.inc()
        try:
            await self._app(scope, receive, send_numbered)
        finally:
            IN_PROGRESS.dec()
            route = getattr(scope.get("route"), "path", "")
            seconds = time.perf_counter() - began
            method = scope["method"] if scope["method"].isalpha() else "-"
            REQUESTS.labels(method[:8], route, str(status)).inc()
            REQUEST_SECONDS.labels(route).observe(seconds)
            told = {
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1e3, 1),
            }
            logger.info("request", extra={"told": told})


class JsonLines(logging.Formatter):
    """Writes each entry as one line of JSON, with the request that it belongs to."""

    def format(self, record: logging.LogRecord) -> str:
        """Write an entry."""
        entry = {
            "at": stamp_now(),
            "level": record.levelname.lower(),
            "what": record.getMessage(),
            "request": REQUEST.get() or None,
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[0]:
            entry["error"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            if trace is not None:
                entry["where"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        return json.dumps({key: value for key, value in entry.items() if value is not None})


def log_lines(level: str) -> None:
    """Write entries of this level and above as lines on stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("koalition", "api", "data", "matcher", "uvicorn.error"):
        log = logging.getLogger(name)
        log.handlers[:] = [handler]
        log.setLevel(level.upper())
        log.propagate = False
