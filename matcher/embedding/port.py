"""What every reader of words offers: texts in, unit vectors out."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.ports.progress import Progress

Vectors: TypeAlias = NDArray[np.float32]


class TextKind(StrEnum):
    """Which side of a comparison a text is on; some models read the two differently."""

    QUERY = "query"
    PASSAGE = "passage"


class Embedder(Protocol):
    """Turns texts into vectors.

    Constructing one loads nothing heavy; a model is loaded at the first `embed`.
    """

    @property
    def model(self) -> str:
        """Name of the model, as people know it."""

    @property
    def fingerprint(self) -> str:
        """Hash that changes whenever the model would give other vectors."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        """Read n texts.

        Parameters
        ----------
        texts : sequence of str
            A text's vector depends on that text alone, not on its company.
        kind : TextKind
        progress : Progress
            Hears `stage_embedding` with texts done and texts in all.

        Returns
        -------
        (n, dim) float32 array
            Rows of length 1, in the order of the texts.

        Raises
        ------
        ModelMissing
            If the model is not at hand.
        Cancelled
            If `progress` asks to stop.
        """
