"""Bells: PostgreSQL's notifications, SQLite's count of changes, or this process alone."""

import json
import logging
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from threading import Event, Lock, Thread
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from data.store.engines import Database
from models.ports.bell import Bell, Hear

CHANNEL = "koalition"
POLL_S, RETRY_S, WAIT_S = 0.05, 1.0, 0.5
LONGEST = 7_000
"""Bytes of one notification; PostgreSQL takes some more."""
logger = logging.getLogger(__name__)


def open_bell(database: Database) -> Bell:
    """Give the bell of a database."""
    if database.is_in_memory:
        return LocalBell()
    return SqliteBell(database) if database.is_sqlite else PostgresBell(database)


class LocalBell:
    """Tells those of this process; see `models.ports.bell`."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, list[Hear]] = defaultdict(list)
        self._lock = Lock()

    def announce(self, session: Any, topics: Sequence[str]) -> None:
        """Tell nobody: there is no other process."""

    def ring(self, topics: Sequence[str]) -> None:
        """Tell those of this process."""
        for topic in topics:
            self._tell(topic, None)

    def say(self, topic: str, message: str) -> None:
        """Say something to those of this process."""
        self._tell(topic, message)

    def listen(self, topic: str, hear: Hear) -> Callable[[], None]:
        """Let somebody hear of a topic."""
        with self._lock:
            self._listeners[topic].append(hear)

        def leave() -> None:
            with self._lock:
                self._listeners[topic].remove(hear)
                if not self._listeners[topic]:
                    del self._listeners[topic]

        return leave

    def close(self) -> None:
        """Let everybody go."""
        with self._lock:
            self._listeners.clear()

    def _tell(self, topic: str, message: str | None) -> None:
        with self._lock:
            listeners = tuple(self._listeners.get(topic, ()))
        for hear in listeners:
            try:
                hear(topic, message)
            except Exception:  # the others hear of it all the same
                logger.exception("a listener broke down")

    def _tell_all(self) -> None:
        """Tell everybody that something changed, whatever they listen to."""
        with self._lock:
            topics = tuple(self._listeners)
        self.ring(topics)


class SqliteBell(LocalBell):
    """Notices what other processes change by SQLite's own count of changes.

    What is said (`say`) stays in this process.
    """

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._path = str(database.url.database)
        self._is_over = Event()
        self._thread = Thread(target=self._watch, name="koalition-bell", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._is_over.set()
        self._thread.join()
        super().close()

    def _watch(self) -> None:
        with closing(sqlite3.connect(self._path, check_same_thread=False)) as connection:
            seen = None
            while not self._is_over.wait(POLL_S):
                with suppress(sqlite3.Error):
                    (now,) = connection.execute("PRAGMA data_version").fetchone()
                    if seen not in (None, now):
                        self._tell_all()
                    seen = now


class PostgresBell(LocalBell):
    """Hears PostgreSQL's notifications on a connection of its own, made anew where it breaks."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self._is_over = Event()
        self._thread = Thread(target=self._watch, name="koalition-bell", daemon=True)
        self._thread.start()

    def announce(self, session: Session, topics: Sequence[str]) -> None:
        """Notify other processes when the transaction is kept."""
        for start in range(0, len(topics), 100):
            self._notify(session, {"topics": list(topics[start : start + 100])})

    def say(self, topic: str, message: str) -> None:
        """Say something to all processes; this one hears it with the others."""
        with self._database.writing() as session:
            self._notify(session, {"topic": topic, "message": message})

    def close(self) -> None:
        """Stop listening."""
        self._is_over.set()
        self._thread.join()
        super().close()

    def _notify(self, session: Session, payload: dict[str, Any]) -> None:
        said = json.dumps(payload)
        if len(said.encode()) <= LONGEST:
            session.execute(
                text("SELECT pg_notify(:channel, :said)"), {"channel": CHANNEL, "said": said}
            )

    def _watch(self) -> None:
        import psycopg

        address = self._database.url.set(drivername="postgresql").render_as_string(False)
        is_first = True
        while not self._is_over.is_set():
            try:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if not is_first:
                        self._tell_all()  # what was missed meanwhile
                    is_first = False
                    while not self._is_over.is_set():
                        for notice in connection.notifies(timeout=WAIT_S):
                            self._hear(notice.payload)
                            if self._is_over.is_set():
                                break
            except psycopg.Error:
                self._is_over.wait(RETRY_S)

    def _hear(self, payload: str) -> None:
        told = json.loads(payload)
        if "topics" in told:
            self.ring(told["topics"])
        else:
            self._tell(told["topic"], told["message"])
