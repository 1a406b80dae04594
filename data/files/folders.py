"""A folder that one run works in, and files that are put in place when they are whole."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from filelock import FileLock, Timeout

from models.errors import Busy

LOCK = ".lock"


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a run's folder, which is made where it is missing.

    Raises
    ------
    Busy
        `run_locked`: another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise Busy("run_locked", path=folder) from error


@contextmanager
def replace_whole(path: Path) -> Iterator[Path]:
    """Give a draft to write beside a file, and put it in place when it is whole.

    Whatever interrupts the writing leaves what was there before, and no draft; an `OSError`
    names the file. A device or a pipe is written as it is, and a link is followed.
    """
    place = path.resolve()
    if place.exists() and not place.is_file() and not place.is_dir():
        yield place
        return
    draft = place.with_name(f".{uuid4().hex}.draft")
    try:
        yield draft
        if place.exists():
            draft.chmod(place.stat().st_mode)
        draft.replace(place)
    except OSError as error:
        if error.filename is None or str(error.filename) == str(draft):
            error.filename, error.filename2 = str(path), None
        raise
    finally:
        with suppress(OSError):
            draft.unlink()


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file whole or not at all, a text as UTF-8 with its line ends as they are."""
    with replace_whole(path) as draft:
        draft.write_bytes(content.encode() if isinstance(content, str) else content)


def write_new_folder(
    out: Path, files: Mapping[str, bytes], insist: Callable[[Path], None] | None = None
) -> None:
    """Write files beside their place, and move them there as a folder when all are whole.

    Parameters
    ----------
    out : Path
        Is not there yet, or empty.
    files : mapping of str to bytes
        By their paths in the folder.
    insist : callable, optional
        Looks at the written folder, and raises where it must not come into place.
    """
    place = out.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".new-", dir=place.parent) as draft:
        folder = Path(draft) / place.name
        folder.mkdir()
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        if insist:
            insist(folder)
        if place.exists():
            place.rmdir()
        folder.replace(place)
