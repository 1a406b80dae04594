"""Runs: what was asked for, how far it has come, and what became of it.

Runs live in memory, the newest ones only. A run is an immutable value that is replaced
under one lock, so that whoever reads one sees it whole.
"""

import secrets
from collections import deque
from dataclasses import dataclass, field, replace
from enum import StrEnum
from threading import Condition
from typing import Any

from api.use_cases.prepare_run import RunOrder
from models.canonical import round_number
from models.errors import Busy, KoalitionError, NotFound

KEPT = 100
WAITING = 20

STAGES: dict[str, tuple[float, float]] = {
    "stage_model": (0.0, 0.1),
    "stage_embedding": (0.1, 0.4),
    "stage_seats": (0.4, 0.45),
    "stage_bounding": (0.45, 0.6),
    "stage_improving": (0.6, 0.7),
    "stage_solving": (0.7, 0.95),
    "stage_explaining": (0.95, 0.99),
}
"""Which part of the whole each stage is; another stage leaves the progress as it is."""


class State(StrEnum):
    """Where a run is; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({State.DONE, State.FAILED, State.CANCELLED})


@dataclass(frozen=True)
class Run:
    """One run as it is now.

    Attributes
    ----------
    progress : float
        In [0, 1]; never falls, and is 1 only when done.
    gap : float, optional
        The proven gap so far.
    error : KoalitionError, optional
        Why it failed.
    proposal : bytes, optional
        The document, once done.
    is_cancel_asked : bool
        Then it ends cancelled, whatever its job still gives.
    """

    id: str
    order: RunOrder
    state: State = State.QUEUED
    progress: float = 0.0
    gap: float | None = None
    error: KoalitionError | None = None
    proposal: bytes | None = field(default=None, repr=False)
    is_cancel_asked: bool = False


class Runs:
    """The newest runs, and the queue of those that wait for the worker.

    Parameters
    ----------
    kept : int
        Runs that are remembered; one that has not ended is never forgotten.
    waiting : int
        Runs that may wait at once.
    """

    def __init__(self, kept: int = KEPT, waiting: int = WAITING) -> None:
        self._kept = kept
        self._waiting = waiting
        self._runs: dict[str, Run] = {}
        self._queue: deque[str] = deque()
        self._changed = Condition()
        self.is_open = True
        """A plain flag, so that a signal's handler may clear it without taking a lock."""

    def add(self, order: RunOrder) -> Run:
        """Put a run at the end of the queue.

        Raises
        ------
        Busy
            `queue_full`, or `server_stopping`.
        """
        with self._changed:
            if not self.is_open:
                raise Busy("server_stopping")
            if len(self._queue) >= self._waiting:
                raise Busy("queue_full", count=len(self._queue))
            run = Run(secrets.token_hex(8), order)
            self._runs[run.id] = run
            self._queue.append(run.id)
            self._forget_oldest()
            self._changed.notify_all()
            return run

    def find(self, run_id: str) -> Run:
        """Give a run as it is now.

        Raises
        ------
        NotFound
            `run_not_found`: never was, or forgotten.
        """
        with self._changed:
            if run_id not in self._runs:
                raise NotFound("run_not_found", name=run_id, kept=self._kept)
            return self._runs[run_id]

    def cancel(self, run_id: str) -> Run:
        """Cancel a queued run, and ask a running one to stop; an ended one stays as it is.

        Raises
        ------
        NotFound
            `run_not_found`.
        """
        with self._changed:
            run = self.find(run_id)
            if run.state is State.QUEUED:
                self._queue.remove(run_id)
                return self._change(run_id, state=State.CANCELLED, is_cancel_asked=True)
            if run.state is State.RUNNING:
                return self._change(run_id, is_cancel_asked=True)
            return run

    def take(self) -> Run | None:
        """Wait for the next run and start it; None once the server stops."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or not self.is_open)
            if not self.is_open:
                return None
            return self._change(self._queue.popleft(), state=State.RUNNING)

    def advance(self, run_id: str, progress: float, gap: float | None) -> None:
        """Note how far a run has come; progress never falls, and a known gap stays."""
        with self._changed:
            run = self._runs[run_id]
            known = run.gap if gap is None else round_number(max(0.0, gap))
            self._change(run_id, progress=max(run.progress, round_number(progress)), gap=known)

    def finish(self, run_id: str, proposal: bytes, gap: float) -> None:
        """End a run with its proposal, or cancelled where that was asked for."""
        with self._changed:
            if self._runs[run_id].is_cancel_asked:
                self._change(run_id, state=State.CANCELLED)
            else:
                self._change(run_id, state=State.DONE, progress=1.0, gap=gap, proposal=proposal)
            self._forget_oldest()

    def end(self, run_id: str, state: State, error: KoalitionError | None = None) -> None:
        """End a run without a proposal."""
        with self._changed:
            self._change(run_id, state=state, error=error)
            self._forget_oldest()

    def open(self) -> None:
        """Take runs (again)."""
        with self._changed:
            self.is_open = True

    def close(self) -> None:
        """Cancel everything and let the worker go."""
        with self._changed:
            self.is_open = False
            for run_id in [run.id for run in self._runs.values() if run.state not in ENDED]:
                self.cancel(run_id)
            self._changed.notify_all()

    def _change(self, run_id: str, **changes: Any) -> Run:
        """Replace a run by a changed one; whoever calls holds the lock."""
        self._runs[run_id] = replace(self._runs[run_id], **changes)
        return self._runs[run_id]

    def _forget_oldest(self) -> None:
        """Forget the oldest ended runs beyond those that are kept."""
        ended = [run.id for run in self._runs.values() if run.state in ENDED]
        for run_id in ended[: max(0, len(self._runs) - self._kept)]:
            del self._runs[run_id]


class RunProgress:
    """Progress of one run: writes into the store and hears its cancellation."""

    def __init__(self, runs: Runs, run_id: str) -> None:
        self._runs = runs
        self._id = run_id

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Note how far a stage has come, as a part of the whole."""
        low, high = STAGES.get(stage, (0.0, 0.0))
        share = min(1.0, max(0.0, done / total)) if total else 0.0
        self._runs.advance(self._id, low + share * (high - low), gap)

    def is_cancelled(self) -> bool:
        """Say whether somebody cancelled the run, or the server stops."""
        return not self._runs.is_open or self._runs.find(self._id).is_cancel_asked
