"""What a use case has at hand when it is asked for something."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from models.errors import WrongState
from models.kept_seasons import SeasonContent
from models.people import People
from models.ports.progress import Progress, Silence
from models.ports.seasons import Seasons
from models.ports.unit_of_work import UnitOfWork
from models.seasons import Season
from models.viewers import Viewer

if TYPE_CHECKING:
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
    seasons : Seasons or None
        The store's, in the transaction of the call; None where a folder alone is at hand.
    """

    work: UnitOfWork
    words: Words
    viewer: Viewer
    progress: Progress = field(default_factory=Silence)
    seasons: Seasons | None = None

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
    def store(self) -> Seasons:
        """The store's seasons.

        Raises
        ------
        WrongState
            `no_store`: the call came without one.
        """
        if self.seasons is None:
            raise WrongState("no_store")
        return self.seasons

    def open_matchmaker(self) -> "Matchmaker":
        """Give who suggests partners to the season's actors."""
        return self.words.open_matchmaker(self.season, self.work.people, self.progress)

    def read_words(self, *, with_offers: bool = True) -> "Reading":
        """Read the season's words."""
        return self.words.read(self.season, self.progress, with_offers=with_offers)
