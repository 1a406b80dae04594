"""Sector diversity: B(sectors, 4)."""

from collections.abc import Sequence

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.blau import blau, blau_after, blau_parts
from matcher.verify.criteria.formula import Formula, Range, known
from matcher.verify.table import Facts
from models.challenges import Challenge

SECTORS = 4


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give B over the members' sectors."""
    return Range.of(blau(table.sectors[list(members)].tolist(), SECTORS))


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each member's co-members from other sectors, scaled."""
    return known(blau_parts(table.sectors[list(members)].tolist(), SECTORS))


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give B with each actor in each seat."""
    return blau_after(table.sectors, SECTORS, members)


FORMULA = Formula(
    key="sector_diversity",
    position=20,
    has_data=lambda _: True,
    score=score,
    parts=parts,
    after=after,
)
