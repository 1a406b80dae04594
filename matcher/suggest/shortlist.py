"""The best of many by score, exactly; and of these, ones of different kinds.

Choosing is by maximal marginal relevance: one after the other the actor is taken whose
score, less its likeness to the most alike one that is taken already, is largest.

References
----------
Carbonell, J. and Goldstein, J. (1998), The use of MMR, diversity-based reranking for
reordering documents and producing summaries. SIGIR 98, 335–336.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.suggest.parts import Part, to_score, tolerance_of
from models.canonical import DECIMALS

SCORE_WEIGHT = 0.7
"""How much the score counts against unlikeness when partners are chosen."""

_EQUAL_DECIMALS = 9
"""Decimals to which two worths count as equal."""


@dataclass(frozen=True, eq=False)
class Shortlist:
    """Actors, best first and equals in order of id.

    Attributes
    ----------
    actors : (n,) int array
    values : list of (n,) float arrays
        For each part, to the decimals of a published number.
    scores : (n,) float array
    """

    actors: Ints
    values: list[Floats]
    scores: Floats


def find_best(parts: tuple[Part, ...], actors: Ints, count: int) -> Shortlist:
    """Find the `count` best of some actors, or all of them where it is 0.

    Where there are many, estimates rule out those that can't be among the best, whatever
    the estimates' error; the rest are scored exactly.

    Parameters
    ----------
    parts : tuple of Part
    actors : (n,) int array, ascending
    count : int
    """
    if 0 < count < len(actors):
        estimates = to_score(parts, [part.values(None)[actors] for part in parts])
        least = np.partition(estimates, -count)[-count]
        actors = actors[estimates >= least - 2 * tolerance_of(parts)]
    values = [np.round(part.values(actors), DECIMALS) for part in parts]
    scores = to_score(parts, values)
    order = np.lexsort((actors, -scores))[: count or None]
    return Shortlist(actors[order], [value[order] for value in values], scores[order])


def spread_out(scores: Floats, count: int, likeness: Callable[[int], Floats]) -> Ints:
    """Choose `count` of n that score well and are unlike one another.

    The best by score is always chosen, and fewer are always among more. Equals go to the
    earlier one.

    Parameters
    ----------
    scores : (n,) float array, best first
    likeness : callable
        How alike everybody (n,) is to one of them, in [0, 1].

    Returns
    -------
    (count,) int array of places, ascending: so the better score stays first
    """
    nearest = np.zeros(len(scores))
    chosen: list[int] = []
    for _ in range(min(count, len(scores))):
        worth = np.round(SCORE_WEIGHT * scores - (1 - SCORE_WEIGHT) * nearest, _EQUAL_DECIMALS)
        worth[chosen] = -np.inf
        chosen.append(int(np.argmax(worth)))
        nearest = np.maximum(nearest, likeness(chosen[-1]))
    return np.array(sorted(chosen), dtype=np.int64)
