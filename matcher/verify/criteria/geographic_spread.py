"""Geographic spread: ½ · B(areas, K) + ½ · min(1, mean pairwise distance ÷ reference)."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.blau import NOWHERE, blau, blau_after, blau_parts
from matcher.verify.criteria.formula import (
    NOTHING_TO_JUDGE,
    Formula,
    Range,
    known,
    same_everywhere,
    scale_to,
)
from matcher.verify.table import Facts
from models.challenges import Challenge, Scope


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean of the two halves."""
    areas = _areas(table, challenge)[list(members)].tolist()
    return Range.of((blau(areas, challenge.areas) + _spread(table, challenge, members)) / 2)


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each member's part in both halves, each scaled by itself."""
    areas = _areas(table, challenge)[list(members)].tolist()
    unlike = blau_parts(areas, challenge.areas)
    within = table.distances_from(members)[:, list(members)]
    far = scale_to(within.sum(axis=1).tolist(), _spread(table, challenge, members))
    return known([(one + other) / 2 for one, other in zip(unlike, far, strict=True)])


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean of the two halves with each actor in each seat."""
    n = len(members)
    areas = blau_after(_areas(table, challenge), challenge.areas, members)
    if n < 2:
        return (areas + same_everywhere(table, members, NOTHING_TO_JUDGE)) / 2
    to_all = table.distances_from(members.tolist())
    spread = np.empty(to_all.shape)
    for i in range(n):
        rest = np.delete(np.arange(n), i)
        among = to_all[np.ix_(rest, members[rest])].sum() / 2
        km = (among + to_all[rest].sum(axis=0)) / (n * (n - 1) / 2)
        spread[i] = np.minimum(1.0, km / challenge.reference_km)
    halves: Floats = (areas + spread) / 2
    return halves


def _areas(table: Facts, challenge: Challenge) -> Ints:
    """Counties for national scope, municipalities for regional; nowhere without a place."""
    is_national = challenge.scope is Scope.NATIONAL
    areas = table.counties if is_national else table.municipalities
    return np.where(table.placed, areas, NOWHERE)


def _spread(table: Facts, challenge: Challenge, members: Sequence[int]) -> float:
    """Give the mean distance of a pair over the reference, at most 1."""
    n = len(members)
    if n < 2:
        return NOTHING_TO_JUDGE
    within = table.distances_from(members)[:, list(members)]
    return min(1.0, float(within.sum()) / (n * (n - 1)) / challenge.reference_km)


FORMULA = Formula(
    key="geographic_spread",
    position=30,
    has_data=lambda _: True,
    score=score,
    parts=parts,
    after=after,
)
