"""Points and polygons on the map: inside, and how far outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, pi, radians

from models.places import EARTH_RADIUS_KM

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line of (lon, lat), the first point repeated last."""

KM_PER_DEGREE = EARTH_RADIUS_KM * pi / 180


@dataclass(frozen=True)
class Area:
    """A municipality's or a region's land: rings, of which inner ones are holes."""

    rings: tuple[Ring, ...]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of the area, in degrees."""
        lons = [lon for ring in self.rings for lon, _ in ring]
        lats = [lat for ring in self.rings for _, lat in ring]
        return min(lons), min(lats), max(lons), max(lats)

    def contains(self, lat: float, lon: float) -> bool:
        """Say whether the point lies inside, holes left out (even-odd rule)."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        crossings = sum(_crosses(a, b, lat, lon) for ring in self.rings for a, b in _edges(ring))
        return crossings % 2 == 1

    def distance_km(self, lat: float, lon: float) -> float:
        """Distance from the point to the nearest border, on a plane; exact enough for a few km."""
        east_km = KM_PER_DEGREE * cos(radians(lat))
        return min(
            to_segment(
                ((a[0] - lon) * east_km, (a[1] - lat) * KM_PER_DEGREE),
                ((b[0] - lon) * east_km, (b[1] - lat) * KM_PER_DEGREE),
            )
            for ring in self.rings
            for a, b in _edges(ring)
        )

    def is_near(self, lat: float, lon: float, km: float) -> bool:
        """Say whether the point lies within the area's box widened by so many km."""
        west, south, east, north = self.box
        high = km / KM_PER_DEGREE
        wide = high / max(0.01, cos(radians(lat)))
        return west - wide <= lon <= east + wide and south - high <= lat <= north + high


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    """Give the sides of a ring."""
    return pairwise(ring)


def _crosses(a: Point, b: Point, lat: float, lon: float) -> bool:
    """Say whether the side crosses the line from the point due east."""
    if (a[1] > lat) == (b[1] > lat):
        return False
    return lon < (b[0] - a[0]) * (lat - a[1]) / (b[1] - a[1]) + a[0]


def to_segment(a: Point, b: Point) -> float:
    """Distance from the origin to a segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length))
    return hypot(a[0] + t * dx, a[1] + t * dy)
