"""Pages of rows, each begun after the last row of the page before.

A cursor holds the sort keys of that row, so that rows which come or go meanwhile neither
double nor hide others.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, tuple_
from sqlalchemy.orm import Session

from models.errors import BadRequest
from models.pages import Page

Item = TypeVar("Item")


def take_page(
    session: Session,
    query: Select[Any],
    keys: Sequence[Any],
    limit: int,
    cursor: str | None,
    show: Callable[[Any], Item],
) -> Page[Item]:
    """Take a page in the order of some columns, the last of which tells all rows apart.

    Raises
    ------
    BadRequest
        `cursor_unknown`: it is not one that was given.
    """
    ordered = query.add_columns(*(key.label(f"key_{i}") for i, key in enumerate(keys)))
    if cursor is not None:
        ordered = ordered.where(tuple_(*keys) > tuple_(*_read(cursor, len(keys))))
    rows = session.execute(ordered.order_by(*keys).limit(limit + 1)).all()
    shown = rows[:limit]
    more = len(rows) > limit
    last = [getattr(shown[-1], f"key_{i}") for i in range(len(keys))] if more else []
    return Page(items=tuple(map(show, shown)), next=_write(last) if more else None)


def _write(keys: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(keys).encode()).decode().rstrip("=")


def _read(cursor: str, count: int) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        keys = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        keys = None
    if not (
        isinstance(keys, list)
        and len(keys) == count
        and all(isinstance(key, str | int) and "\0" not in str(key) for key in keys)
    ):
        raise BadRequest("cursor_unknown", field="cursor")
    return keys
