"""From latitude and longitude to kilometres on a plane.

Transverse Mercator on the sphere about 15° east, the meridian of Sweden's national
grid: the country has its familiar shape, and a circle stays a circle.
"""

from dataclasses import dataclass
from math import atan2, atanh, cos, radians, sin, tan

from models.places import EARTH_RADIUS_KM

MERIDIAN = 15.0
FARTHEST = 0.999
"""Points a quarter of the globe away from the meridian would lie at infinity."""


@dataclass(frozen=True)
class Point:
    """A point of a plane: x to the east, y downwards."""

    x: float
    y: float


def project(lat: float, lon: float) -> Point:
    """Project a point; both coordinates in km.

    Examples
    --------
    >>> round(project(55, 15).y - project(56, 15).y)
    111
    """
    east = radians(lon - MERIDIAN)
    bent = cos(radians(lat)) * sin(east)
    return Point(
        x=EARTH_RADIUS_KM * atanh(max(-FARTHEST, min(FARTHEST, bent))),
        y=-EARTH_RADIUS_KM * atan2(tan(radians(lat)), cos(east)),
    )


@dataclass(frozen=True)
class Box:
    """A rectangle with its sides along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Say whether the other box lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def widened(self, by: float) -> "Box":
        """Give the box with a margin on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def clamp(self, point: Point) -> Point:
        """Give the nearest point inside."""
        return Point(
            min(max(point.x, self.left), self.right), min(max(point.y, self.top), self.bottom)
        )


def box_around(points: list[Point]) -> Box:
    """Give the smallest box that holds the points, of which there is at least one."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
