"""What a use case has at hand when it is asked for something."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from models.boards import KeptBoard
from models.callers import LOCAL, Caller
from models.errors import NotFound, WrongState
from models.kept_seasons import SeasonContent
from models.people import People
from models.ports.files import Files
from models.ports.progress import Progress, Silence
from models.ports.unit_of_work import UnitOfWork
from models.proposals import Settings
from models.scores import CoalitionMembers
from models.season_places import SeasonPlace, Target
from models.seasons import Season
from models.viewers import Viewer

if TYPE_CHECKING:
    from data.store.transaction import Transaction
    from matcher.board import Board
    from matcher.embedding.cache import CachedEmbedder
    from matcher.embedding.reading import Reading
    from matcher.suggest import Matchmaker


class Words(Protocol):
    """Reads words when they are needed, with the model of the installation.

    All may raise `ModelMissing` where the model is not at hand, and `Cancelled` where
    `progress` asks to stop.
    """

    def read(self, season: Season, progress: Progress, *, with_offers: bool = True) -> "Reading":
        """Read a season's words; without its offers, which rankings do not need, it is quicker."""

    def open_matchmaker(self, season: Season, people: People, progress: Progress) -> "Matchmaker":
        """Read what partner suggestions need, and give who makes them."""

    def open_embedder(self) -> "CachedEmbedder":
        """Give the model itself, for words that are in no season."""


class WarmTables(Protocol):
    """Boards, kept warm between one move and the next."""

    def open_board(self, call: "Call", kept: KeptBoard) -> "Board":
        """Give a board as it is at its version, or raise `WrongState` (`board_outdated`)."""

    def lay_board(
        self, call: "Call", settings: Settings, members: Sequence[CoalitionMembers]
    ) -> "Board":
        """Lay coalitions on a board that is kept nowhere."""

    def keep_board(self, call: "Call", id_: str, board: "Board") -> None:
        """Remember a board as it now is in the store."""


@dataclass(frozen=True)
class Call:
    """One asking: what it is about, and the ports that serve it.

    Attributes
    ----------
    work : UnitOfWork
        Holds the season.
    words : Words
    viewer : Viewer
        Who asks, and so may see; later also whose rights hold. There is none by default.
    progress : Progress
        Hears how far the work has come, and can ask it to stop.
    transaction : Transaction or None
        The store's, in which the call is done; None where a folder alone is at hand.
    files : Files or None
        Reads rows and files as a season's own; None where nothing is written.
    caller : Caller
        Who asks, and has the rights.
    place : SeasonPlace or None
        The season in the store that the call is about; None for a folder, and for none.
    target : Target or None
        What the address names in it.
    tables : WarmTables or None
        Keeps boards warm; None where there is no store.
    """

    work: UnitOfWork
    words: Words
    viewer: Viewer
    progress: Progress = field(default_factory=Silence)
    transaction: "Transaction | None" = None
    files: Files | None = None
    caller: Caller = LOCAL
    place: SeasonPlace | None = None
    target: Target | None = None
    tables: "WarmTables | None" = None

    @property
    def season(self) -> Season:
        """The season that the call is about."""
        return self.work.season

    @property
    def content(self) -> SeasonContent:
        """The season with all that belongs to it."""
        work = self.work
        return SeasonContent(
            season=work.season,
            people=work.people,
            host=work.host,
            settings_text=work.settings_text,
        )

    @property
    def store(self) -> "Transaction":
        """The store, in the transaction of the call.

        Raises
        ------
        WrongState
            `no_store`: the call came without one.
        """
        if self.transaction is None:
            raise WrongState("no_store")
        return self.transaction

    @property
    def reader(self) -> Files:
        """Who reads rows and files as a season's own.

        Raises
        ------
        WrongState
            `no_store`: the call came without one.
        """
        if self.files is None:
            raise WrongState("no_store")
        return self.files

    @property
    def at(self) -> SeasonPlace:
        """The season in the store that the call is about.

        Raises
        ------
        NotFound
            `not_found`: it is about none.
        """
        if self.place is None:
            raise NotFound("not_found")
        return self.place

    @property
    def thing(self) -> str:
        """The id of what the address names.

        Raises
        ------
        NotFound
            `not_found`: it names nothing.
        """
        if self.target is None:
            raise NotFound("not_found")
        return self.target.id

    @property
    def table(self) -> "WarmTables":
        """Who keeps boards warm.

        Raises
        ------
        WrongState
            `no_store`: the call came without one.
        """
        if self.tables is None:
            raise WrongState("no_store")
        return self.tables

    def open_matchmaker(self) -> "Matchmaker":
        """Give who suggests partners to the season's actors."""
        return self.words.open_matchmaker(self.season, self.work.people, self.progress)

    def read_words(self, *, with_offers: bool = True) -> "Reading":
        """Read the season's words."""
        return self.words.read(self.season, self.progress, with_offers=with_offers)
