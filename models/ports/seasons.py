"""What keeping seasons asks of a store."""

from typing import Protocol

from models.kept_seasons import KeptSeason, ListedSeason, SeasonContent


class Seasons(Protocol):
    """The seasons of a store, in one transaction.

    Each method raises `DatabaseFailure` where the database can't be reached.
    """

    def list_all(self) -> tuple[ListedSeason, ...]:
        """List every season by its slug."""

    def find(self, slug: str) -> KeptSeason | None:
        """Read a season whole; None where there is none of this slug."""

    def get(self, slug: str) -> KeptSeason:
        """Read a season whole, or raise `NotFound`."""

    def add(self, slug: str, content: SeasonContent) -> KeptSeason:
        """Keep a new season, or raise `WrongState` where there is one of this slug."""

    def replace(self, slug: str, version: int, content: SeasonContent) -> KeptSeason:
        """Keep another content, or raise `WrongState` where the season moved on."""
