"""Cells that name more than one place: "Malmö, Lund", and "Kista, Stockholm", which is one."""

import re
from collections.abc import Sequence

from data.reference.choosing import NEAR_KM
from data.reference.countries import to_country_named
from data.reference.readings import read_names
from data.reference.sweden import Sweden
from data.reference.towns import Town, Towns
from models.places import great_circle_km

_BETWEEN = re.compile(
    r"[,;/+&()|\n]|\s-\s|\s(?:och|samt|and|og|und|ja|eller|or|oder)\s", re.IGNORECASE
)


def split_places(written: str) -> list[str]:
    """Give the parts of a cell that may each be a place, without countries.

    Examples
    --------
    >>> split_places("Gävle (Sandviken), Sverige")
    ['Gävle', 'Sandviken']
    """
    parts = (part.strip() for part in _BETWEEN.split(written))
    return [part for part in parts if part and to_country_named(part) is None]


def find_several(
    written: str, country: str, known: Sweden | Towns
) -> tuple[Sequence[Town], list[Town]]:
    """Find the places that a cell names.

    Parameters
    ----------
    written : str
        The cell as it stands.
    country : str
        Country code.
    known : Sweden or Towns
        That country's places.

    Returns
    -------
    towns : sequence of Town
        Those that the cell means if it means one place, such as a district and its town,
        the one to take first; empty where parts of it do not say more than the whole.
    others : list of Town
        One for each different place, in the order written; empty where it is one.
    """
    named: list[Sequence[Town]] = []
    for part in split_places(written):
        readings = (known.find_exact(name) for name in read_names(part, country))
        if (found := next((each for each in readings if each), None)) and found not in named:
            named.append(found)
    if len(named) < 2:
        return (), []
    for number, found in enumerate(named):
        inner = [
            town
            for town in found
            if all(
                any(_holds(outer, town) for outer in other)
                for place, other in enumerate(named)
                if place != number
            )
        ]
        if inner:
            return inner, []
    return (), [found[0] for found in named]


def are_near(towns: Sequence[Town]) -> bool:
    """Say whether all of several places lie near the first."""
    first = towns[0].place
    return all(
        great_circle_km(first.lat, first.lon, each.place.lat, each.place.lon) <= NEAR_KM
        for each in towns
    )


def _holds(outer: Town, town: Town) -> bool:
    """Say whether a place is the other one's municipality, region, or itself."""
    if outer.place == town.place:
        return True
    is_home = outer.place.name == outer.place.municipality == town.place.municipality
    return is_home or outer.place.name == town.place.county
