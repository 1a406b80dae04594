"""A folder that one run works in, and files that are put in place when they are whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
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
