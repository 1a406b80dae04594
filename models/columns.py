"""What rules read in the columns of the actors' file: decided here for engine and checker.

A column of the contract gives what the actor has there, in the spelling of the vocabulary; a
column of the organiser's own gives its cell.
"""

from collections.abc import Callable

from models.actors import Actor
from models.people import PERSONAL
from models.viewers import is_hidden

MEASURED = frozenset({"lat", "lon"})
"""Columns of numbers that no value of a rule is the same as: they say where a place is."""

_READ: dict[str, Callable[[Actor], tuple[str, ...]]] = {
    "id": lambda actor: (actor.id,),
    "name": lambda actor: (actor.name,),
    "sector": lambda actor: (str(actor.sector),),
    "place": lambda actor: (actor.place.name, actor.place.municipality),
    "county": lambda actor: (actor.place.county,),
    "country": lambda actor: (actor.place.country,),
    "description": lambda actor: (actor.description,),
    "offers": lambda actor: (actor.offers,),
    "seeks": lambda actor: (actor.seeks,),
    "languages": lambda actor: actor.languages,
    "wishes": lambda actor: actor.wishes,
    "capacity": lambda actor: (str(actor.capacity),),
    "group": lambda actor: (actor.group,),
    "available": lambda actor: actor.available,
    "passed_over": lambda actor: (str(actor.passed_over),),
    "visible": lambda actor: ("no" if is_hidden(actor) else "yes",),
}


def can_be_judged(column: str) -> bool:
    """Say whether a rule may ask for values of a column; personal and measured ones have none.

    Examples
    --------
    >>> can_be_judged("sector"), can_be_judged("size of staff"), can_be_judged("lat")
    (True, True, False)
    """
    return bool(column) and column not in PERSONAL | MEASURED


def values_in(actor: Actor, column: str) -> tuple[str, ...]:
    """Give what an actor has in a column, as the season spells it.

    A column whose cells hold several values, `;` between, gives each of them, too.
    """
    known = _READ[column](actor) if column in _READ else ()
    cells = [text for name, text in actor.attributes if name == column]
    return (*known, *(part for cell in cells for part in _parts(cell)))


def _parts(cell: str) -> tuple[str, ...]:
    return (cell, *cell.split(";")) if ";" in cell else (cell,)
