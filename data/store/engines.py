"""Opening the database: SQLite in one file, or PostgreSQL.

SQLite lets one write at a time and many read beside it. Two engines serve one file: reading
ones may not write and see the state at their first query; writing ones take the file's one
lock at their start, so that none fails half-way because another was faster.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from models.errors import BadRequest, DatabaseFailure, StorageFull

WAIT_S = 30
"""How long a write waits for the one before it."""
CONNECT_S = 10
"""How long a server may take to answer at first, unless the address says another time."""
SQLITE, POSTGRESQL = "sqlite", "postgresql+psycopg"
DISK_FULL = "53100"
"""PostgreSQL's own code for it."""
DRIVERS = {"sqlite": SQLITE, "postgresql": POSTGRESQL, "postgres": POSTGRESQL}
"""The driver by what an address begins with."""


class Database:
    """One database, to read and to write.

    Parameters
    ----------
    url : str
        `sqlite:///FILE`, or `postgresql://USER@HOST/NAME`; `sqlite://` is one in memory, which
        lives as long as this object and serves one transaction after the other.
    is_made : bool
        Whether a folder that is missing is made for it.

    Raises
    ------
    BadRequest
        `database_unknown`, where the address is none of the two; `database_driver_missing`.
    """

    def __init__(self, url: str, *, is_made: bool = True) -> None:
        try:
            parsed = make_url(url)
            driver = DRIVERS[parsed.drivername.partition("+")[0]]
            self.url = parsed.set(drivername=driver)
            self.is_sqlite = driver == SQLITE
            self.is_in_memory = self.is_sqlite and self.url.database in (None, "", ":memory:")
            self._turn: AbstractContextManager[object] = nullcontext()
            if is_made and self.is_sqlite and not self.is_in_memory:
                Path(self.place).parent.mkdir(parents=True, exist_ok=True)
            self._reader, self._writer = self._open()
        except (ArgumentError, KeyError, NoSuchModuleError) as error:
            raise BadRequest("database_unknown") from error
        except ModuleNotFoundError as error:
            raise BadRequest("database_driver_missing", name=error.name) from error

    @property
    def place(self) -> str:
        """Where it lies, without what may be secret: a file, or user, host and name."""
        if self.is_sqlite:
            return self.url.database or ":memory:"
        host = self.url.host or "/".join(self.url.normalized_query.get("host", ("localhost",)))
        port = f":{self.url.port}" if self.url.port else ""
        return f"postgresql://{self.url.username or ''}@{host}{port}/{self.url.database or ''}"

    @property
    def engine(self) -> Engine:
        """The one that writes; migrations run on it."""
        return self._writer

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state and changes nothing."""
        with self._turn, telling(), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are kept when it ends, all of them or none."""
        with (
            self._turn,
            telling(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Let all connections go."""
        self._reader.dispose()
        self._writer.dispose()

    def _open(self) -> tuple[Engine, Engine]:
        if not self.is_sqlite:
            told: dict[str, Any] = {}
            if "connect_timeout" not in self.url.query:
                told["connect_timeout"] = CONNECT_S
            reader = create_engine(
                self.url,
                pool_pre_ping=True,
                isolation_level="REPEATABLE READ",
                connect_args={**told, "options": "-c default_transaction_read_only=on"},
            )
            return reader, create_engine(self.url, pool_pre_ping=True, connect_args=told)
        if self.is_in_memory:
            self._turn = RLock()
            options = {"check_same_thread": False}
            engine = create_engine(self.url, poolclass=StaticPool, connect_args=options)
            event.listen(engine, "connect", _set_up(is_reader=False))
            event.listen(engine, "begin", _begin_with("BEGIN"))
            return engine, engine
        engines = tuple(create_engine(self.url, connect_args={"timeout": WAIT_S}) for _ in range(2))
        for engine, begin in zip(engines, ("BEGIN", "BEGIN IMMEDIATE"), strict=True):
            event.listen(engine, "connect", _set_up(is_reader=begin == "BEGIN"))
            event.listen(engine, "begin", _begin_with(begin))
        reader, writer = engines
        return reader, writer


def _set_up(*, is_reader: bool) -> Any:
    """Give what is said to each new connection of SQLite."""

    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy begins, not the driver
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if is_reader:
            connection.execute("PRAGMA query_only = ON")

    return set_up


def _begin_with(statement: str) -> Any:
    """Give what begins a transaction of SQLite."""

    def begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)

    return begin


@contextmanager
def telling() -> Iterator[None]:
    """Make the database's own troubles the store's."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        if "disk is full" in reason or getattr(error.orig, "sqlstate", None) == DISK_FULL:
            raise StorageFull("storage_full") from error
        raise DatabaseFailure("database_failed", reason=reason) from error
