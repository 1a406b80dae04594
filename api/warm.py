"""Seasons that were asked for lately, kept in memory with what was made of them."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from api.use_cases.call import Words
from api.words import WarmWords
from models.errors import NotFound
from models.hosts import Host
from models.kept_seasons import KeptSeason
from models.people import People
from models.season_places import SeasonPlace
from models.seasons import Season

if TYPE_CHECKING:
    from data.store.transaction import Transaction

MOST = 8
"""Seasons that are kept."""


class LazySeason:
    """The unit of work of a call in a store: the season, read when it is needed."""

    def __init__(self, read: Callable[[], KeptSeason]) -> None:
        self._read = read

    @property
    def season(self) -> Season:
        """The season that the call is about."""
        return self._read().season

    @property
    def people(self) -> People:
        """How to reach the season's actors."""
        return self._read().people

    @property
    def host(self) -> Host:
        """Who holds the season."""
        return self._read().host

    @property
    def settings_text(self) -> str:
        """The season's `season.toml` as it is written."""
        return self._read().settings_text


class Warm(WarmWords):
    """Keeps seasons by version, so that each is read once; and reads their words once.

    Parameters
    ----------
    words : Words
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._kept: OrderedDict[tuple[str, int], KeptSeason] = OrderedDict()
        self._keeping = Lock()

    def open(self, place: SeasonPlace, transaction: "Transaction") -> LazySeason:
        """Give a season that is read when it is needed, in this transaction."""
        return LazySeason(lambda: self.keep(place, transaction))

    def keep(self, place: SeasonPlace, transaction: "Transaction") -> KeptSeason:
        """Give a season as it is at its version.

        Raises
        ------
        NotFound
            `not_found`.
        """
        key = place.id, place.version
        with self._keeping:
            if (known := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return known
            found = transaction.seasons.find(place.id)
            if found is None:
                raise NotFound("not_found")
            if found.version == place.version:
                self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return found
