"""Embedders whose vectors are remembered in a folder."""

from pathlib import Path

from data.store.vectors import SqliteVectors
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.port import Embedder


def remember(embedder: Embedder, folder: Path) -> CachedEmbedder:
    """Give an embedder that finds again what was read into the folder."""
    store = SqliteVectors(folder, embedder.fingerprint, embedder.model)
    return CachedEmbedder(embedder, store)
