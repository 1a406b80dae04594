"""Eight-bit copies of many vectors: all their cosines in a tenth of the time, not quite exact.

Reading 100,000 vectors of 384 numbers from memory is what a product with them costs. Copies
of one byte a number are a quarter to read, and products of whole numbers are the same on
every machine. How far such a cosine may be off is known beforehand.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.core.loops import loop
from matcher.embedding.port import Vectors

_LEVELS = 127
_MOST_LEVELS = 32_767
_LARGEST_SUM = 2**31 - 1
_ROWS_AT_ONCE = 8_192


@dataclass(frozen=True, eq=False)
class CoarseVectors:
    """Unit vectors as whole numbers.

    Attributes
    ----------
    numbers : (n, d) int8 array
    steps : (n,) float32 array
        A row is about its numbers times its step.
    slack : float
        The most by which a cosine may be off.
    """

    numbers: NDArray[np.int8]
    steps: Vectors
    slack: float

    def cosines(self, query: Vectors) -> Vectors:
        """Give the cosines (n,) with a unit vector (d,), each within `slack`."""
        step = max(float(np.abs(query).max(initial=0.0)), 1e-9) / _query_levels(len(query))
        whole = np.round(query / step).astype(np.int16)
        sums = np.empty(len(self.numbers), dtype=np.int32)
        _multiply(self.numbers, whole, sums)
        cosines: Vectors = sums * (self.steps * np.float32(step))
        return cosines


def coarsen(vectors: Vectors) -> CoarseVectors:
    """Copy unit vectors (n, d).

    The slack is the longest remainder of a row, by the inequality of Cauchy and Schwarz,
    and the like for the query.
    """
    numbers = np.empty(vectors.shape, dtype=np.int8)
    steps = np.empty(len(vectors), dtype=np.float32)
    longest = 0.0
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        rows = vectors[part]
        step = (np.maximum(np.abs(rows).max(axis=1), 1e-9) / _LEVELS).astype(np.float32)
        numbers[part] = np.round(rows / step[:, None])
        steps[part] = step
        rest = np.linalg.norm(rows - numbers[part] * step[:, None], axis=1)
        longest = max(longest, float(rest.max(initial=0.0)))
    dim = vectors.shape[1]
    of_query = np.sqrt(dim) / (2 * _query_levels(dim))
    return CoarseVectors(numbers, steps, longest + (1 + longest) * of_query + dim * 2.0**-23)


def _query_levels(dim: int) -> int:
    """Give how fine a query may be without the sum of products leaving 32 bits."""
    return min(_MOST_LEVELS, _LARGEST_SUM // (_LEVELS * max(dim, 1)))


@loop(nogil=True)
def _multiply(numbers: NDArray[np.int8], query: NDArray[np.int16], sums: NDArray[np.int32]) -> None:
    """Multiply every row with the query."""
    for i in range(numbers.shape[0]):
        total = np.int32(0)
        for j in range(numbers.shape[1]):
            total += np.int32(numbers[i, j]) * np.int32(query[j])
        sums[i] = total
