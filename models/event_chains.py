"""The chain of events: each event's hash covers the one before, so that no row can be
changed, moved or left out unseen, while what is personal in it can be erased.

The chain holds a commitment to the body and not the body: with body and salt erased,
nothing in it tells what was said, and the chain is as good as before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True)
class ChainedEvent:
    """One event as the chain knows it.

    Attributes
    ----------
    sequence : int
        From 1, without gaps.
    plain : mapping
        What says nothing of people: name, time, thing and plain part.
    commitment, hash : str
        Hexadecimal.
    salt : str or None
    body : mapping or None
        What may be personal; None, like the salt, where it was erased.
    """

    sequence: int
    plain: Mapping[str, Any]
    commitment: str
    hash: str
    salt: str | None
    body: Mapping[str, Any] | None


def commit_to(salt: str, body: Mapping[str, Any]) -> str:
    """Give the commitment to a body, which without the salt can't be guessed at."""
    return _hash([salt, body])


def link_event(before: str, sequence: int, plain: Mapping[str, Any], commitment: str) -> str:
    """Give an event's hash.

    Examples
    --------
    >>> first = link_event(NOTHING_BEFORE, 1, {"name": "made"}, commit_to("salt", {}))
    >>> first == link_event(NOTHING_BEFORE, 2, {"name": "made"}, commit_to("salt", {}))
    False
    """
    return _hash([before, sequence, plain, commitment])


def find_breaks(events: Iterable[ChainedEvent]) -> Iterator[int]:
    """Yield the sequence of each event that was changed, or before which one is missing.

    An event is judged by the hash that the one before it holds, so one change is one break.
    Events missing at the end are known only by a hash kept elsewhere.
    """
    before, expected = NOTHING_BEFORE, 1
    for event in events:
        is_linked = event.hash == link_event(before, event.sequence, event.plain, event.commitment)
        if event.sequence != expected or not is_linked or not _keeps_its_word(event):
            yield event.sequence
        before, expected = event.hash, event.sequence + 1


def _keeps_its_word(event: ChainedEvent) -> bool:
    if event.salt is None or event.body is None:
        return event.salt is None and event.body is None
    return event.commitment == commit_to(event.salt, event.body)


def _hash(parts: list[Any]) -> str:
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()
