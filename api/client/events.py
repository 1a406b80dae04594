"""Server-sent events, read line by line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Event:
    """One event of a stream; `id` is where to go on from, and empty where it has none."""

    id: str
    name: str
    data: Any


def read_events(lines: Iterable[str]) -> Iterator[Event]:
    """Read the events of a stream's lines; one that is not whole is left out.

    Examples
    --------
    >>> list(read_events(["id: 4", "event: gap", 'data: {"gap": 0}', "", "event: lost"]))
    [Event(id='4', name='gap', data={'gap': 0})]
    """
    id_, name, data = "", "message", list[str]()
    for line in lines:
        if not line:
            if data:
                yield Event(id_, name, json.loads("\n".join(data)))
            id_, name, data = "", "message", []
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "id":
            id_ = value
        elif field == "event":
            name = value
        elif field == "data":
            data.append(value)
