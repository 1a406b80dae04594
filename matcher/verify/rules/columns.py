"""What an actor has in a column of actors.csv, as rules on any column read it."""

import numpy as np

from matcher.core.arrays import Bools
from models.columns import values_in
from models.seasons import Season


def mark_value(season: Season, column: str, value: str) -> Bools:
    """Say who has a value in a column, in any case and spacing: (A,)."""
    wanted = _plain(value)
    has = [wanted in map(_plain, values_in(actor, column)) for actor in season.actors]
    return np.array(has, dtype=bool)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
