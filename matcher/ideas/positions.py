"""Where cards lie on a plane: the two directions in which they differ most."""

import numpy as np

from matcher.core.arrays import Floats
from matcher.embedding.port import Vectors
from models.canonical import DECIMALS

_LEAST = 1e-9


def project_cards(vectors: Vectors) -> Floats:
    """Project cards onto their first two principal components, each from 0 to 1: (n, 2).

    The direction in which the farthest card lies is the positive one, so that the picture is
    the same everywhere; where there is nothing to tell cards apart they lie in the middle.
    """
    from sklearn.decomposition import PCA

    count = len(vectors)
    plane = np.full((count, 2), 0.5)
    size = min(2, count - 1, vectors.shape[1])
    if size < 1 or float(np.ptp(vectors, axis=0).max()) < _LEAST:
        return plane
    found = PCA(size, svd_solver="full").fit_transform(vectors.astype(np.float64))
    for axis in range(size):
        values = np.round(found[:, axis], DECIMALS)
        farthest = values[int(np.abs(values).argmax())]
        width = float(np.abs(values).max())
        if width > _LEAST:
            plane[:, axis] = 0.5 + values * (1 if farthest > 0 else -1) / (2 * width)
    return np.round(plane, DECIMALS)
