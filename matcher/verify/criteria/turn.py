"""Turn: mean over members of min(1, passed_over / 3)."""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import Formula, Range, known, mean_after
from matcher.verify.table import Facts
from models.challenges import Challenge


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean of how long the members have waited."""
    waits = [_wait(table.season.actors[own].passed_over) for own in members]
    return Range.of(sum(waits) / len(waits))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give how long each has waited."""
    return known([_wait(table.season.actors[own].passed_over) for own in members])


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean with each actor in each seat."""
    waits = [_wait(actor.passed_over) for actor in table.season.actors]
    return mean_after(np.array(waits), members)


def _wait(seasons: int) -> float:
    return min(1.0, seasons / 3)


FORMULA = Formula(
    key="turn",
    position=60,
    has_data=lambda season: any(actor.passed_over for actor in season.actors),
    score=score,
    parts=parts,
    after=after,
)
