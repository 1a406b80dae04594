"""Any sentence-transformers model: a hub name, a local folder, or the bundled one."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from matcher.embedding.bundled import hash_file
from matcher.embedding.port import TextKind, Vectors
from models.errors import Cancelled, ModelMissing
from models.ports import Progress

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_CHUNK = 8
"""Texts between two looks at the progress."""

_UNUSED_FILES = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.tflite"]


@dataclass
class TransformerEmbedder:
    """A sentence-transformers model behind the port.

    Texts are read one by one, shortest first: a vector then depends on its text alone,
    to the last bit, whatever else was read or already known. Batches would be a third
    faster and change the seventh decimal with their company.

    Parameters
    ----------
    model : str
        Name for people.
    fingerprint : str
        Hash of the model's files.
    dim : int
        Length of a vector.
    locate : callable
        Gives the model's folder, making it first where needed.
    """

    model: str
    fingerprint: str
    dim: int
    locate: Callable[[Progress], Path]
    _loaded: "SentenceTransformer | None" = field(default=None, init=False, repr=False)

    @cached_property
    def prefixes(self) -> dict[TextKind, str]:
        """What the model wants before a text of each kind."""
        if "e5" in self.model.rsplit("/", 1)[-1].lower():
            return {TextKind.QUERY: "query: ", TextKind.PASSAGE: "passage: "}
        return {TextKind.QUERY: "", TextKind.PASSAGE: ""}

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        """Read n texts; see `Embedder.embed`."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
        prefix = self.prefixes[kind]
        for start in range(0, len(texts), _CHUNK):
            if progress.is_cancelled():
                raise Cancelled("embedding_cancelled", done=start, total=len(texts))
            progress.report("stage_embedding", start, len(texts))
            chunk = order[start : start + _CHUNK]
            vectors[chunk] = self._load(progress).encode(
                [prefix + texts[i] for i in chunk],
                batch_size=1,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        if len(texts):
            progress.report("stage_embedding", len(texts), len(texts))
        return vectors

    def _load(self, progress: Progress) -> "SentenceTransformer":
        """Load the model at the first use."""
        if self._loaded is None:
            folder = self.locate(progress)
            with _quiet():
                from sentence_transformers import SentenceTransformer

                self._loaded = SentenceTransformer(
                    str(folder), device="cpu", local_files_only=True
                ).eval()
        return self._loaded


def open_folder(folder: Path, name: str) -> TransformerEmbedder:
    """Open a local model by its folder; its fingerprint hashes every file."""
    return TransformerEmbedder(
        model=name,
        fingerprint=fingerprint_folder(folder),
        dim=read_dim(folder),
        locate=lambda progress: folder,
    )


def open_hub(name: str) -> TransformerEmbedder:
    """Open a model that the user named: from the hub's local cache, else from the hub.

    Raises
    ------
    ModelMissing
        `model_not_found`: neither found nor fetched.
    """
    folder = _find_snapshot(name, only_local=True) or _find_snapshot(name, only_local=False)
    if folder is None:
        raise ModelMissing("model_not_found", name=name)
    return TransformerEmbedder(
        model=name,
        fingerprint=hashlib.sha256(f"{name}@{folder.name}".encode()).hexdigest(),
        dim=read_dim(folder),
        locate=lambda progress: folder,
    )


def _find_snapshot(name: str, *, only_local: bool) -> Path | None:
    """Find a hub model's folder, which is named by its revision; None where there is none."""
    from huggingface_hub import snapshot_download

    try:
        return Path(
            snapshot_download(name, local_files_only=only_local, ignore_patterns=_UNUSED_FILES)
        )
    except (OSError, ValueError):
        return None


def fingerprint_folder(folder: Path) -> str:
    """Hash names and contents of a model's files, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name}:{hash_file(path)}\n".encode())
    return digest.hexdigest()


def read_dim(folder: Path) -> int:
    """Read the length of a model's vectors from its settings, without loading it.

    Raises
    ------
    ModelMissing
        `model_not_found`: the folder is no sentence-transformers model.
    """
    modules = _read_json(folder / "modules.json")
    if not isinstance(modules, list):
        modules = []
    for module in reversed(modules):
        settings = _read_json(folder / str(module["path"]) / "config.json")
        for key in ("out_features", "word_embedding_dimension", "embedding_dimension"):
            if isinstance(settings, dict) and key in settings:
                return int(settings[key])
    settings = _read_json(folder / "config.json")
    if not isinstance(settings, dict) or "hidden_size" not in settings:
        raise ModelMissing("model_not_found", name=folder.name)
    return int(settings["hidden_size"])


def _read_json(path: Path) -> object:
    """Read a settings file; None where there is none."""
    try:
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' own bars and notices off the terminal while loading."""
    from transformers.utils import logging

    level = logging.get_verbosity()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        logging.set_verbosity(level)
