"""Coverage: mean over facets of the best fit of a member to the facet."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import (
    NOTHING_TO_JUDGE,
    Formula,
    Range,
    known,
    same_everywhere,
)
from matcher.verify.table import Facts
from models.challenges import Challenge


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean over the facets; 0.5 where there are none."""
    if not challenge.facets:
        return Range.of(NOTHING_TO_JUDGE)
    fits = _fits(table, challenge)
    if fits is None:
        return Range(0.0, 1.0)
    best = float(np.mean([fits[list(members), f].max() for f in range(len(challenge.facets))]))
    return Range.near(best, table.leeway)


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give n ÷ facets times the fits of the facets that a member serves best, equals sharing.

    Whoever is nearly as good as the best may be the best on another machine.
    """
    n, facets = len(members), len(challenge.facets)
    if not facets:
        return known([NOTHING_TO_JUDGE] * n)
    fits = _fits(table, challenge)
    if fits is None:
        return [Range(0.0, float(n))] * n
    leeway = table.leeway
    low, high, exact = np.zeros(n), np.zeros(n), np.zeros(n)
    for f in range(facets):
        own = fits[list(members), f]
        best = own.max()
        first, near = own == best, own >= best - 2 * leeway
        exact[first] += best / first.sum()
        high[near] += min(1.0, best + leeway)
        if near.sum() == 1:
            low[near] += max(0.0, best - leeway)
    if table.is_exact:
        return known((exact * n / facets).tolist())
    ranges = zip(*(np.array([low, high, exact]) * n / facets).tolist(), strict=True)
    return [Range(*each) for each in ranges]


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean with each actor in each seat; the least that it can be, unread."""
    if not challenge.facets:
        return same_everywhere(table, members, NOTHING_TO_JUDGE)
    fits = _fits(table, challenge)
    if fits is None:
        return same_everywhere(table, members, 0.0)
    means = np.empty((len(members), table.size))
    for i in range(len(members)):
        best = fits[np.delete(members, i)].max(axis=0, initial=0.0)
        means[i] = np.maximum(best, fits).mean(axis=1)
    return means


def _fits(table: Facts, challenge: Challenge) -> Floats | None:
    return None if table.words is None else table.words.facets.get(challenge.id)


FORMULA = Formula(
    key="coverage",
    position=80,
    has_data=lambda season: any(challenge.facets for challenge in season.challenges),
    score=score,
    parts=parts,
    after=after,
)
