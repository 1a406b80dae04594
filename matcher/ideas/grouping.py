"""Which cards speak of the same thing: agglomerative clustering of what they mean and say.

Two cards are alike by the cosine of their vectors and by the character n-grams that they share.
What all cards of a kind have in common is taken off first: the challenge, which tells no themes
apart, and the way in which people ask or offer, which would keep needs from the offers that meet
them. Groups are merged by average linkage while they are alike enough; how many there
are follows from the cards. Method and constants were chosen by measurement (docs/quality.md).
"""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats
from matcher.embedding.comparison import read_profiles
from matcher.embedding.languages import unit
from matcher.embedding.passages import Passage
from matcher.embedding.port import Embedder, Vectors
from matcher.ideas.drafts import Draft
from models.canonical import DECIMALS
from models.idea_maps import CardKind
from models.ports.progress import Progress

HELP = 10
"""Cards of no common middle that stand beside those of a kind: few cards are what they are."""
LEXICAL = 1.0
"""Weight of the overlap of n-grams beside the cosine."""
FARTHEST = 0.95
"""Mean distance, 1 less likeness, of two groups from which on they stay apart."""
ENOUGH = 12
"""Cards from which on their own middle is known; fewer keep some of it and lie nearer."""
STRICTER = 0.6
"""What is taken off `FARTHEST` for fewer, times 1/n − 1/`ENOUGH`."""


def place_cards(
    drafts: Sequence[Draft], embedder: Embedder, progress: Progress
) -> tuple[Vectors, Floats]:
    """Read cards.

    Returns
    -------
    vectors : (n, k) float array
        Unit vectors, centred on the cards' own middle.
    likeness : (n, n) float array
        From −1 to 1, symmetric, rounded so that it does not hang on the machine.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    texts = [draft.text for draft in drafts]
    languages = [draft.language for draft in drafts]
    profiles = read_profiles(
        [[Passage("description", (text,))] for text in texts], embedder, progress, languages
    )
    vectors = unit(profiles.vectors - _middles(profiles.vectors, drafts))
    overlap = profiles.grams.overlap(texts, languages, {})
    alike = vectors.astype(np.float64) @ vectors.T + LEXICAL * (overlap + overlap.T) / 2
    likeness: Floats = np.asarray(np.round(np.clip(alike, -1, 1), DECIMALS), dtype=np.float64)
    np.fill_diagonal(likeness, 1)
    return vectors, likeness


def group_cards(likeness: Floats) -> list[list[int]]:
    """Group cards; gives each group's rows in order, groups by their first row.

    Parameters
    ----------
    likeness : (n, n) float array
    """
    from sklearn.cluster import AgglomerativeClustering

    if len(likeness) < 2:
        return [[row] for row in range(len(likeness))]
    clustering = AgglomerativeClustering(
        n_clusters=None,
        distance_threshold=_limit(len(likeness)),
        metric="precomputed",
        linkage="average",
    )
    labels = clustering.fit_predict(1 - likeness)
    groups: dict[int, list[int]] = {}
    for row, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(row)
    return list(groups.values())


def _limit(count: int) -> float:
    """Give the distance from which on groups of so many cards in all stay apart."""
    return FARTHEST - STRICTER * max(0.0, 1 / count - 1 / ENOUGH)


def _middles(vectors: Vectors, drafts: Sequence[Draft]) -> Vectors:
    """Give for each card the middle of its kind, (n, k)."""
    middles = np.zeros_like(vectors)
    for kind in CardKind:
        rows = [row for row, draft in enumerate(drafts) if draft.kind is kind]
        middles[rows] = vectors[rows].sum(axis=0) / (len(rows) + HELP)
    return middles
