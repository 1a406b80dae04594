"""A place where a proposal does not agree with its season."""

from models.frozen import Frozen


class Difference(Frozen):
    """One place where a proposal does not agree with its season."""

    place: str
    stated: str
    computed: str


def difference(place: str, stated: object, computed: object) -> Difference:
    """Write a difference, with long values cut."""
    return Difference(place=place, stated=str(stated)[:120], computed=str(computed)[:120])


def under(place: str, found: Difference) -> Difference:
    """Say that a difference lies further down."""
    return found.evolve(place=f"{place}.{found.place}")
