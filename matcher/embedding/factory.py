"""Chooses the model that a setting names."""

from pathlib import Path

from matcher.embedding.bundled import (
    BUNDLED_DIM,
    BUNDLED_MODEL,
    fingerprint_bundled,
    unpack_bundled,
)
from matcher.embedding.described import E5_PREFIXES
from matcher.embedding.transformer import TransformerEmbedder, open_folder, open_hub


def open_model(name: str | None, cache_dir: Path) -> TransformerEmbedder:
    """Open a model; nothing heavy is loaded before its first text.

    Parameters
    ----------
    name : str, optional
        A local folder or a hub name; None for the bundled model. Only a model named here
        is ever fetched from the hub.
    cache_dir : Path
        Where unpacked models lie.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    """
    if name is None:
        return TransformerEmbedder(
            model=BUNDLED_MODEL,
            fingerprint=fingerprint_bundled(cache_dir),
            dim=BUNDLED_DIM,
            prefixes=E5_PREFIXES,
            locate=lambda progress: unpack_bundled(cache_dir, progress),
        )
    folder = Path(name).expanduser()
    return open_folder(folder, folder.resolve().name) if folder.is_dir() else open_hub(name)
