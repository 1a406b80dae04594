"""What an actor has in a column of actors.csv, as rules on any column read it."""

import numpy as np

from matcher.core.arrays import Bools
from models.actors import Actor
from models.seasons import Season
from models.viewers import is_hidden


def mark_value(season: Season, column: str, value: str) -> Bools:
    """Say who has a value in a column, in any case and spacing: (A,)."""
    wanted = _plain(value)
    has = [wanted in map(_plain, _values(actor, column)) for actor in season.actors]
    return np.array(has, dtype=bool)


def _values(actor: Actor, column: str) -> list[str]:
    """Give the cell as a whole, and its parts between semicolons."""
    place = actor.place
    known: dict[str, list[str]] = {
        "id": [actor.id],
        "name": [actor.name],
        "sector": [str(actor.sector)],
        "place": [place.name, place.municipality],
        "county": [place.county],
        "country": [place.country],
        "description": [actor.description],
        "offers": [actor.offers],
        "seeks": [actor.seeks],
        "languages": [*actor.languages],
        "wishes": [*actor.wishes],
        "capacity": [str(actor.capacity)],
        "group": [actor.group],
        "available": [*actor.available],
        "passed_over": [str(actor.passed_over)],
        "visible": ["no" if is_hidden(actor) else "yes"],
    }
    if column in known:
        return known[column]
    cells = [cell for name, cell in actor.attributes if name == column]
    return [part for cell in cells for part in (cell, *cell.split(";"))]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
