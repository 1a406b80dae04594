"""The bridge between Swedish and English of one model.

A linear map of centred vectors that gives each direction the weight with which Swedish and
English versions of the same text agree on it: linear discriminant analysis (Fisher 1936)
with texts as classes and their two languages as the members, each direction scaled by the
share of its variance that is content, w / (1 + w). `benchmarks/quality/bridge.py` makes it.
A model without a bridge keeps its vectors.
"""

from functools import cache
from pathlib import Path

import numpy as np

from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.languages import unit
from matcher.embedding.port import Embedder, Vectors

BRIDGES = {BUNDLED_MODEL: "bridge_e5_small.npy"}
"""File of the (d, k) map by model."""


def cross(embedder: Embedder, vectors: Vectors) -> Vectors:
    """Take centred vectors (n, d) over their model's bridge; gives unit vectors (n, k)."""
    name = BRIDGES.get(embedder.model)
    if name is None:
        return vectors
    return unit(vectors @ _read(name))


@cache
def _read(name: str) -> Vectors:
    bridge: Vectors = np.load(Path(__file__).with_name(name)).astype(np.float32)
    return bridge
