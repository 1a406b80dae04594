"""How well words fit each other: all that criteria and rules know of the season's words."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matcher.core.arrays import Ints
from matcher.core.offers import Offers

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
    offers : Offers, optional
        Of what each actor offers to what each seeks.
    """

    relevance: NDArray[np.float64]
    facets: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    offers: Offers | None = None

    def subset(self, actors: Ints) -> "Fits":
        """Give those of some actors alone."""
        return Fits(
            self.relevance[actors],
            {key: table[actors] for key, table in self.facets.items()},
            None if self.offers is None else self.offers.subset(actors),
        )
