"""One shape for each sector, so that colour is never the only difference."""

from math import sqrt

from markupsafe import Markup

from api.show.svg import icon, polygon, tag
from models.sectors import Sector


def marker(sector: Sector, x: float, y: float, radius: float, title: str = "") -> Markup:
    """Draw a sector's marker: circle, square, triangle or diamond of about equal area."""
    content = (tag("title", title),) if title else ()
    if sector is Sector.PUBLIC:
        return tag("circle", *content, cx=x, cy=y, r=radius, class_=_class(sector))
    corners = ((x + radius * dx, y + radius * dy) for dx, dy in _CORNERS[sector])
    return polygon(corners, *content, class_=_class(sector))


def symbol(sector: Sector) -> Markup:
    """Draw a sector's marker beside its name in running text."""
    return icon(marker(sector, 7, 7, 5.5))


def _class(sector: Sector) -> str:
    return f"marker {sector.value}"


_SIDE = 0.89
_TALL = 1.32
_WIDE = _TALL * sqrt(3) / 2
_LONG = 1.26
_CORNERS: dict[Sector, tuple[tuple[float, float], ...]] = {
    Sector.PRIVATE: ((-_SIDE, -_SIDE), (_SIDE, -_SIDE), (_SIDE, _SIDE), (-_SIDE, _SIDE)),
    Sector.CIVIL_SOCIETY: ((0, -_TALL), (_WIDE, _TALL / 2), (-_WIDE, _TALL / 2)),
    Sector.ACADEMIA: ((0, -_LONG), (_LONG, 0), (0, _LONG), (-_LONG, 0)),
}
