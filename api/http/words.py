"""The season's words, read at the first need and then remembered."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from models.errors import Cancelled
from models.ports.progress import Progress

if TYPE_CHECKING:
    from matcher.embedding.reading import Reading

ReadWords: TypeAlias = "Callable[[Progress], Reading]"

LOOK_S = 0.1
"""Seconds between two looks at the progress while somebody else reads."""


class Words:
    """Reads the words once, whoever asks first; a reading that failed is tried again.

    Parameters
    ----------
    read : callable
        Reads them, with the model that the installation names.
    """

    def __init__(self, read: ReadWords) -> None:
        self._read = read
        self._lock = Lock()
        self._reading: Reading | None = None

    def get(self, progress: Progress) -> "Reading":
        """Give the reading, waiting for it where somebody else is at it.

        Raises
        ------
        ModelMissing
            If the model is not at hand.
        Cancelled
            If `progress` asks to stop.
        """
        if self._reading is not None:
            return self._reading
        while not self._lock.acquire(timeout=LOOK_S):
            if progress.is_cancelled():
                raise Cancelled("cancelled")
        try:
            if self._reading is None:
                self._reading = self._read(progress)
            return self._reading
        finally:
            self._lock.release()
