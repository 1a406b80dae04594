"""Wishes: the r-th of m counts 1 − (r − 1)/m, another challenge 0, no wishes at all 0.5."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import (
    NOTHING_TO_JUDGE,
    Formula,
    Range,
    known,
    mean_after,
)
from matcher.verify.table import Facts
from models.challenges import Challenge


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean of what the challenge counts to the members."""
    worths = [_worth(table.season.actors[own].wishes, challenge.id) for own in members]
    return Range.of(sum(worths) / len(worths))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give what it counts to each."""
    return known([_worth(table.season.actors[own].wishes, challenge.id) for own in members])


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean with each actor in each seat."""
    worths = [_worth(actor.wishes, challenge.id) for actor in table.season.actors]
    return mean_after(np.array(worths), members)


def _worth(wishes: Sequence[str], challenge: str) -> float:
    if not wishes:
        return NOTHING_TO_JUDGE
    for rank, wish in enumerate(wishes, start=1):
        if wish == challenge:
            return 1 - (rank - 1) / len(wishes)
    return 0.0


FORMULA = Formula(
    key="wishes",
    position=50,
    has_data=lambda season: any(actor.wishes for actor in season.actors),
    score=score,
    parts=parts,
    after=after,
)
