"""How well words fit each other: all that criteria and rules know of the season's words."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

CLOSE = 0.5
"""From this fit on an offer is said to be what is sought."""


@dataclass(frozen=True, eq=False)
class Fits:
    """Fits of texts, each in [0, 1] and rounded to the six decimals of published numbers.

    Attributes
    ----------
    relevance : (A, C) float array
        Of each actor's words to each challenge.
    facets : dict of str to (A, F) float array
        Of each actor's words to the facets of the challenges that have some, by id.
    offers : (A, A) float array, optional
        [i, j]: of what actor j offers to what actor i seeks; 0 where j offers nothing. Rows
        of actors who seek nothing have no meaning.
    """

    relevance: NDArray[np.float64]
    facets: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    offers: NDArray[np.float64] | None = None
