"""A small embedder for tests: near where words are shared, and always the same."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from matcher.embedding.port import TextKind, Vectors
from models.ports.progress import Progress


class WordEmbedder:
    """Adds a fixed random vector for each word; questions lie a fixed step from passages."""

    model, fingerprint, dim = "words", "words-1", 48

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        vectors = np.stack([self._vector(text, kind) for text in texts]).astype(np.float32)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _vector(self, text: str, kind: TextKind) -> Vectors:
        words = re.findall(r"\w+", text.casefold())
        parts = [_draw(word, self.dim) for word in words] + [3 * _draw(f"<{kind}>", self.dim)]
        total: Vectors = np.sum(parts, axis=0)
        return total


def _draw(word: str, dim: int) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).normal(size=dim).astype(np.float32)


class WideEmbedder(WordEmbedder):
    """The same in so many dimensions that unlike words are hardly alike by chance."""

    fingerprint, dim = "words-wide", 512
