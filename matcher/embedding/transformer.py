"""Any sentence-transformers model: a hub name, a local folder, or the bundled one."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from matcher.embedding.described import choose_prefixes, fingerprint_folder, read_dim
from matcher.embedding.port import TextKind, Vectors
from models.errors import Cancelled, ModelMissing
from models.ports.progress import Progress

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
        Hash of the model's files, and of what it gets before a text.
    dim : int
        Length of a vector.
    prefixes : mapping
        What goes before a text of each kind.
    locate : callable
        Gives the model's folder, making it first where needed.
    """

    model: str
    fingerprint: str
    dim: int
    prefixes: Mapping[TextKind, str]
    locate: Callable[[Progress], Path]
    _loaded: "SentenceTransformer | None" = field(default=None, init=False, repr=False)

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

    def count_tokens(self, texts: Sequence[str], progress: Progress) -> list[int]:
        """Give how many tokens the model makes of each text, uncut."""
        tokenizer = self._load(progress).tokenizer
        return [len(tokenizer.encode(text)) for text in texts]

    def find_limit(self, progress: Progress) -> int | None:
        """Give the tokens after which the model stops reading; None where it never does."""
        limit = self._load(progress).max_seq_length
        return int(limit) if limit is not None and np.isfinite(limit) else None

    def _load(self, progress: Progress) -> "SentenceTransformer":
        """Load the model at the first use.

        Whatever the libraries raise at a damaged or unfit folder means the same to people.
        """
        if self._loaded is None:
            folder = self.locate(progress)
            with _quiet():
                from sentence_transformers import SentenceTransformer

                try:
                    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
                    width = model.encode(["a"], show_progress_bar=False).shape[1]
                except Exception as error:
                    reason = str(error).strip().split("\n")[0] or type(error).__name__
                    raise ModelMissing(
                        "model_unreadable", name=self.model, reason=reason
                    ) from error
            if width != self.dim:
                reason = f"{width} ≠ {self.dim}"
                raise ModelMissing("model_unreadable", name=self.model, reason=reason)
            model.default_prompt_name = None  # what goes before a text is put there above
            self._loaded = model.eval()
        return self._loaded


def open_folder(folder: Path, name: str) -> TransformerEmbedder:
    """Open a local model by its folder; its fingerprint hashes every file.

    Raises
    ------
    ModelMissing
        `model_no_folder`: the folder is no sentence-transformers model.
    """
    return _open(folder, name, read_dim(folder), fingerprint_folder(folder))


def open_hub(name: str) -> TransformerEmbedder:
    """Open a model that the user named: from the hub's local cache, else from the hub.

    Raises
    ------
    ModelMissing
        `model_not_found`: neither found nor fetched.
    """
    folder = find_snapshot(name, only_local=True) or find_snapshot(name, only_local=False)
    if folder is None:
        raise ModelMissing("model_not_found", name=name)
    return _open(folder, name, read_dim(folder), f"{name}@{folder.name}")


def _open(folder: Path, name: str, dim: int, identity: str) -> TransformerEmbedder:
    """Open a folder; other prefixes would give other vectors, so they count as well."""
    prefixes = choose_prefixes(folder, name)
    told = "\n".join((identity, *(f"{kind}={prefixes[kind]}" for kind in TextKind)))
    return TransformerEmbedder(
        model=name,
        fingerprint=hashlib.sha256(told.encode()).hexdigest(),
        dim=dim,
        prefixes=prefixes,
        locate=lambda progress: folder,
    )


def find_snapshot(name: str, *, only_local: bool) -> Path | None:
    """Find a hub model's folder, which is named by its revision; None where there is none."""
    from huggingface_hub import snapshot_download

    try:
        return Path(
            snapshot_download(name, local_files_only=only_local, ignore_patterns=_UNUSED_FILES)
        )
    except (OSError, ValueError):
        return None


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
