"""An upper bound for grouping every element: eigenvalues of the centred distances.

Groups of sizes s are an orthonormal matrix Z with one column for each, of which the constant
vector takes a known part. What is left is orthogonal to it, so the trace of S Z'DZ is at
most the sum of the largest eigenvalues of D on that complement, the largest with the
largest weight. Tight for distances of points that lie close in few dimensions, of little
use for distances at random.

References
----------
Rendl, F., Wolkowicz, H. (1995), A projection technique for partitioning the nodes of a
graph.
"""

import numpy as np

from matcher.core.arrays import Floats, Ints

MARGIN = 1e-9
"""Share of the bound that is added for the eigenvalues' rounding."""


def bound_pairs(pairs: Floats, sizes: Ints) -> float:
    """Bound the sum over groups of the pairs inside, whoever is in which.

    Parameters
    ----------
    pairs : (n, n) float array
        Symmetric, with a zero diagonal.
    sizes : (m,) int array
        Elements of each group, n in all.

    Raises
    ------
    ValueError
        When the sizes do not add up to n.
    """
    n, m = len(pairs), len(sizes)
    if int(sizes.sum()) != n:
        raise ValueError(f"sizes add up to {int(sizes.sum())}, not to {n}")
    of_groups, of_elements = _complement(np.sqrt(sizes / n)), _complement(np.full(n, n**-0.5))
    weights = np.linalg.eigvalsh(of_groups.T @ (sizes[:, None] * of_groups))[::-1]
    projected = of_elements.T @ pairs @ of_elements
    spread = np.linalg.eigvalsh(projected)[::-1][: m - 1]
    # Groups of unequal sizes meet the constant vector outside the complement too.
    skew = np.linalg.norm(of_groups.T @ (sizes * np.sqrt(sizes / n)))
    reach = np.linalg.norm(of_elements.T @ pairs.sum(axis=1)) / np.sqrt(n)
    constant = float(sizes @ sizes) / n**2 * float(pairs.sum())
    value = (constant + 2 * skew * reach + float(weights @ spread)) / 2
    return float(value + MARGIN * abs(value))


def _complement(unit: Floats) -> Floats:
    """Give an orthonormal basis of what is orthogonal to a unit vector: (k, k - 1)."""
    axis = unit - np.eye(len(unit))[0]
    length = float(axis @ axis)
    mirror = np.eye(len(unit)) - (2 / length * np.outer(axis, axis) if length else 0.0)
    return mirror[:, 1:]
