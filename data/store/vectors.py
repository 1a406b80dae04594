"""Vectors and languages in SQLite: one file per model under `vectors/<fingerprint>/`.

A row is keyed by a hash and holds only numbers, or the language that was told.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.files.folders import write_whole
from models.errors import StoreFailure

_FOLDER, _FILE, _NAME = "vectors", "vectors.sqlite", "model.txt"
_BUSY_MS = 30_000
_KEYS_PER_QUERY = 500


@dataclass(frozen=True)
class StoredVectors:
    """The vectors of one model; `model` is None where an older version stored them.

    `count` is None where the file can't be read.
    """

    path: Path
    fingerprint: str
    model: str | None
    count: int | None


def list_stored(cache_dir: Path) -> tuple[StoredVectors, ...]:
    """Count the vectors that are stored, by model."""
    return tuple(
        StoredVectors(path, path.parent.name, _read_name(path), _count(path))
        for path in sorted((cache_dir / _FOLDER).glob(f"*/{_FILE}"))
    )


class SqliteVectors:
    """A `VectorStore` in one file, which any number of processes may share.

    A damaged file is made anew.

    Parameters
    ----------
    cache_dir : Path
    fingerprint : str
        Of the model; another model has another file.
    model : str
        Its name, written down beside the file.
    """

    def __init__(self, cache_dir: Path, fingerprint: str, model: str) -> None:
        self._path = cache_dir / _FOLDER / fingerprint / _FILE
        self._model = model
        self._is_checked = False

    def find_vectors(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Give the vectors of those keys that are known; see `VectorStore`."""
        return self._find("vector FROM vectors", keys)

    def keep_vectors(self, vectors: Mapping[bytes, bytes]) -> None:
        """Store vectors; see `VectorStore`."""
        self._keep("vectors", vectors)

    def find_languages(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """Give the languages of those keys that are known; see `VectorStore`."""
        return self._find("language FROM languages", keys)

    def keep_languages(self, languages: Mapping[bytes, str]) -> None:
        """Store languages; see `VectorStore`."""
        self._keep("languages", languages)

    def _find(self, what: str, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """Give what stands under those keys that are known; no file is made for it."""
        if not (keys and self._path.exists()):
            return {}
        found: dict[bytes, Any] = {}
        with self._open() as store:
            for start in range(0, len(keys), _KEYS_PER_QUERY):
                part = keys[start : start + _KEYS_PER_QUERY]
                marks = ",".join("?" * len(part))
                found.update(store.execute(f"SELECT key, {what} WHERE key IN ({marks})", part))
        return found

    def _keep(self, table: str, rows: Mapping[bytes, object]) -> None:
        """Store rows in one transaction."""
        if not rows:
            return
        with self._open() as store:
            store.execute("BEGIN IMMEDIATE")
            try:
                store.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows.items())
                store.execute("COMMIT")
            except BaseException:
                if store.in_transaction:  # a full disk has ended it already
                    store.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file, made anew where it is damaged; its troubles become `StoreFailure`."""
        from filelock import FileLock

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock")):
                if _read_name(self._path) != self._model:
                    write_whole(self._path.with_name(_NAME), self._model)
                store = self._connect()
            with contextlib.closing(store):
                yield store
        except sqlite3.Error as error:
            raise StoreFailure("store_failed", path=self._path, reason=str(error)) from error

    def _connect(self) -> sqlite3.Connection:
        try:
            store = _connect(self._path, is_checked=self._is_checked)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            _remove(self._path)  # a damaged cache is worth nothing
            store = _connect(self._path)
        self._is_checked = True
        return store


def _read_name(path: Path) -> str | None:
    """Give the name of the model beside its file."""
    try:
        return path.with_name(_NAME).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _count(path: Path) -> int | None:
    """Count the vectors of a file without changing it; None where it can't be read."""
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as store:
            return int(store.execute("SELECT count(*) FROM vectors").fetchone()[0])
    except sqlite3.Error:
        return None


def _connect(path: Path, *, is_checked: bool = False) -> sqlite3.Connection:
    """Open a file that readers and writers can share; a large one is long in checking."""
    store = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    try:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"
            " WITHOUT ROWID"
        )
        store.execute(
            "CREATE TABLE IF NOT EXISTS languages (key BLOB PRIMARY KEY, language TEXT NOT NULL)"
            " WITHOUT ROWID"
        )
        if is_checked:
            return store
        if store.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
    except sqlite3.Error:
        store.close()
        raise
    return store


def _remove(path: Path) -> None:
    """Remove a file with its side files."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
