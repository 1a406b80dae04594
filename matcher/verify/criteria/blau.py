"""B(labels, K): the Blau index over the largest that so many members can reach."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import NOTHING_TO_JUDGE, scale_to

NOWHERE = -1
"""The label of who is of no kind: alike with everybody."""


def blau(labels: Sequence[int], kinds: int) -> float:
    """Give B, at most 1; 0 where there are fewer than two kinds."""
    if len(labels) < 2:
        return NOTHING_TO_JUDGE
    if kinds < 2:
        return 0.0
    return min(1.0, _unlike(labels) / _largest(len(labels), kinds))


def blau_parts(labels: Sequence[int], kinds: int) -> list[float]:
    """Give each member's unlike co-members, scaled to B."""
    unlike = [
        float(sum(NOWHERE not in (own, other) and other != own for other in labels))
        for own in labels
    ]
    return scale_to(unlike, blau(labels, kinds))


def blau_after(labels: Ints, kinds: int, members: Ints) -> Floats:
    """Give B when each actor takes each member's seat: (n, A)."""
    after = np.empty((len(members), len(labels)))
    own = labels[members].tolist()
    for i in range(len(own)):
        rest = [*own[:i], *own[i + 1 :]]
        after[i] = blau([*rest, int(labels.max()) + 1], kinds)  # unlike any of the rest
        for label in {*rest, NOWHERE}:
            after[i, labels == label] = blau([*rest, label], kinds)
    return after


@lru_cache(maxsize=4096)
def _largest(n: int, kinds: int) -> float:
    """Give the index of n members who are spread over the kinds as evenly as can be."""
    return _index([n // kinds + (kind < n % kinds) for kind in range(kinds)], n)


def _unlike(labels: Sequence[int]) -> float:
    """Give the share of ordered pairs, each with itself among them, whose labels differ."""
    counts = Counter(label for label in labels if label != NOWHERE)
    if counts.total() == len(labels):
        return _index(counts.values(), len(labels))
    alike = sum(count**2 for count in counts.values())
    return (counts.total() ** 2 - alike) / len(labels) ** 2


def _index(counts: Iterable[int], n: int) -> float:
    """Give 1 − Σ p²."""
    return 1 - sum((count / n) ** 2 for count in counts)
