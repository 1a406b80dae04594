"""Words of facets: their stems, their kin, and the themes that they fall into."""

import numpy as np

from matcher.core.arrays import Floats
from matcher.embedding.languages import unit
from matcher.embedding.port import Vectors
from models.canonical import DECIMALS

FEWEST, MOST = 3, 6
"""How many facets are proposed where no number is asked for."""
LESS_CLEAR = 0.25
"""Share of the silhouette that may be given up for more themes."""
ENDING = 3
"""Letters by which two forms of a word differ in length at most."""
LEAST_LETTERS = 4
"""Letters of a word of content at least."""
_COMPOUND = 5
"""Letters of a stem at least that is known again at either end of a compound."""


def cluster_words(places: Vectors, weights: Floats, count: int | None) -> list[list[int]]:
    """Cluster words; gives the rows of each cluster, its strongest first.

    Where no count is given, as many of 3 to 6 as are nearly as clear (by silhouette) as the
    clearest number.
    """
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    most = max(1, len(places) // 2)
    wanted = range(FEWEST, MOST + 1) if count is None else (count,)
    found: list[tuple[float, list[list[int]]]] = []
    for number in sorted({min(number, most) for number in wanted}):
        groups = KMeans(number, n_init=20, random_state=0).fit(places, sample_weight=weights)
        middles = unit(groups.cluster_centers_)[groups.labels_]
        typical = np.round(weights * (places * middles).sum(axis=1), DECIMALS)
        rows = [np.flatnonzero(groups.labels_ == g).tolist() for g in range(number)]
        clarity = silhouette_score(places, groups.labels_, metric="cosine") if number > 1 else 0
        found.append((clarity, [sorted(own, key=lambda i: (-typical[i], i)) for own in rows]))
    clearest = max(clarity for clarity, _ in found)
    return [rows for clarity, rows in found if clarity >= clearest - LESS_CLEAR * abs(clearest)][-1]


def stem_of(word: str) -> str:
    """Give what a word is known by, also inside compounds and with other endings."""
    return word[:-2] if len(word) >= 7 else word


def is_inflected(one: str, other: str) -> bool:
    """Say whether two words differ by their endings only."""
    short, long = sorted((one, other), key=len)
    shared = max(4, len(short) - 2)
    return len(long) - len(short) <= ENDING and short[:shared] == long[:shared]


def is_kindred(one: str, other: str) -> bool:
    """Say whether one word stands within another, or they differ by their endings only."""
    return stem_of(one) in other or stem_of(other) in one or is_inflected(one, other)


def has_part(word: str, other: str) -> bool:
    """Say whether a word is another one, inflected or in a compound.

    Examples
    --------
    >>> has_part("gymnasieskolor", "gymnasiet"), has_part("skyfall", "fall")
    (True, False)
    """
    stem = stem_of(other)
    is_compound = len(stem) >= _COMPOUND and (word.startswith(stem) or word.endswith(other))
    return is_compound or is_inflected(word, other)
