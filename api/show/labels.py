"""Where the towns' names stand on a map: beside their markers, never on each other."""

from dataclasses import dataclass

from api.show.projection import Box, Point

CHAR_SHARE = 0.6
"""Width of a letter over its height, on the wide side since the font is the reader's."""

GAP = 3.0


@dataclass(frozen=True)
class Label:
    """A name, with the side of its box on which it begins, ends or is centred."""

    name: str
    x: float
    y: float
    anchor: str
    """`start`, `middle` or `end`, so that it touches its markers in any font."""

    box: Box


def measure_text(text: str, size: float) -> float:
    """Estimate the width of a text in a font of the given size."""
    return len(text) * size * CHAR_SHARE


def cut(name: str, longest: int) -> str:
    """Cut a name that is longer than so many letters.

    Examples
    --------
    >>> cut("Västernorrland", 8)
    'Västern…'
    """
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


def place_labels(
    groups: list[tuple[str, list[Point]]], radius: float, size: float, frame: Box
) -> list[Label]:
    """Place a name beside each group of markers where there is room; else leave it out.

    Parameters
    ----------
    groups : list of (name, points)
        The most important ones first.
    radius, size : float
        Of markers and of letters.
    """
    taken = [Box(p.x, p.y, p.x, p.y).widened(radius) for _, points in groups for p in points]
    labels = []
    for name, points in groups:
        found = next(
            (
                (box, anchor)
                for box, anchor in _candidates(name, points, radius, size)
                if frame.holds(box) and not any(box.meets(other) for other in taken)
            ),
            None,
        )
        if found is not None:
            box, anchor = found
            taken.append(box)
            x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
            labels.append(Label(name, x, box.bottom - 0.25 * size, anchor, box))
    return labels


def _candidates(
    name: str, points: list[Point], radius: float, size: float
) -> list[tuple[Box, str]]:
    """Give the places around a group, the most readable first."""
    width = measure_text(name, size)
    left, right = min(p.x for p in points) - radius, max(p.x for p in points) + radius
    top, bottom = min(p.y for p in points) - radius, max(p.y for p in points) + radius
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    rows = [middle_y - size / 2, top - size / 2, bottom - size / 2, top - size, bottom]
    sides = ((right + GAP, "start"), (left - GAP - width, "end"))
    columns = ((middle_x - width / 2, "middle"), (left, "start"), (right - width, "end"))
    beside = [(x, y, anchor) for y in rows for x, anchor in sides]
    above = [(x, y, anchor) for x, anchor in columns for y in (top - size - 1, bottom + 1)]
    corners = (*beside[:2], *above[:2], *beside[2:], *above[2:])
    return [(Box(x, y, x + width, y + size), anchor) for x, y, anchor in corners]
