"""A folder that one run works in, and files that are put in place when they are whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    """Give a draft to write, and put it in place when it is whole."""
    draft = path.with_name(f"{path.name}.draft")
    yield draft
    draft.replace(path)
