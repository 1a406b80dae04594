"""Relevance: mean over members of relevance(actor, challenge), as it is stored."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import Formula, Range, known, mean_after
from matcher.verify.table import Facts
from models.challenges import Challenge


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean; between 0 and 1 for actors whose relevance is not known."""
    own = table.relevance_to(challenge.id)[list(members)]
    if np.isnan(own).any():
        return Range(
            float(np.nan_to_num(own, nan=0.0).mean()), float(np.nan_to_num(own, nan=1.0).mean())
        )
    return Range.of(float(own.mean()))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each member's relevance."""
    return known(table.relevance_to(challenge.id)[list(members)].tolist())


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean with each actor in each seat, whoever is not known counting 0."""
    return mean_after(np.nan_to_num(table.relevance_to(challenge.id), nan=0.0), members)


FORMULA = Formula(
    key="relevance",
    position=10,
    has_data=lambda _: True,
    score=score,
    parts=parts,
    after=after,
)
