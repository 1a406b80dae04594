"""The `attribute` and `value` keys: any column of the actors' file, personal data aside."""

import numpy as np

from matcher.constraints.kind import Key
from matcher.core.arrays import Bools
from matcher.core.pool import Pool
from models.actors import Actor
from models.people import PERSONAL
from models.rules import Rule
from models.text import Text


def values_of(actor: Actor, column: str) -> tuple[str, ...]:
    """Give what an actor has in a column, as the file spells it.

    A column whose cells hold several values, `;` between, gives each of them.
    """
    if column == "place":
        return (actor.place.name, actor.place.municipality)
    if column in ("county", "country"):
        return (str(getattr(actor.place, column)),)
    if column in Actor.model_fields and column != "attributes":
        value = getattr(actor, column)
        if isinstance(value, bool):
            return ("yes" if value else "no",)
        return tuple(value) if isinstance(value, tuple) else (str(value),)
    return tuple(part for name, text in actor.attributes if name == column for part in _parts(text))


def _parts(cell: str) -> tuple[str, ...]:
    return (cell, *cell.split(";")) if ";" in cell else (cell,)


def mark_attribute(pool: Pool, rule: Rule) -> tuple[Bools, dict[str, object], Text]:
    """Give who has the rule's value, the rule's keys, and a name for these actors."""
    column, value = str(rule.get("attribute")), str(rule.get("value"))
    marked = np.array(
        [
            _tidy(value) in [_tidy(own) for own in values_of(actor, column)]
            for actor in pool.season.actors
        ],
        dtype=bool,
    )
    whom = _WHOM.format(column=column, value=value)
    return marked, {"attribute": column, "value": value}, whom


def _tidy(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_column(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value not in PERSONAL


_WHOM = Text(
    sv="aktörer med ”{value}” i kolumnen {column}",
    en="actors with “{value}” in the column {column}",
)
ATTRIBUTE_KEY = Key(
    "attribute",
    _is_column,
    Text(
        sv="Skriv en kolumn i aktörernas tabell, men inte e-post, som är personuppgift.",
        en="Write a column of the actors' table, but not email, which is personal data.",
    ),
)
VALUE_KEY = Key(
    "value",
    lambda value: isinstance(value, str) and bool(value.strip()),
    Text(sv="Skriv kolumnens värde inom citattecken.", en="Write the column's value in quotes."),
)
