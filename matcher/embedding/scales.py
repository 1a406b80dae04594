"""The fixed maps from how near words are onto [0, 1]."""

from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats
from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.port import Embedder


@dataclass(frozen=True)
class Scale:
    """The constants of a map: 1 / (1 + exp(−steepness · (view − middle)))."""

    steepness: float
    middle: float

    def to_fit(self, view: Floats) -> Floats:
        """Take views onto [0, 1]."""
        fit: Floats = 1 / (1 + np.exp(-self.steepness * (view - self.middle)))
        return fit

    @property
    def steepest(self) -> float:
        """The largest slope of the map."""
        return self.steepness / 4


DEFAULT_SCALE = Scale(steepness=9.5, middle=0.2)
"""Fitted to Swedish public events (docs/quality.md): were as many organisations that took a
question up as others so near to it, this share would have taken it up."""
SCALES: dict[str, Scale] = {BUNDLED_MODEL: DEFAULT_SCALE}
KINDRED = Scale(steepness=6.0, middle=0.1)
"""For the cosine of two profiles as wholes; fitted to organisations that held an event
together."""
EXCHANGED = Scale(steepness=11.0, middle=0.168)
"""For the cosine of what one offers and another seeks; fitted to what `complementarity`
gives the same pairs, sentence by sentence and with n-grams (docs/matching.md)."""


def scale_of(embedder: Embedder) -> Scale:
    """Give the map of a model, or the usual one."""
    return SCALES.get(embedder.model, DEFAULT_SCALE)
