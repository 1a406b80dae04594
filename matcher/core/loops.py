"""Loops that become machine code: how they are compiled, where that lies, and when.

Compiling takes a minute or two, once in an installation. It is done by rehearsals, which
call every loop of a part (`optimise`, `meetings`) once, before any clock of a run starts.
The code lies beside the package where that may be written, else under
`KOALITION_CACHE_DIR`; `NUMBA_CACHE_DIR` overrides both.

Numba asks only whether the file of a loop has changed, not what that calls or which
constants it takes from elsewhere, and notes code before it is written. So every state of the
sources has a folder of its own: code of another one, or of a run that was interrupted, is
never taken for this one's. Code that was spoilt on disk is compiled anew:
see `whole_files`.
"""

import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import Any

import numba
import numpy as np
from filelock import FileLock, Timeout
from llvmlite import binding
from numba.core import event as numba_events
from platformdirs import user_cache_path

from matcher.core.whole_files import drop_spoilt, keep_whole
from models.ports.progress import Progress

ROOT = Path(__file__).resolve().parents[1]
MARKS = (b"\n@compiled(", b"\n@inner(", b"\n@loop(", b"@" + b"overload(", b"import loop\n")
"""One of these stands in every file that has loops."""
CONSTANTS = ("criteria/term.py",)
"""Files without loops from which loops take constants."""
COMPILING = "numba:compile"

_config: Any = numba.config
_events: Any = numba_events

FOREIGN = ("koalition.shapes", "koalition.rows")
"""Entry points whose packages bring loops."""

LOOPS: list[Any] = []
"""All that were imported."""
_ready: set[str] = set()
_rehearsing: set[str] = set()
_locks: dict[str, Any] = {}
"""By part; who holds one is the only thread to ask or change the part in the sets above."""


def loop(**options: Any) -> Callable[[Callable[..., Any]], Any]:
    """Compile a function when it is first called, and keep the code.

    Parameters
    ----------
    **options
        Of `numba.njit`.
    """

    def decorate(function: Callable[..., Any]) -> Any:
        folder = find_folder()
        if folder is None:
            LOOPS.append(numba.njit(**options)(function))
            return LOOPS[-1]
        before = _config.CACHE_DIR
        _config.CACHE_DIR = str(folder / part_of(function))
        try:
            LOOPS.append(numba.njit(cache=True, **options)(function))
            keep_whole(LOOPS[-1])
        finally:
            _config.CACHE_DIR = before
        return LOOPS[-1]

    return decorate


def part_of(function: Callable[..., Any]) -> str:
    """Give the part that a loop belongs to: its package in the engine, or `outside`."""
    package, *inner = function.__module__.split(".")
    return inner[0] if package == ROOT.name and inner else "outside"


def list_sources() -> list[Path]:
    """List the files that have loops, or constants of theirs."""
    marked = {p for p in ROOT.rglob("*.py") if any(m in p.read_bytes() for m in MARKS)}
    return sorted({*marked, *(ROOT / name for name in CONSTANTS if (ROOT / name).exists())})


@cache
def find_folder() -> Path | None:
    """Find where the code of this state of the sources lies; None where nothing may be written."""
    name, stated = f"loops-{_fingerprint()}", _config.CACHE_DIR
    beside = ROOT / "__pycache__"
    for base in [Path(stated)] if stated else [beside, _own_folder()]:
        if _can_write(base / name):
            if not stated:
                _take_over(beside / name, base / name)
            return base / name
    return None


def _own_folder() -> Path:
    """Give the user's own folder; loops are imported before there are any settings."""
    return Path(os.environ.get("KOALITION_CACHE_DIR") or user_cache_path("koalition"))


def _fingerprint() -> str:
    """Give a name to the sources and to what compiles them."""
    known = hashlib.sha256()
    for text in (
        numba.__version__,
        np.__version__,
        platform.python_version(),
        binding.get_host_cpu_name(),
    ):
        known.update(f"{text}\n".encode())
    for path in list_sources():
        known.update(str(path.relative_to(ROOT)).encode() + b"\n" + path.read_bytes())
    for path in _list_foreign():
        known.update(str(path).encode() + b"\n" + path.read_bytes())
    return known.hexdigest()[:16]


