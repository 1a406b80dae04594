"""Which of several places with a name is meant, by what else a row says."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.reference.countries import NAMES, SWEDEN
from data.reference.names import fold
from data.reference.towns import Town
from models.messages import say
from models.places import Place, great_circle_km
from models.text import Text
from models.wording import listing

NEAR_KM = 50.0
"""Places no farther apart than this are taken for the same neighbourhood."""

SMALL = 1_000
"""Inhabitants below which a locality alone with its name is stated: smaller ones have none."""


@dataclass(frozen=True)
class Resolved:
    """The place that a name means; `note` and its `code` say what was taken for granted."""

    place: Place
    note: Text | None = None
    code: str | None = None

    def noted(self, code: str, **params: object) -> "Resolved":
        """Give the same place with a note."""
        return Resolved(self.place, say(code, **params), code)

    def told_of(self, written: str, names: Sequence[str]) -> "Resolved":
        """Note where a small locality was written otherwise, or other words were left out.

        Capitals lose their marks in machines, so they are taken as they come.
        """
        place = self.place
        if self.note or place.country != SWEDEN or place.name == place.municipality:
            return self
        if fold(place.name) in names or written.isupper():
            return self
        return self.noted(
            "place_respelt",
            name=place.name,
            municipality=place.municipality,
            county=place.county,
        )


@dataclass(frozen=True)
class Surroundings:
    """Where the row's other columns say that a place lies.

    Attributes
    ----------
    municipality : Place or None
        By a column of its own.
    counties : frozenset of str
        By a column of its own, or by the postcode; empty where neither is known.
    """

    municipality: Place | None = None
    counties: frozenset[str] = field(default_factory=frozenset)


def pick_place(found: Sequence[Town], namesakes: Sequence[Town], around: Surroundings) -> Resolved:
    """Choose a place.

    Parameters
    ----------
    found : sequence of Town
        What the name means, the one to take first; one at least.
    namesakes : sequence of Town
        Localities elsewhere with the name of the municipality that was found.
    around : Surroundings
    """
    everywhere = [*found, *namesakes]
    if around.municipality:
        return _choose_within(everywhere, around.municipality)
    if around.counties:
        fitting = [town for town in everywhere if town.place.county in around.counties]
        if fitting:
            return _state(fitting, []) if len(fitting) > 1 else Resolved(fitting[0].place)
        taken = Resolved(found[0].place)
        counties = listing([Text.same(name) for name in sorted(around.counties)])
        return taken.noted(
            "place_other_county",
            name=taken.place.name,
            county=taken.place.county,
            counties=counties,
        )
    return _state(found, namesakes)


def _choose_within(towns: Sequence[Town], home: Place) -> Resolved:
    """Choose the place in a municipality; that decides, wherever the name leads."""
    inside = [town for town in towns if _is_in(town.place, home)]
    if inside:
        return Resolved(inside[0].place)
    nearest = min(towns, key=lambda town: _km(town.place, home)).place
    taken = Resolved(home.evolve(name=nearest.name))
    if _km(nearest, home) <= NEAR_KM:
        return taken
    return taken.noted(
        "place_other_municipality",
        name=nearest.name,
        found=nearest.municipality,
        municipality=home.municipality,
    )


def _state(found: Sequence[Town], namesakes: Sequence[Town]) -> Resolved:
    """Take the first, and say where others have its name, or that smaller ones may."""
    town = found[0]
    place, taken = town.place, Resolved(town.place)
    if len(found) > 1:
        at_home = place.country == SWEDEN
        return taken.noted(
            "ambiguous_place",
            name=place.name,
            count=len(found),
            region=f"{place.municipality} ({place.county})" if at_home else place.county,
            country=NAMES[place.country],
        )
    far = [other.place for other in namesakes if _km(other.place, place) > NEAR_KM]
    if far:
        return taken.noted(
            "namesake_elsewhere",
            name=place.name,
            county=place.county,
            other=f"{far[0].municipality} ({far[0].county})",
        )
    if place.country == SWEDEN and 0 < town.population < SMALL:
        return taken.noted(
            "small_locality",
            name=place.name,
            municipality=place.municipality,
            county=place.county,
        )
    return taken


def _is_in(place: Place, home: Place) -> bool:
    """Say whether a place lies in a municipality; abroad, near the town."""
    if place.municipality == home.municipality:
        return True
    return place.country != SWEDEN and _km(place, home) <= NEAR_KM / 2


def _km(one: Place, other: Place) -> float:
    return great_circle_km(one.lat, one.lon, other.lat, other.lon)
