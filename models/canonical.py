"""Canonical JSON and its SHA-256, as the contract fixes them."""

import hashlib
import json
from typing import Any

DECIMALS = 6

Json = Any


class KeyTwice(dict[str, Json]):
    """A JSON object in which a key stands twice; it holds the last of its values."""

    key = ""


def parse_json(text: str) -> Json:
    """Parse a document, and keep in mind which keys stand twice.

    Raises
    ------
    ValueError
        If it is not JSON; numbers that JSON does not have (NaN, Infinity) are let through, so
        that whoever checks the document can say where they stand.

    Examples
    --------
    >>> parse_json('{"a": 1, "a": 2}').key
    'a'
    """
    return json.loads(text, object_pairs_hook=_keep_doubles)


def _keep_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Make an object of its pairs."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = KeyTwice(found)
    keys = [key for key, _ in pairs]
    doubled.key = next(key for key in keys if keys.count(key) > 1)
    return doubled


def round_number(value: float) -> float:
    """Round to the six decimals of every published number, without a negative zero."""
    return round(float(value), DECIMALS) + 0.0


def to_canonical(document: Json) -> str:
    """Give the one spelling of a JSON document that is hashed.

    Examples
    --------
    >>> to_canonical({"b": 1.0, "a": "ö"})
    '{"a":"ö","b":1.0}'
    """
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_canonical(document: Json) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(to_canonical(document).encode()).hexdigest()


def hash_content(document: dict[str, Json]) -> str:
    """SHA-256 of a result without its own hash, its date and every `seconds`."""
    return hash_canonical(_without(document, frozenset({"content_sha256", "created_at"})))


def _without(value: Json, keys: frozenset[str]) -> Json:
    """Drop the given top-level keys, and `seconds` at every depth."""
    if isinstance(value, dict):
        inner: frozenset[str] = frozenset()
        return {k: _without(v, inner) for k, v in value.items() if k not in keys and k != "seconds"}
    if isinstance(value, list):
        return [_without(item, frozenset()) for item in value]
    return value