def _list_foreign() -> list[Path]:
    """List the files of other packages that bring loops, which become part of ours."""
    points = [point for group in FOREIGN for point in entry_points(group=group)]
    specs = [find_spec(module) for module in sorted({point.module for point in points})]
    return [Path(spec.origin) for spec in specs if spec is not None and spec.origin is not None]


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


def _take_over(warm: Path, folder: Path) -> None:
    """Copy what an installation has compiled that may not be written to, whole or not at all."""
    if warm == folder or not any(warm.glob("*.done")) or any(folder.iterdir()):
        return
    draft = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        shutil.copytree(warm, draft, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.lock"))
        draft.replace(folder)
    except OSError:  # another process was faster, or pruned what is copied
        shutil.rmtree(draft)


def make_ready(
    part: str, rehearse: Callable[[], None], progress: Progress, *, again: bool = False
) -> None:
    """Compile the loops of a part, unless that was done before in this installation.

    Parameters
    ----------
    part : str
        As `part_of` names it.
    rehearse : callable
        Calls every loop of the part.
    progress : Progress
        Hears `stage_compiling_` and the part, with the loops done of all.
    again : bool
        Rehearse even so, which finds and mends what is missing.
    """
    with _locks.setdefault(part, RLock()):
        if part in _rehearsing or (part in _ready and not again):
            return
        _rehearsing.add(part)
        try:
            _make_ready(part, lambda: _rehearse(part, rehearse, progress), again)
            _ready.add(part)
        finally:
            _rehearsing.discard(part)


def _make_ready(part: str, rehearse: Callable[[], None], again: bool) -> None:
    """Rehearse a part unless all its code is on disk and sound, one process at a time."""
    folder = find_folder()
    if folder is None:
        rehearse()
        return
    done = folder / f"{part}.done"
    if [path for path in folder.joinpath(part).rglob("*.nb?") if drop_spoilt(path)]:
        done.unlink(missing_ok=True)
    if done.exists() and not again:
        return
    with FileLock(folder / f"{part}.lock"):
        if again or not done.exists():
            _compile(folder / part, done, rehearse)


def _compile(folder: Path, done: Path, rehearse: Callable[[], None]) -> None:
    """Rehearse, and note that this is done once all code is safely on disk."""
    rehearse()
    for path in [*folder.rglob("*.tmp.*")]:
        path.unlink(missing_ok=True)  # of runs that were interrupted
    for path in folder.rglob("*.nb?"):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    done.touch()
    if folder.parent.parent == ROOT / "__pycache__":
        for old in folder.parent.parent.glob("loops-*"):
            if old != folder.parent:
                _prune(old)


def _prune(folder: Path) -> None:
    """Remove the code of other sources, unless a process compiles it now."""
    with ExitStack() as held, suppress(Timeout):
        for path in folder.glob("*.lock"):
            held.enter_context(FileLock(path, timeout=0))
        shutil.rmtree(folder, ignore_errors=True)


def _rehearse(part: str, rehearse: Callable[[], None], progress: Progress) -> None:
    with _telling(part, progress):
        rehearse()


@contextmanager
def _telling(part: str, progress: Progress) -> Iterator[None]:
    """Tell of every loop of a part that is compiled."""
    own = [each for each in LOOPS if part_of(each.py_func) == part]

    class Told(numba_events.Listener):
        def __init__(self) -> None:
            self.done: set[int] = set()

        def on_start(self, event: Any) -> None:
            """Wait for its end."""

        def on_end(self, event: Any) -> None:
            which = next((i for i, x in enumerate(own) if x is event.data["dispatcher"]), None)
            if which is not None and which not in self.done:
                self.done.add(which)
                progress.report(f"stage_compiling_{part}", len(self.done), len(own))

    told = Told()
    _events.register(COMPILING, told)
    try:
        yield
    finally:
        _events.unregister(COMPILING, told)
