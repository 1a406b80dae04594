"""What a sentence-transformers folder says of itself, read without loading the model."""

import hashlib
import json
from pathlib import Path

from matcher.embedding.bundled import hash_file
from matcher.embedding.port import TextKind
from models.errors import ModelMissing

NO_PREFIXES = {TextKind.QUERY: "", TextKind.PASSAGE: ""}
E5_PREFIXES = {TextKind.QUERY: "query: ", TextKind.PASSAGE: "passage: "}
_PROMPT_NAMES = {
    TextKind.QUERY: ("query",),
    TextKind.PASSAGE: ("document", "passage", "corpus"),
}
"""The names that sentence-transformers itself looks for, in its order."""


def fingerprint_folder(folder: Path) -> str:
    """Hash names and contents of a model's files, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name}:{hash_file(path)}\n".encode())
    return digest.hexdigest()


def read_prefixes(folder: Path) -> dict[TextKind, str] | None:
    """Give what a model says that it wants before a text; None where it says nothing."""
    settings = _read_json(folder / "config_sentence_transformers.json")
    prompts = settings.get("prompts") if isinstance(settings, dict) else None
    if not isinstance(prompts, dict):
        return None
    found = {
        kind: next((str(prompts[name]) for name in names if prompts.get(name)), "")
        for kind, names in _PROMPT_NAMES.items()
    }
    return found if any(found.values()) else None


def choose_prefixes(folder: Path, name: str) -> dict[TextKind, str]:
    """Give what goes before a text: what the model says, else what its name tells.

    Models of the E5 family want prefixes and mostly don't say so.
    """
    by_name = E5_PREFIXES if "e5" in name.rsplit("/", 1)[-1].lower() else NO_PREFIXES
    return read_prefixes(folder) or by_name


def read_dim(folder: Path) -> int:
    """Read the length of a model's vectors from its settings.

    Raises
    ------
    ModelMissing
        `model_no_folder`: the folder is no sentence-transformers model.
    """
    modules = _read_json(folder / "modules.json")
    paths = [
        folder / str(module["path"])
        for module in (modules if isinstance(modules, list) else [])
        if isinstance(module, dict) and "path" in module
    ]
    for path in reversed(paths):
        settings = _read_json(path / "config.json")
        for key in ("out_features", "word_embedding_dimension", "embedding_dimension"):
            if isinstance(settings, dict) and key in settings:
                return int(settings[key])
    settings = _read_json(folder / "config.json")
    if isinstance(settings, dict) and "hidden_size" in settings:
        return int(settings["hidden_size"])
    width = next((width for path in paths if (width := _read_table_width(path))), None)
    if width is None:
        raise ModelMissing("model_no_folder", name=folder)
    return width


def _read_table_width(folder: Path) -> int | None:
    """Give the width of a static table of word vectors, which has no settings."""
    try:
        with (folder / "model.safetensors").open("rb") as file:
            header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        return int(header["embedding.weight"]["shape"][1])
    except (OSError, ValueError, KeyError, TypeError, IndexError, MemoryError, OverflowError):
        return None


def _read_json(path: Path) -> object:
    """Read a settings file; None where there is none."""
    try:
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content
