"""Bars: how many members each sector and each area has."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from api.show.markers import marker
from api.show.svg import join, picture, tag
from models.actors import Actor
from models.sectors import Sector
from models.text import Language, Text
from models.wording import alphabetical, capital, listing

WIDTH = 300.0
NAMES = 124.0
"""Width of the column of names; longer ones make the picture wider, so that none is cut."""
LETTER = 7.0
"""Width of a letter of a name, on the wide side."""

ROW = 20.0
STEP = 14.0
"""Width that one member takes, where there is room."""


@dataclass(frozen=True)
class Bar:
    """One row: a name and its members' sectors."""

    name: str
    sectors: tuple[Sector, ...]


def sector_rows(members: Iterable[Actor], language: Language) -> list[Bar]:
    """Give one row for each of the four sectors, also for an empty one."""
    own = [actor.sector for actor in members]
    return [
        Bar(capital(sector.text.in_language(language)), (sector,) * own.count(sector))
        for sector in Sector
    ]


def area_rows(members: Iterable[tuple[str, Actor]]) -> list[Bar]:
    """Give one row for each area, the fullest first, then by name."""
    areas: dict[str, list[Sector]] = {}
    for name, actor in members:
        areas.setdefault(name, []).append(actor.sector)
    order = list(Sector)
    rows = [Bar(name, tuple(sorted(own, key=order.index))) for name, own in areas.items()]
    return sorted(rows, key=lambda row: (-len(row.sectors), alphabetical(row.name)))


def draw_bars(anchor: str, rows: list[Bar], title: Text, language: Language) -> Markup:
    """Draw rows of markers, one for each member, with their number at the end."""
    longest = max((len(row.sectors) for row in rows), default=1)
    names = max(NAMES, LETTER * max((len(row.name) for row in rows), default=0))
    step = min(STEP, (WIDTH - NAMES - 24) / max(1, longest))
    told = [Text.same(f"{r.name} {len(r.sectors)}") for r in rows]
    return picture(
        anchor,
        WIDTH - NAMES + names,
        ROW * max(1, len(rows)),
        (_draw(row, place, step, names) for place, row in enumerate(rows)),
        title=title.in_language(language),
        description=f"{listing(told).in_language(language)}.",
        class_="bars",
    )


def _draw(row: Bar, place: int, step: float, names: float) -> Markup:
    middle = ROW * (place + 0.5)
    end = names + step * len(row.sectors)
    return join(
        (
            tag("text", row.name, x=0, y=middle + 4, class_="bar-name"),
            *(
                marker(sector, names + step * (i + 0.5), middle, 0.38 * step)
                for i, sector in enumerate(row.sectors)
            ),
            tag("text", str(len(row.sectors)), x=end + 6, y=middle + 4, class_="bar-count"),
        )
    )
