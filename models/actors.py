"""Actors: the organisations that can take part."""

from pydantic import Field

from models.frozen import Frozen
from models.places import Place
from models.sectors import Sector


class Actor(Frozen):
    """An organisation in its own words.

    `email` is personal data: it stays inside this object and is left out of every
    dump, hash, proposal, report, suggestion, log and cache.
    """

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    sector: Sector
    place: Place
    description: str = Field(min_length=1)
    offers: str = ""
    seeks: str = ""
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    capacity: int = Field(default=1, ge=0)
    group: str = ""
    available: tuple[str, ...] = ()
    passed_over: int = Field(default=0, ge=0)
    visible: bool = True
    email: str = Field(default="", exclude=True, repr=False)
    attributes: tuple[tuple[str, str], ...] = ()
    """Unknown columns as (column, value), sorted by column."""
