"""Streams of server-sent events: what changed, told as it comes, begun again where it broke."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any, NamedTuple

from fastapi import Request
from fastapi.sse import format_sse_event
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from api.http.asking import Asker
from api.http.metrics import STREAMS
from models.errors import NotFound

PING_S, LOOK_S = 15.0, 1.0
EVENTS = "text/event-stream"
SENT = {
    "content": {
        EVENTS: {
            "schema": {"type": "string", "description": "Server-sent events."},
            "example": 'id: 4\nevent: gap\ndata: {"gap": 0.0021}\n\n',
        }
    }
}
"""How an answer that is a stream is stated."""


class Sent(NamedTuple):
    """One event: the number by which a client begins again, its name, and what it says."""

    number: int | None
    name: str
    body: BaseModel | dict[str, Any]


Read = Callable[[int], tuple[Iterable[Sent], int, bool]]
"""Gives the events after a number, the number to go on from, and whether that is all."""


def first_number(request: Request) -> int:
    """Give the number after which a client wants to hear: its last one, else 0."""
    told = request.headers.get("last-event-id", "")
    return int(told) if told.isdecimal() and len(told) < 18 else 0


def stream(asking: Asker, topic: str, read: Read, *, after: int) -> StreamingResponse:
    """Tell what is read, now and whenever the topic rings, until it is all."""
    first = read(after)  # what is refused is refused as a problem, before the stream begins
    return StreamingResponse(
        _tell(asking, topic, read, first),
        media_type=EVENTS,
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _tell(
    asking: Asker, topic: str, read: Read, first: tuple[Iterable[Sent], int, bool]
) -> AsyncIterator[bytes]:
    loop, rung = asyncio.get_running_loop(), asyncio.Event()
    said: list[str] = []

    def hear(_topic: str, message: str | None) -> None:
        if message is not None:
            said.append(message)
        loop.call_soon_threadsafe(rung.set)

    leave = asking.service.bell.listen(topic, hear)
    serving = asking.request.app.state.serving
    STREAMS.inc()
    try:
        events, after, is_all = first
        quiet = 0.0
        while True:
            for event in events:
                quiet = 0.0
                yield _write(event)
            while said:
                name, _, body = said.pop(0).partition(" ")
                yield format_sse_event(event=name, data_str=body)
            if is_all or not serving.is_open:
                return
            try:
                await asyncio.wait_for(rung.wait(), LOOK_S)
                rung.clear()
            except TimeoutError:
                quiet += LOOK_S
                if quiet >= PING_S:
                    quiet = 0.0
                    yield b": ping\n\n"
                if not serving.is_open:
                    return
            try:
                events, after, is_all = await run_in_threadpool(read, after)
            except NotFound:
                return
    finally:
        STREAMS.dec()
        leave()


def _write(event: Sent) -> bytes:
    import json

    body = event.body
    told = body.model_dump_json() if isinstance(body, BaseModel) else json.dumps(body)
    id_ = None if event.number is None else str(event.number)
    return format_sse_event(event=event.name, data_str=told, id=id_)
