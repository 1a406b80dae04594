"""Novelty: share of pairs without a tie."""

from collections.abc import Sequence
from itertools import combinations

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
    """Count the pairs."""
    pairs = list(combinations(members, 2))
    if not pairs:
        return Range.of(NOTHING_TO_JUDGE)
    return Range.of(sum(other not in table.ties[one] for one, other in pairs) / len(pairs))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each member's share of co-members without a tie."""
    others = len(members) - 1
    if not others:
        return known([NOTHING_TO_JUDGE])
    return known([1 - len(table.ties[own] & set(members)) / others for own in members])


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the share with each actor in each seat."""
    n = len(members)
    if n < 2:
        return same_everywhere(table, members, NOTHING_TO_JUDGE)
    tied = table.are_tied(members.tolist())
    shares = np.empty(tied.shape)
    for i in range(n):
        rest = np.delete(np.arange(n), i)
        among = tied[np.ix_(rest, members[rest])].sum() / 2
        shares[i] = 1 - (among + tied[rest].sum(axis=0)) / (n * (n - 1) / 2)
    return shares


FORMULA = Formula(
    key="novelty",
    position=40,
    has_data=lambda _: True,
    score=score,
    parts=parts,
    after=after,
)
