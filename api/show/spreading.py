"""Markers that would lie on each other, moved apart as little as needed."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from api.show.projection import Box, Point

ROUNDS = 400
HOME_PULL = 0.04
"""How much of its way home a marker goes in each round of the first half."""


def spread(homes: list[Point], distance: float, frame: Box) -> list[Point]:
    """Move points apart to the given distance, each near its home and inside the frame.

    Points of one home start on a ring around it; then every pair that is too near is
    pushed apart by halves, and in the first half of the rounds all are drawn home.

    Notes
    -----
    Deterministic. Where the frame is too small for so many, some stay too near.
    """
    radii = [distance / 2] * len(homes)
    return _settle(homes, _rings(homes, distance), radii, [frame] * len(homes))


def spread_discs(homes: list[Point], radii: Sequence[float], frame: Box) -> list[Point]:
    """Move the middles of discs apart so that they don't meet, each inside the frame.

    Notes
    -----
    As `spread`, for discs of different sizes.
    """
    frames = [frame.widened(-radius) for radius in radii]
    return _settle(homes, list(homes), radii, frames)


def _settle(
    homes: list[Point], points: list[Point], radii: Sequence[float], frames: list[Box]
) -> list[Point]:
    """Push and draw home by turns, each point inside its own frame."""
    for turn in range(ROUNDS):
        if turn < ROUNDS // 2:
            points = [
                Point(p.x + (h.x - p.x) * HOME_PULL, p.y + (h.y - p.y) * HOME_PULL)
                for p, h in zip(points, homes, strict=True)
            ]
        is_moved = _push(points, radii)
        points = [frame.clamp(point) for frame, point in zip(frames, points, strict=True)]
        if not is_moved and turn >= ROUNDS // 2:
            break
    return points


def _rings(homes: list[Point], distance: float) -> list[Point]:
    """Put the points of each home evenly on a ring, the first one at the top."""
    totals: dict[Point, int] = {}
    for home in homes:
        totals[home] = totals.get(home, 0) + 1
    seen: dict[Point, int] = {}
    points = []
    for home in homes:
        total, place = totals[home], seen.get(home, 0)
        seen[home] = place + 1
        radius = 0.0 if total == 1 else distance / 2 / sin(pi / total)
        angle = 2 * pi * place / total - pi / 2
        points.append(Point(home.x + radius * cos(angle), home.y + radius * sin(angle)))
    return points


def _push(points: list[Point], radii: Sequence[float]) -> bool:
    """Push each pair that is too near apart, in place; say whether any was."""
    is_moved = False
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            distance = radii[i] + radii[j]
            dx, dy = points[j].x - points[i].x, points[j].y - points[i].y
            apart = hypot(dx, dy)
            if apart >= distance - 0.01:
                continue
            is_moved = True
            if apart < 1e-9:
                dx, dy, apart = cos(i + 0.1 * j), sin(i + 0.1 * j), 1.0
                missing = distance / 2
            else:
                missing = (distance - apart) / 2
            step_x, step_y = missing * dx / apart, missing * dy / apart
            points[i] = Point(points[i].x - step_x, points[i].y - step_y)
            points[j] = Point(points[j].x + step_x, points[j].y + step_y)
    return is_moved
