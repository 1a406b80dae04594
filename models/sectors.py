"""The four sectors that a coalition crosses."""

from enum import StrEnum

from models.text import Text


class Sector(StrEnum):
    """Sector of an actor; the order is the order of every table and picture."""

    PUBLIC = "public"
    PRIVATE = "private"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIA = "academia"

    @property
    def text(self) -> Text:
        """Name of the sector for people."""
        return _TITLES[self]

    @property
    def origin(self) -> Text:
        """The sector as a place to come from: after "från" and "from"."""
        return _ORIGINS[self]


_TITLES = {
    Sector.PUBLIC: Text(sv="offentlig sektor", en="public sector"),
    Sector.PRIVATE: Text(sv="näringsliv", en="private sector"),
    Sector.CIVIL_SOCIETY: Text(sv="idéburen sektor", en="civil society"),
    Sector.ACADEMIA: Text(sv="akademi", en="academia"),
}
_ORIGINS = {
    Sector.PUBLIC: Text(sv="offentlig sektor", en="the public sector"),
    Sector.PRIVATE: Text(sv="näringslivet", en="the private sector"),
    Sector.CIVIL_SOCIETY: Text(sv="idéburen sektor", en="civil society"),
    Sector.ACADEMIA: Text(sv="akademin", en="academia"),
}

SECTOR_CHOICES = Text(
    sv=", ".join(sector.text.sv for sector in Sector), en=", ".join(str(s) for s in Sector)
)
"""What a cell for a sector may hold, as people write it."""
