"""The words of seasons: read with the installation's model, and remembered by a server."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from api.use_cases.call import Words
from models.errors import Cancelled
from models.people import People
from models.ports.progress import Progress
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.embedding.cache import CachedEmbedder
    from matcher.embedding.reading import Reading
    from matcher.suggest import Matchmaker

LOOK_S = 0.1
"""Seconds between two looks at the progress while somebody else reads."""


class InstalledWords:
    """Reads words with a model; remembers the last season that it read whole.

    Parameters
    ----------
    open_embedder : callable
        Opens the model, with its vectors cached.
    """

    def __init__(self, open_embedder: "Callable[[], CachedEmbedder]") -> None:
        self._open = open_embedder
        self._last: tuple[Season, Reading] | None = None

    def read(self, season: Season, progress: Progress, *, with_offers: bool = True) -> "Reading":
        """Read a season's words, whole or without its offers."""
        if self._last is not None and self._last[0] is season:
            return self._last[1]
        from matcher.embedding.reading import read_words

        reading = read_words(season, self._open(), progress, with_offers=with_offers)
        if with_offers:
            self._last = season, reading
        return reading

    def open_matchmaker(self, season: Season, people: People, progress: Progress) -> "Matchmaker":
        """Give who suggests partners; only what that needs is read, which is quicker."""
        from matcher.embedding.reading import read_partners
        from matcher.suggest import Matchmaker

        if self._last is not None and self._last[0] is season:
            return Matchmaker(season, self._last[1], people)
        return Matchmaker(season, read_partners(season, self._open(), progress), people)

    def open_embedder(self) -> "CachedEmbedder":
        """Open the model."""
        return self._open()


class WarmWords:
    """Reads a season's words once, whoever asks first; one that failed is tried again.

    Only the season that was asked for last is remembered.

    Parameters
    ----------
    words : Words
        Reads them, with the model that the installation names.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._reading_lock, self._aligning = Lock(), Lock()
        self._last: tuple[Season, Reading] | None = None
        self._opened: tuple[Season, People, Matchmaker] | None = None

    def read(self, season: Season, progress: Progress, *, with_offers: bool = True) -> "Reading":
        """Give the whole reading, waiting for it where somebody else is at it.

        Raises
        ------
        ModelMissing
            If the model is not at hand.
        Cancelled
            If `progress` asks to stop.
        """
        if (known := self._recall(season)) is not None:
            return known
        while not self._reading_lock.acquire(timeout=LOOK_S):
            if progress.is_cancelled():
                raise Cancelled("cancelled")
        try:
            if (known := self._recall(season)) is None:
                known = self._words.read(season, progress)
                self._last = season, known
            return known
        finally:
            self._reading_lock.release()

    def _recall(self, season: Season) -> "Reading | None":
        """Give what was read of this very season, if it was the last one."""
        last = self._last
        return last[1] if last is not None and last[0] is season else None

    def open_matchmaker(self, season: Season, people: People, progress: Progress) -> "Matchmaker":
        """Give who suggests partners; it is made at the first need, and then remembered."""
        reading = self.read(season, progress)
        with self._aligning:
            opened = self._opened
            if opened is None or opened[0] is not season or opened[1] is not people:
                from matcher.suggest import Matchmaker

                opened = self._opened = season, people, Matchmaker(season, reading, people)
            return opened[2]

    def open_embedder(self) -> "CachedEmbedder":
        """Open the model."""
        return self._words.open_embedder()
