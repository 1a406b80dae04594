"""Whether a document has the form of a proposal, to the letter."""

import json
from collections.abc import Iterator
from math import copysign, isfinite

from pydantic import ValidationError

from matcher.verify.difference import Difference, difference
from models.canonical import Json, KeyTwice
from models.proposals import SCHEMA, Proposal

DEEPEST = 40
"""No proposal is nested so deep."""


def read_form(document: Json) -> tuple[Proposal | None, list[Difference]]:
    """Read a document as a proposal; None where it has another form.

    Numbers that JSON does not have, −0.0 and keys that stand twice are told before all else.
    """
    odd = list(_find_oddities(document))
    if odd:
        return None, odd
    try:
        proposal = Proposal.model_validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        return None, [
            difference(".".join(map(str, fault["loc"])), fault.get("input"), fault["msg"])
            for fault in error.errors()
        ]
    # What a document leaves out, and what kind of number it writes, shows beside its own dump.
    found = list(_compare(document, proposal.model_dump(mode="json", by_alias=True), ""))
    if proposal.schema_ != SCHEMA:
        found.append(difference("schema", proposal.schema_, SCHEMA))
    return proposal, found


def _find_oddities(document: Json) -> Iterator[Difference]:
    """Find what JSON has no place for, however deep it lies."""
    waiting: list[tuple[str, int, Json]] = [("", 0, document)]
    while waiting:
        place, depth, value = waiting.pop()
        if depth > DEEPEST:
            yield difference(place, "nested", f"at most {DEEPEST} deep")
            return
        if isinstance(value, float) and not isfinite(value):
            yield difference(place, value, "a number")
        elif isinstance(value, float) and value == 0 and copysign(1, value) < 0:
            yield difference(place, "-0.0", "0.0")
        if isinstance(value, KeyTwice):
            yield difference(_join(place, value.key), "twice", "once")
        if isinstance(value, dict):
            waiting += [(_join(place, key), depth + 1, own) for key, own in value.items()]
        elif isinstance(value, list):
            waiting += [(_join(place, i), depth + 1, own) for i, own in enumerate(value)]


def _compare(stated: Json, dumped: Json, place: str) -> Iterator[Difference]:
    """Compare a document with what a proposal of its content looks like."""
    if isinstance(stated, dict) and isinstance(dumped, dict):
        for key in [*dumped, *(key for key in stated if key not in dumped)]:
            if key in stated and key in dumped:
                yield from _compare(stated[key], dumped[key], _join(place, key))
            else:
                yield difference(_join(place, key), key in stated, key in dumped)
    elif isinstance(stated, list) and isinstance(dumped, list) and len(stated) == len(dumped):
        for i, (one, other) in enumerate(zip(stated, dumped, strict=True)):
            yield from _compare(one, other, _join(place, i))
    elif stated != dumped or type(stated) is not type(dumped):
        yield difference(place, repr(stated), repr(dumped))


def _join(place: str, key: object) -> str:
    return f"{place}.{key}" if place else str(key)
