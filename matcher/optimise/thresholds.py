"""Where a cut of best fits is tightest."""

import numpy as np

from matcher.core.arrays import Floats


def find_threshold(fits: Floats, x: Floats, enough: float) -> float:
    """Give the fit down to which the members with the best fits are `enough` together."""
    support = np.flatnonzero(x > 1e-9)
    order = support[np.argsort(-fits[support], kind="stable")]
    at = int(np.searchsorted(np.cumsum(x[order]), enough - 1e-9))
    return float(fits[order[at]]) if at < len(order) else 0.0
