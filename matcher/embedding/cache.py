"""Remembers vectors, so that no text is ever read twice by the same model."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from matcher.embedding.port import Embedder, TextKind, Vectors
from models.ports.progress import Progress
from models.ports.vectors import VectorStore

_SAVE_EVERY = 64
"""Texts between two saves: what a killed run loses at most."""

_STORED = np.dtype("<f4")


class CachedEmbedder:
    """An embedder that reads only texts it has not read before.

    Parameters
    ----------
    embedder : Embedder
    store : VectorStore
        Of this embedder's vectors alone; it never sees a text, only its hash.
    """

    def __init__(self, embedder: Embedder, store: VectorStore) -> None:
        self._embedder = embedder
        self._store = store

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
        keys = [hash_text(text, kind) for text in texts]
        known = self._find(keys)
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
        order = sorted(missing, key=lambda key: (len(missing[key]), key))
        for start in range(0, len(order), _SAVE_EVERY):
            chunk = order[start : start + _SAVE_EVERY]
            part = _Part(progress, start, len(order))
            vectors = self._embedder.embed([missing[key] for key in chunk], kind, part)
            found = dict(zip(chunk, vectors, strict=True))
            self._store.keep_vectors(
                {key: vector.astype(_STORED).tobytes() for key, vector in found.items()}
            )
            known.update(found)
        if not keys:
            return np.zeros((0, self.dim), dtype=np.float32)
        return np.stack([known[key] for key in keys]).astype(np.float32)

    def knows(self, texts: Sequence[str], kind: TextKind) -> bool:
        """Say whether every text has been read before."""
        keys = [hash_text(text, kind) for text in texts]
        return set(keys) <= self._find(keys).keys()

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
        known = self._store.find_languages(keys)
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
        told = {key: tell(text) for key, text in missing.items()}
        self._store.keep_languages(told)
        return tuple(known.get(key) or told[key] for key in keys)

    def _find(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """Give the stored vectors of those keys that are known and of the right length."""
        return {
            key: np.frombuffer(numbers, dtype=_STORED)
            for key, numbers in self._store.find_vectors(keys).items()
            if len(numbers) == self.dim * _STORED.itemsize
        }


def hash_text(text: str, kind: TextKind) -> bytes:
    """Give the key of a text: SHA-256 of its kind and its words."""
    return _hash(f"{kind.value}:{text}")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


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
