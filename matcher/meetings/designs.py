"""Plans known from combinatorial designs: affine planes, and planes with points doubled.

A plane over a field of q elements has q² points and q + 1 classes of q parallel lines of q
points; two points share exactly one line. Lines are rooms and classes are rounds: q² people
meet all of each other in q + 1 rounds. Where a class is left over, its lines can be taken
once, twice or not at all: each of them adds one seat to every room, and the first points of
a last line one seat to some. People on the same point meet in every round, which covers
what the pigeonhole principle forces on groups larger than the number of rooms at the least
cost. So for q rooms and up to q rounds any number of people has a best plan.

References
----------
Colbourn, C. J., Dinitz, J. H. (2007), Handbook of Combinatorial Designs, 2nd edition:
affine planes and transversal designs.
"""

import numpy as np

from matcher.core.arrays import Ints
from matcher.meetings.seating import Gathering, divide

IRREDUCIBLE = {4: 0b111, 8: 0b1011}
"""Fields whose order is a power of two: the digits of a polynomial without factors."""


def build_from_plane(gathering: Gathering) -> Ints | None:
    """Give rooms, (R, n), from an affine plane; None where none fits.

    Notes
    -----
    Rooms must be as even as can be, and everybody there in every round.
    """
    rooms, rounds, count = len(gathering.sizes[0]), gathering.rounds, gathering.count
    even = sorted(divide(count, rooms))
    if not gathering.is_open or any(sorted(sizes) != even for sizes in gathering.sizes):
        return None
    classes = parallel_classes(rooms)
    if classes is None or rounds > rooms + 1:
        return None
    points = _take_points(count, rooms, is_class_left=rounds <= rooms)
    return None if points is None else _fit_sizes(classes[:rounds, points], gathering.sizes)


def parallel_classes(order: int) -> Ints | None:
    """Give the line of each point in each class of a plane: (q + 1, q²).

    The point (x, y) is number x·q + y; in the last class it lies on line x. None where no
    field of this order is known here.
    """
    x, y = np.divmod(np.arange(order * order), order)
    slopes = np.arange(order)[:, None]
    if order in IRREDUCIBLE:
        sloped = y ^ _multiply_binary(slopes, x, order)
    elif order > 1 and all(order % divisor for divisor in range(2, order)):
        sloped = (y + slopes * x) % order
    else:
        return None
    return np.vstack([sloped, x])


def _multiply_binary(a: Ints, b: Ints, order: int) -> Ints:
    """Multiply polynomials over two elements, modulo the field's own."""
    product = np.zeros(np.broadcast_shapes(a.shape, b.shape), dtype=np.int64)
    for bit in range(order.bit_length() - 1):
        product ^= np.where(b >> bit & 1, a, 0)
        a = a << 1
        a = np.where(a & order, a ^ IRREDUCIBLE[order], a)
    return product


def _take_points(count: int, order: int, *, is_class_left: bool) -> Ints | None:
    """Say on which point each one sits, so that rooms are as even as can be."""
    points = order * order
    if is_class_left or count % points in (0, 1):
        return np.arange(count) % points
    if count % points == points - 1:
        return np.arange(1, count + 1) % points
    return None


def _fit_sizes(rooms: Ints, sizes: tuple[tuple[int, ...], ...]) -> Ints:
    """Number the rooms of each round so that they have the sizes asked for."""
    fitted = np.empty_like(rooms)
    for row, asked, numbered in zip(rooms, sizes, fitted, strict=True):
        largest = np.argsort(-np.bincount(row, minlength=len(asked)), kind="stable")
        number = np.empty_like(largest)
        number[largest] = np.argsort(-np.array(asked), kind="stable")
        numbered[:] = number[row]
    return fitted
