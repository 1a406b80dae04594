"""Chances of dropping out, from a column of the organiser's own in the actors' table."""

import math

from data.files.columns import tidy_header
from data.reference.spelling import find_nearest
from models.errors import Fault, InputError
from models.messages import say
from models.seasons import Season

MOST = 0.99


def read_chances(season: Season, column: str | None, usual: float) -> dict[str, float]:
    """Give each actor's chance of dropping out, by id.

    Parameters
    ----------
    column : str, optional
        An own column of the actors' table: numbers from 0 to 0.99 or per cent; without a number
        the usual chance holds.
    usual : float
        The chance of all others.

    Raises
    ------
    InputError
        `no_such_column`, or `not_a_chance` for every cell that is none.
    """
    if column is None:
        return {actor.id: usual for actor in season.actors}
    name = tidy_header(column)
    known = sorted({key for actor in season.actors for key, _ in actor.attributes})
    if name not in known:
        shown = ", ".join(find_nearest(name, known) or known) or "–"
        words = {"column": column, "known": shown}
        raise InputError((Fault.given("column", column, "no_such_column", **words),))
    chances, faults = dict[str, float](), list[Fault]()
    for actor in season.actors:
        text = dict(actor.attributes).get(name, "").strip()
        chance = _read_chance(text) if text else usual
        if chance is None:
            mend = say("not_a_chance", name=actor.name, value=text)
            faults.append(
                Fault(file="actors", column=name, value=text, code="not_a_chance", mend=mend)
            )
        else:
            chances[actor.id] = chance
    if faults:
        raise InputError(tuple(faults))
    return chances


def _read_chance(text: str) -> float | None:
    """Read 0.1, 0,1 or 10 %; None for anything else."""
    plain = text.replace(",", ".").replace("\u00a0", " ")
    is_percent = plain.endswith("%")
    try:
        value = float(plain.rstrip("% ")) / (100 if is_percent else 1)
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value <= MOST else None
