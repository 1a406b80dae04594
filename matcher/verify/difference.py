"""A place where a proposal does not agree with its season, and how far numbers may differ."""

from models.frozen import Frozen

ROUNDING = 2e-6
"""How far numbers that follow from published ones may be off."""
LAST_DIGIT = 5e-7
"""How far a stored number may be off where it is the same to the last of its six decimals."""
SUMS = 1e-4
"""How far a sum of contributions may be off the total that they explain."""
MACHINES = 1e-3
"""How far fits of the same words may differ between machines."""


class Difference(Frozen):
    """One place where a proposal does not agree with its season."""

    place: str
    stated: str
    computed: str


def difference(place: str, stated: object, computed: object) -> Difference:
    """Write a difference, with long values cut."""
    return Difference(place=place, stated=_cut(stated), computed=_cut(computed))


def under(place: str, found: Difference) -> Difference:
    """Say that a difference lies further down."""
    return Difference(place=f"{place}.{found.place}", stated=found.stated, computed=found.computed)


def compare_numbers(place: str, stated: float, computed: float) -> list[Difference]:
    """Compare numbers of six decimals."""
    if abs(stated - computed) <= ROUNDING:
        return []
    return [difference(place, stated, round(computed, 6))]


def compare_values(place: str, stated: object, computed: object) -> list[Difference]:
    """Compare what has to be the same."""
    return [] if stated == computed else [difference(place, stated, computed)]


def _cut(value: object) -> str:
    return str(value)[:120]
