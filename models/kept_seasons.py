"""A season as a store keeps it: with all that belongs to it, wherever it came from."""

from typing import Self

from pydantic import Field

from models.frozen import Frozen
from models.hosts import NO_HOST, Host
from models.lifecycles import SeasonState
from models.people import People
from models.seasons import Season


class SeasonContent(Frozen):
    """Everything that a season's folder holds.

    Attributes
    ----------
    season : Season
    people : People
    host : Host
    settings_text : str
        `season.toml` as it is written, with its comments; empty where there is none.
    """

    season: Season
    people: People = Field(default=People(), repr=False)
    host: Host = NO_HOST
    settings_text: str = Field(default="", repr=False)


class KeptSeason(Frozen):
    """A season in a store, which is the unit of work of those who only read it.

    Attributes
    ----------
    slug : str
        What it is called in addresses and commands.
    version : int
        Counts its changes, from 1.
    content : SeasonContent
    """

    slug: str
    version: int
    content: SeasonContent

    @classmethod
    def empty(cls) -> Self:
        """Give what calls work on that are about no season."""
        nothing = Season(name="-", challenges=(), actors=())
        return cls(slug="-", version=0, content=SeasonContent(season=nothing))

    @property
    def season(self) -> Season:
        """The season itself."""
        return self.content.season

    @property
    def people(self) -> People:
        """How to reach its actors."""
        return self.content.people

    @property
    def host(self) -> Host:
        """Who holds it."""
        return self.content.host

    @property
    def settings_text(self) -> str:
        """Its `season.toml` as it is written."""
        return self.content.settings_text


class ListedSeason(Frozen):
    """A line of a list of seasons."""

    id: str
    slug: str
    name: str
    state: SeasonState
    version: int
    actors: int
