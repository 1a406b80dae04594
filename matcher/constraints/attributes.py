"""The `attribute` and `value` keys: any column that rules can judge (`models.columns`)."""

import numpy as np

from matcher.constraints.kind import Key
from matcher.core.arrays import Bools
from matcher.core.pool import Pool
from models.columns import can_be_judged, values_in
from models.rules import Rule
from models.text import Text


def mark_attribute(pool: Pool, rule: Rule) -> tuple[Bools, dict[str, object], Text]:
    """Give who has the rule's value, the rule's keys, and a name for these actors."""
    column, value = str(rule.get("attribute")), str(rule.get("value"))
    marked = np.array(
        [
            _tidy(value) in [_tidy(own) for own in values_in(actor, column)]
            for actor in pool.season.actors
        ],
        dtype=bool,
    )
    whom = _WHOM.format(column=column, value=value)
    return marked, {"attribute": column, "value": value}, whom


def _tidy(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_column(value: object) -> bool:
    return isinstance(value, str) and can_be_judged(value)


_WHOM = Text(
    sv="aktörer med ”{value}” i kolumnen {column}",
    en="actors with “{value}” in the column {column}",
)
ATTRIBUTE_KEY = Key(
    "attribute",
    _is_column,
    Text(
        sv=(
            "Skriv en kolumn i aktörernas tabell, men inte e-post, som är personuppgift, eller "
            "lat och lon: var aktörerna finns begränsas med place, county_ceiling eller radius_km."
        ),
        en=(
            "Write a column of the actors' table, but not email, which is personal data, nor lat "
            "and lon: limit where actors are by place, county_ceiling or radius_km."
        ),
    ),
)
VALUE_KEY = Key(
    "value",
    lambda value: isinstance(value, str) and bool(value.strip()),
    Text(sv="Skriv kolumnens värde inom citattecken.", en="Write the column's value in quotes."),
)
