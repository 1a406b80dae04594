"""What happened: appended, never changed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from data.store.tables import EventRow
from models.callers import Caller
from models.clock import stamp_now


class StoredEvents:
    """The record of changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(
        self,
        name: str,
        caller: Caller,
        season_id: str | None,
        thing: str | None = None,
        plain: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> None:
        """Append one; `plain` says nothing of people, `body` may."""
        self._session.execute(
            insert(EventRow).values(
                season_id=season_id,
                name=name,
                at=stamp_now(),
                caller=caller.id,
                caller_name=caller.name,
                thing=thing,
                plain=dict(plain or {}),
                body=dict(body or {}),
            )
        )
