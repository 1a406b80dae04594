"""Borders as paths in kilometres of the map's plane, written once for all maps of a page."""

from functools import lru_cache

from markupsafe import Markup

from api.show.projection import Box, Point, box_around, project
from api.show.svg import join, number, tag
from data.reference.gazetteer import load_gazetteer
from data.reference.polygons import Ring
from data.reference.shapes import load_regions
from data.reference.towns import load_towns

COUNTRY = "country"
"""Id of the counties' borders in the page."""
FINENESS = 40
"""So many squares of another country's length hold one town each at most, the largest."""


@lru_cache(maxsize=1)
def country_box() -> Box:
    """Give the box of the whole country."""
    return box_around(
        [
            project(lat, lon)
            for region in load_regions()
            for ring in region.rings
            for lon, lat in ring
        ]
    )


@lru_cache(maxsize=1)
def draw_country() -> Markup:
    """Draw the counties' borders as a group to be used by each map."""
    paths = (
        tag("path", d="".join(_path(ring) for ring in region.rings)) for region in load_regions()
    )
    return tag("g", join(paths), id=COUNTRY)


def draw_municipalities(frame: Box) -> Markup:
    """Draw the borders of the municipalities that reach into the frame (km)."""
    paths = []
    for municipality in load_gazetteer().municipalities:
        rings = [[project(lat, lon) for lon, lat in ring] for ring in municipality.area.rings]
        if box_around([point for ring in rings for point in ring]).meets(frame):
            paths.append(tag("path", d="".join(_line(ring) for ring in rings)))
    return tag("g", join(paths))


@lru_cache(maxsize=8)
def town_points(country: str) -> tuple[Point, ...]:
    """Give towns all over another country, which show its shape; far islands are left out.

    Empty for a country that has none here.
    """
    known = load_towns(country)
    if known is None:
        return ()
    towns = sorted(known.towns, key=lambda t: (-t.population, t.place.name, t.place.lat))
    points = [project(town.place.lat, town.place.lon) for town in towns]
    xs, ys = sorted(p.x for p in points), sorted(p.y for p in points)
    few = len(points) // 50
    inner = Box(xs[few], ys[few], xs[-1 - few], ys[-1 - few])
    near = inner.widened(max(inner.width, inner.height) / 2)
    step = max(inner.width, inner.height, 1.0) / FINENESS
    spread: dict[tuple[int, int], Point] = {}
    for point in points:
        if near.holds(box_around([point])):
            spread.setdefault((int(point.x // step), int(point.y // step)), point)
    return tuple(spread.values())


def _path(ring: Ring) -> str:
    return _line([project(lat, lon) for lon, lat in ring])


def _line(points: list[Point]) -> str:
    """Write a closed line in steps, which are shorter than positions; steps don't drift."""
    x, y = round(points[0].x, 1), round(points[0].y, 1)
    written = [f"M{number(x)} {number(y)}l"]
    for point in points[1:-1]:
        next_x, next_y = round(point.x, 1), round(point.y, 1)
        written.append(f"{number(next_x - x)} {number(next_y - y)} ")
        x, y = next_x, next_y
    return "".join(written).rstrip() + "z"
