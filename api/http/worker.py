"""The one background thread that works the runs off, oldest first."""

import logging
from threading import Thread

from api.http.preview import Preview
from api.http.runs import Run, RunProgress, State
from api.use_cases.propose import PROPOSE
from api.use_cases.use_case import perform
from data.files.documents import format_document
from models.errors import Cancelled, KoalitionError
from models.ports.notes import listening
from models.proposals import Proposal
from models.viewers import ORGANISER

STOP_S = 30.0
"""Seconds that a job gets to hear that the server stops."""

logger = logging.getLogger(__name__)


class Worker:
    """Works runs off until the preview closes.

    Parameters
    ----------
    preview : Preview
    """

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        # Its own, since a late thread must not go on when the preview opens again.
        self._is_stopped = False
        # A daemon, so that a solver deep in its work can't keep the process alive.
        self._thread = Thread(target=self._work, name="koalition-worker", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Say whether runs are being worked off."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Open the preview for runs and begin."""
        self._preview.runs.open()
        self._thread.start()

    def stop(self) -> None:
        """Cancel what runs and waits, and wait for the thread to end."""
        self._is_stopped = True
        self._preview.runs.close()
        self._thread.join(STOP_S)

    def _work(self) -> None:
        """Do one run after the other, until the preview closes."""
        while not self._is_stopped and (run := self._preview.runs.take()) is not None:
            self._do(run)

    def _do(self, run: Run) -> None:
        """Do one run; whatever goes wrong is that run's error and no other's."""
        preview, runs = self._preview, self._preview.runs
        progress = RunProgress(runs, run.id)
        try:
            with listening(lambda note: logger.warning("run %s: %s", run.id, note.en)):
                proposal = perform(PROPOSE, preview.call(ORGANISER, progress), run.order)
            document = _encode(proposal)
        except Cancelled:
            runs.end(run.id, State.CANCELLED)
        except KoalitionError as error:
            runs.end(run.id, State.FAILED, error)
        except Exception:
            logger.exception("run %s broke down", run.id)
            runs.end(run.id, State.FAILED, KoalitionError("internal_error"))
        else:
            runs.finish(run.id, document, proposal.certificate.gap)


def _encode(proposal: Proposal) -> bytes:
    """Write a proposal exactly as the command writes it into its file."""
    return format_document(proposal.to_document()).encode()
