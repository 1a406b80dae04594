"""Counters behind limits: in the store, so that a restart forgets none."""

import hashlib
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from limits.storage import Storage
from sqlalchemy import case, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from data.store.tables import CounterRow
from models.clock import stamp_now, to_stamp

if TYPE_CHECKING:
    from data.store.engines import Database


class StoredCounters(Storage):
    """Counts in the table `counters`, each in a transaction of its own.

    A refused order is undone, but that it was tried must be remembered; so what is counted is
    kept apart from what is done. Names are hashed: who was counted can't be read from them.

    Parameters
    ----------
    database : Database
    """

    STORAGE_SCHEME = None

    def __init__(self, database: "Database") -> None:
        super().__init__()
        self._database = database

    @property
    def base_exceptions(self) -> type[Exception]:
        """What goes wrong in it."""
        return Exception

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, in a window that begins now where none is open, and give the sum."""
        name, now = _hash(key), stamp_now()
        fresh = {"name": name, "count": amount, "ends_at": _stamp(time.time() + expiry)}
        is_over = CounterRow.ends_at <= now
        with self._database.writing() as session:
            dialect = session.get_bind().dialect.name
            insert = insert_postgresql if dialect == "postgresql" else insert_sqlite
            query = (
                insert(CounterRow)
                .values(**fresh)
                .on_conflict_do_update(
                    index_elements=["name"],
                    set_={
                        "count": case((is_over, amount), else_=CounterRow.count + amount),
                        "ends_at": case((is_over, fresh["ends_at"]), else_=CounterRow.ends_at),
                    },
                )
                .returning(CounterRow.count)
            )
            return int(session.scalar(query) or 0)

    def get(self, key: str) -> int:
        """Give the sum of the open window."""
        return self._read(key)[0]

    def get_expiry(self, key: str) -> float:
        """Give when the open window ends, in seconds since 1970."""
        return self._read(key)[1]

    def check(self) -> bool:
        """Say whether the store can be read."""
        self.get("")
        return True

    def reset(self) -> int | None:
        """Forget all counters, and say how many."""
        with self._database.writing() as session:
            return len(session.execute(delete(CounterRow).returning(CounterRow.name)).all())

    def clear(self, key: str) -> None:
        """Forget one counter."""
        with self._database.writing() as session:
            session.execute(delete(CounterRow).where(CounterRow.name == _hash(key)))

    def forget(self) -> None:
        """Forget the windows that have ended."""
        with self._database.writing() as session:
            session.execute(delete(CounterRow).where(CounterRow.ends_at <= stamp_now()))

    def _read(self, key: str) -> tuple[int, float]:
        query = select(CounterRow.count, CounterRow.ends_at).where(
            CounterRow.name == _hash(key), CounterRow.ends_at > stamp_now()
        )
        with self._database.reading() as session:
            row = session.execute(query).first()
        if row is None:
            return 0, time.time()
        return row[0], datetime.fromisoformat(row[1]).timestamp()


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _stamp(seconds: float) -> str:
    return to_stamp(datetime.fromtimestamp(seconds, UTC))
