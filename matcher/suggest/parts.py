"""What a partner's score is made of: parts in [0, 1], each with its share.

The shares add up to 1. A part without data is left out and the rest are rescaled, so a score
is the weighted mean of the values that stand in its reasons.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from matcher.core.arrays import Floats, Ints
from models.canonical import DECIMALS
from models.suggestions import Taste


class PartKey(StrEnum):
    """The parts, in the order of the reasons."""

    KINSHIP = "kinship"
    OFFERS = "offers"
    SEEKS = "seeks"
    SECTOR = "sector"
    NOVELTY = "novelty"
    DISTANCE = "distance"


SHARES: dict[PartKey, float] = {
    PartKey.KINSHIP: 0.35,
    PartKey.OFFERS: 0.15,
    PartKey.SEEKS: 0.15,
    PartKey.SECTOR: 0.15,
    PartKey.NOVELTY: 0.10,
    PartKey.DISTANCE: 0.10,
}

HALVING_KM = 100.0
"""Each time that so much is added to a distance, its nearness halves."""


@dataclass(frozen=True, eq=False)
class Part:
    """One part of the score, as one asker has it.

    Attributes
    ----------
    values : callable
        Values of chosen actors (n,), or of everybody (A,) where none are given.
    tolerance : float
        The most by which a value may be off when everybody's are asked for.
    """

    key: PartKey
    values: Callable[[Ints | None], Floats]
    tolerance: float = 0.0

    @property
    def share(self) -> float:
        """Share of the score where every part has data."""
        return SHARES[self.key]


def to_score(parts: tuple[Part, ...], values: list[Floats]) -> Floats:
    """Weigh the values of parts (n,) together, to the decimals of a published number."""
    total = sum(part.share for part in parts)
    weighed = sum(part.share * value for part, value in zip(parts, values, strict=True))
    score: Floats = np.round(weighed / total, DECIMALS)
    return score


def tolerance_of(parts: tuple[Part, ...]) -> float:
    """Give the most by which a score of estimated values may be off, roundings included."""
    total = sum(part.share for part in parts)
    return sum(part.share * part.tolerance for part in parts) / total + 2 * 10.0**-DECIMALS


def to_liking(km: Floats, taste: Taste) -> Floats:
    """Give how a distance is liked: 1 for no distance at all where near is liked.

    Where there is none to judge (NaN) it is 0.5.

    Examples
    --------
    >>> to_liking(np.array([0.0, 100.0, 200.0]), Taste.NEAR).tolist()
    [1.0, 0.5, 0.25]
    """
    nearness: Floats = 0.5 ** (km / HALVING_KM)
    liked: Floats = 1 - nearness if taste is Taste.FAR else nearness
    return np.where(np.isnan(km), 0.5, liked)
