"""Remembers vectors, so that no text is ever read twice by the same model.

One SQLite file per model under `vectors/<fingerprint>/`. A row is keyed by the SHA-256 of
kind and text and holds only numbers, or the language that was told: the texts themselves are
never stored.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from matcher.embedding.port import Embedder, TextKind, Vectors
from models.ports.progress import Progress

_SAVE_EVERY = 64
"""Texts between two saves: what a killed run loses at most."""

_NAME = "model.txt"
_BUSY_MS = 30_000
_KEYS_PER_QUERY = 500
_STORED = np.dtype("<f4")


@dataclass(frozen=True)
class Store:
    """The vectors of one model; `model` is None where an older version stored them.

    `count` is None where the store can't be read.
    """

    path: Path
    fingerprint: str
    model: str | None
    count: int | None


def list_stores(cache_dir: Path) -> tuple[Store, ...]:
    """Count the vectors that are stored, by model."""
    return tuple(
        Store(path, path.parent.name, _read_name(path), _count(path))
        for path in sorted((cache_dir / "vectors").glob("*/vectors.sqlite"))
    )


class CachedEmbedder:
    """An embedder that reads only texts it has not read before.

    Parameters
    ----------
    embedder : Embedder
    cache_dir : Path
    """

    def __init__(self, embedder: Embedder, cache_dir: Path) -> None:
        self._embedder = embedder
        self._path = cache_dir / "vectors" / embedder.fingerprint / "vectors.sqlite"
        self._is_checked = False

    @property
    def model(self) -> str:
        """Name of the model."""
        return self._embedder.model

    @property
    def fingerprint(self) -> str:
        """Hash of the model."""
        return self._embedder.fingerprint

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self._embedder.dim

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        """Read n texts, the unknown ones by the model; see `Embedder.embed`."""
        keys = [key_of(text, kind) for text in texts]
        with self._open() as store:
            known = _find(store, keys, self.dim)
            missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
            order = sorted(missing, key=lambda key: (len(missing[key]), key))
            for start in range(0, len(order), _SAVE_EVERY):
                chunk = order[start : start + _SAVE_EVERY]
                part = _Part(progress, start, len(order))
                vectors = self._embedder.embed([missing[key] for key in chunk], kind, part)
                found = dict(zip(chunk, vectors, strict=True))
                _save(store, found)
                known.update(found)
        if not keys:
            return np.zeros((0, self.dim), dtype=np.float32)
        return np.stack([known[key] for key in keys]).astype(np.float32)

    def knows(self, texts: Sequence[str], kind: TextKind) -> bool:
        """Say whether every text has been read before."""
        keys = [key_of(text, kind) for text in texts]
        if not self._path.exists():
            return not keys
        with self._open() as store:
            return set(keys) <= _find(store, keys, self.dim).keys()

    def recall_languages(
        self, texts: Sequence[str], teller: str, tell: Callable[[str], str]
    ) -> tuple[str, ...]:
        """Give the language of each text, told only for those that are unknown.

        Parameters
        ----------
        teller : str
            Changes whenever `tell` might tell otherwise.
        tell : callable
        """
        keys = [_hash(f"{teller}:{text}") for text in texts]
        with self._open() as store:
            known = dict(_select(store, "language FROM languages", keys))
            missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
            told = {key: tell(text) for key, text in missing.items()}
            if told:
                _insert(store, "languages", list(told.items()))
        return tuple(known.get(key) or told[key] for key in keys)

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the store, made anew where it can't be read."""
        from filelock import FileLock

        self._path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._path.with_suffix(".lock")):
            if _read_name(self._path) != self.model:
                self._path.with_name(_NAME).write_text(self.model, encoding="utf-8")
            try:
                store = _connect(self._path, is_checked=self._is_checked)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                _remove(self._path)  # a damaged cache is worth nothing
                store = _connect(self._path)
        self._is_checked = True
        with contextlib.closing(store):
            yield store


def key_of(text: str, kind: TextKind) -> bytes:
    """Give the key of a text: SHA-256 of its kind and its words."""
    return _hash(f"{kind.value}:{text}")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _read_name(path: Path) -> str | None:
    """Give the name of the model beside its store."""
    try:
        return path.with_name(_NAME).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _count(path: Path) -> int | None:
    """Count the vectors of a store without changing it; None where it can't be read."""
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as store:
            return int(store.execute("SELECT count(*) FROM vectors").fetchone()[0])
    except sqlite3.Error:
        return None


def _connect(path: Path, *, is_checked: bool = False) -> sqlite3.Connection:
    """Open a store that readers and writers can share; a large one is long in checking."""
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
    """Remove a store with its side files."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _find(store: sqlite3.Connection, keys: Sequence[bytes], dim: int) -> dict[bytes, Vectors]:
    """Give the stored vectors of those keys that are known."""
    found: dict[bytes, Vectors] = {}
    for key, stored in _select(store, "vector FROM vectors", keys):
        vector = np.frombuffer(stored, dtype=_STORED)
        if vector.shape == (dim,):
            found[key] = vector
    return found


def _select(
    store: sqlite3.Connection, what: str, keys: Sequence[bytes]
) -> Iterator[tuple[bytes, Any]]:
    """Give what stands under those keys that are known."""
    for start in range(0, len(keys), _KEYS_PER_QUERY):
        part = keys[start : start + _KEYS_PER_QUERY]
        marks = ",".join("?" * len(part))
        yield from store.execute(f"SELECT key, {what} WHERE key IN ({marks})", part)


def _save(store: sqlite3.Connection, found: dict[bytes, Vectors]) -> None:
    """Store vectors."""
    rows = [(key, vector.astype(_STORED).tobytes()) for key, vector in found.items()]
    _insert(store, "vectors", rows)


def _insert(store: sqlite3.Connection, table: str, rows: Sequence[tuple[bytes, object]]) -> None:
    """Store rows in one transaction."""
    store.execute("BEGIN IMMEDIATE")
    try:
        store.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
        store.execute("COMMIT")
    except BaseException:
        store.execute("ROLLBACK")
        raise


class _Part:
    """Progress of one chunk as progress of the whole."""

    def __init__(self, whole: Progress, start: int, total: int) -> None:
        self._whole = whole
        self._start = start
        self._total = total

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        if stage == "stage_embedding":
            self._whole.report(stage, self._start + done, self._total, gap)
        else:
            self._whole.report(stage, done, total, gap)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()
