"""The child process that computes: it has no database, and ends with who began it."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from typing import Any

from api.settings import InstallationSettings
from api.worker.tasks import Task, TaskOutcome
from models.errors import KoalitionError
from models.text import Text

NICENESS = 10
TELL_EVERY_S = 0.1
STOPS = (signal.SIGINT, signal.SIGTERM)
"""What a terminal, or whoever ends a group of processes, sends to all of them at once."""


@dataclass(frozen=True)
class Progressed:
    """How far a task has come."""

    stage: str
    done: float
    total: float | None
    gap: float | None


@dataclass(frozen=True)
class Noted:
    """Something worth knowing that happened on the way."""

    text: Text


Message = Progressed | Noted | TaskOutcome | KoalitionError


class Child:
    """A process that does one task after the other; killed, it is made anew at the next.

    Parameters
    ----------
    settings : InstallationSettings
        Name the model that reads words.
    """

    def __init__(self, settings: InstallationSettings) -> None:
        self._settings = settings
        self._context = get_context("spawn")
        self._process: Any = None
        self._pipe: Connection | None = None

    def begin(self, task: Task) -> None:
        """Hand a task over.

        Raises
        ------
        EOFError
            If it is gone.
        """
        if self._pipe is None or not self._process.is_alive():
            self.kill()
            self._pipe, theirs = self._context.Pipe()
            process = self._context.Process(
                target=work_in_child, args=(theirs, self._settings), daemon=True
            )
            with deaf_from_birth():
                process.start()
            self._process = process  # only now has it a number
            theirs.close()
        try:
            self._pipe.send(task)
        except OSError as error:
            raise EOFError from error

    def hear(self, wait_s: float) -> Message | None:
        """Give what it says next; None where it says nothing for so long.

        Raises
        ------
        EOFError
            If it is gone.
        """
        if self._pipe is None:
            raise EOFError
        try:
            return self._pipe.recv() if self._pipe.poll(wait_s) else None
        except (ConnectionError, OSError) as error:
            raise EOFError from error

    def kill(self) -> None:
        """End it at once, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None

    @property
    def pid(self) -> int | None:
        """Give its process's number; None where there is none."""
        process = self._process
        return None if process is None else int(process.pid)


@contextmanager
def deaf_from_birth() -> Iterator[None]:
    """Let a process that is made here hear no stop before it can ignore it.

    One that ends by itself looks like one that broke down, which counts as an attempt.
    """
    resource_tracker.ensure_running()  # making it would undo what follows
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work_in_child(pipe: Connection, settings: InstallationSettings) -> None:
    """Do tasks as they come, until nobody sends any."""
    for stop in STOPS:
        signal.signal(stop, signal.SIG_IGN)  # whoever began it says when to end
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    os.nice(NICENESS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from api.bootstrap import Installation

    installation = Installation(settings)
    while True:
        try:
            task: Task = pipe.recv()
        except EOFError:
            return
        pipe.send(_do(installation, task, pipe))


def _do(installation: Any, task: Task, pipe: Connection) -> TaskOutcome | KoalitionError:
    import logging

    from api.worker.tasks import do_task
    from models.kept_seasons import KeptSeason
    from models.ports.notes import listening
    from models.viewers import ORGANISER

    work = KeptSeason(slug="-", version=0, content=task.content)
    call = installation.call(work, ORGANISER, _Teller(pipe))
    try:
        with listening(lambda note: pipe.send(Noted(note))):
            return do_task(call, task)
    except KoalitionError as error:
        return error
    except Exception:
        logging.getLogger(__name__).exception("a task of kind %s broke down", task.kind)
        return KoalitionError("internal_error")


class _Teller:
    """Progress that is sent to the parent, not too often."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe, self._last, self._gap = pipe, 0.0, None

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Send how far it is, where enough time has passed or the gap is another."""
        now = time.monotonic()
        if now - self._last >= TELL_EVERY_S or gap != self._gap:
            self._last, self._gap = now, gap  # type: ignore[assignment]
            self._pipe.send(Progressed(stage, done, total, gap))

    def is_cancelled(self) -> bool:
        """Never stop: who wants that ends the process."""
        return False


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
