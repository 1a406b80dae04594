"""Embedders whose vectors are remembered in a folder."""

from pathlib import Path

from api.bootstrap import Installation
from api.settings import InstallationSettings
from data.store.vectors import SqliteVectors
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.port import Embedder


def remember(embedder: Embedder, folder: Path) -> CachedEmbedder:
    """Give an embedder that finds again what was read into the folder."""
    store = SqliteVectors(folder, embedder.fingerprint, embedder.model)
    return CachedEmbedder(embedder, store)


def open_remembered(folder: Path, model: str | None = None) -> CachedEmbedder:
    """Open a model as an installation with its cache in the folder does."""
    settings = InstallationSettings(cache_dir=folder, embedding_model=model)
    return Installation(settings).open_embedder()
