"""What a use case works on, and later leaves behind: all of it or nothing."""

from typing import Protocol

from models.hosts import Host
from models.people import People
from models.seasons import Season


class UnitOfWork(Protocol):
    """The season at hand.

    A folder that was read is one; a transaction of a store is another, and commits what a
    use case changed.
    """

    @property
    def season(self) -> Season:
        """The season that the call is about."""

    @property
    def people(self) -> People:
        """How to reach the season's actors."""

    @property
    def host(self) -> Host:
        """Who holds the season."""

    @property
    def settings_text(self) -> str:
        """The season's `season.toml` as it is written; empty where there is none."""
