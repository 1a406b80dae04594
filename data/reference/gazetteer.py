"""From what an organiser writes to a `Place`, in any country."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from data.reference.choosing import Resolved, Surroundings, pick_place
from data.reference.countries import NAMES, SWEDEN
from data.reference.names import fold, strip_county, strip_municipal
from data.reference.readings import find_other_country, read_names
from data.reference.several import are_near, find_several, split_places
from data.reference.spelling import CUTOFF, find_nearest
from data.reference.sweden import Municipality, Sweden, load_sweden
from data.reference.towns import Town, Towns, find_country, load_constants, load_towns
from data.reference.whole_country import is_whole_country
from models.errors import NotFound
from models.messages import say
from models.places import Place, great_circle_km
from models.text import Text
from models.wording import listing

NOWHERE = Surroundings()
"""Nothing that the row's other columns say."""

DISC_MEAN_DISTANCE = 0.9054
"""Mean distance between two random points of a disc, in radii."""

ALIKE = 80.0
"""Similarity, 0 to 100, of names to suggest where another country has what was written."""


@dataclass(frozen=True)
class FullSpread:
    """What counts as fully spread: so many areas, and this mean distance in km."""

    areas: int
    reference_km: float


class UnknownPlace(NotFound):
    """A name that leads to no place; carries the nearest known names."""

    def __init__(
        self, code: str, name: str, suggestions: tuple[str, ...] = (), **params: object
    ) -> None:
        hint = say("did_you_mean", names=", ".join(suggestions)) if suggestions else ""
        super().__init__(code, name=name, hint=hint, **params)
        self.suggestions = suggestions


class Gazetteer:
    """Swedish municipalities, localities and districts, and Europe's towns.

    What lies abroad is read from its file when a country is first asked for.
    """

    def __init__(self, sweden: Sweden) -> None:
        self._sweden = sweden

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Sweden's municipalities in order of their codes."""
        return self._sweden.municipalities

    @cached_property
    def counties(self) -> tuple[str, ...]:
        """Names of Sweden's counties, in alphabetical order."""
        return tuple(sorted({item.place.county for item in self.municipalities}))

    def knows(self, country: str) -> bool:
        """Say whether places of a country are known by name."""
        return self._of(country) is not None

    def names(self, country: str) -> tuple[str, ...]:
        """Give the names of a country's places; empty where none are known."""
        known = self._of(country)
        return tuple(known.names) if known else ()

    def regions(self, country: str) -> tuple[str, ...]:
        """Give the first-level regions of a country, or its code where none are known."""
        constants = load_constants().get(country)
        return constants.regions if constants else (country,)

    def resolve(self, name: str, country: str = SWEDEN, around: Surroundings = NOWHERE) -> Resolved:
        """Find the place that a name means.

        Parameters
        ----------
        name : str
            A municipality's or a town's name in any case and in any of its languages,
            with or without "kommun" or "stad" and the genitive, diacritics, postal
            codes and the country after it; letters that were read in a wrong encoding
            are mended.
        country : str
            Country code.
        around : Surroundings, optional
            Where the row's other columns say that the place lies.

        Returns
        -------
        Resolved
            The municipality at its own point, else of the places with the name the one
            that its surroundings fit, or the largest; a note says what was taken for
            granted. The whole country where that is meant.

        Raises
        ------
        UnknownPlace
            `unknown_place` (abroad `unknown_town`) with the nearest spellings, `several_places`
            where the name holds places far apart, `place_is_county`, `place_elsewhere` where only
            another
            country has it, or `place_needs_point` where no place is known.

        Examples
        --------
        >>> load_gazetteer().resolve("Malmo stad").place.name
        'Malmö'
        >>> load_gazetteer().resolve("KOBENHAVN", "DK").place.county
        'Hovedstaden'
        """
        known = self._of(country)
        if known is None:
            raise UnknownPlace("place_needs_point", name)
        if is_whole_country(name, country):
            return Resolved(self.whole_country(country, name)).noted("whole_country")
        names = read_names(name, country)
        other = find_other_country(name, country)
        around = self._look_around(name, country, around)
        found, others = find_several(name, country, known)
        if others and not around.municipality:
            return _take_first(name, others)
        found = found or next((found for each in names if (found := known.find(each))), ())
        if around.municipality and not found and not other:
            return self._take_home(name, names, around.municipality)
        if not found or other:
            raise self._explain(name, names, country, other)
        namesakes = known.find_namesakes(found[0].place) if isinstance(known, Sweden) else ()
        taken = pick_place(found, namesakes, around).told_of(name, names)
        unread = self._find_unread(name, known) if country == SWEDEN and not taken.note else ""
        if unread:
            return taken.noted("place_part_unread", name=taken.place.name, unread=unread)
        return taken

    def finds(self, name: str, country: str) -> bool:
        """Say whether a country has a place of just this name."""
        known = self._of(country)
        return bool(known and known.find_exact(fold(name)))

    def find_municipality(self, name: str, country: str = SWEDEN) -> Place | None:
        """Find a municipality by its name alone; abroad, the town that it is called after."""
        known = self._of(country)
        found = known.find(fold(name)) if known and fold(name) else ()
        if not found or (country == SWEDEN and found[0].place.name != found[0].place.municipality):
            return None
        return found[0].place

    def find_county(self, name: str, country: str = SWEDEN) -> str | None:
        """Find a first-level region by its name, in Sweden with or without "län"."""
        bare = fold(strip_county(name)).removeprefix("region ")
        known = {fold(region): region for region in self.regions(country)}
        return known.get(bare) or known.get(bare.removesuffix("s")) or known.get(fold(name))

    def whole_country(self, country: str, name: str = "") -> Place:
        """Give the place that is a whole country: in no region, and at no distance."""
        known = self._of(country)
        places = (
            [item.place for item in known.municipalities]
            if isinstance(known, Sweden)
            else [town.place for town in known.towns]
            if known
            else []
        )
        count = max(1, len(places))
        return Place(
            name=" ".join(name.split()) or country,
            municipality="",
            county="",
            lat=round(sum(place.lat for place in places) / count, 4),
            lon=round(sum(place.lon for place in places) / count, 4),
            country=country,
        )

    def locate(self, lat: float, lon: float, country: str = SWEDEN, name: str = "") -> Place | None:
        """Give the place at a point, with the municipality and county that it lies in.

        Parameters
        ----------
        lat, lon : float
            Decimal degrees.
        country : str
            Country code. Abroad municipality and county are the nearest town and its
            region; where no towns are known, the name, else the country, and the country.
        name : str
            What to call the place; empty: the municipality's name.

        Returns
        -------
        Place or None
            None where a Swedish point lies more than 5 km outside every municipality,
            or another more than 500 km from every town.
        """
        name = " ".join(name.split())
        known = self._of(country)
        if known is None:
            home = name or country
            return Place(
                name=name, municipality=home, county=country, lat=lat, lon=lon, country=country
            )
        found: Municipality | Town | None
        if isinstance(known, Sweden):
            found = known.find_home(lat, lon)
        else:
            found = known.find_nearest(lat, lon)
        if found is None:
            return None
        return found.place.evolve(name=name or found.place.name, lat=lat, lon=lon)

    def national_scale(self, country: str = SWEDEN) -> FullSpread:
        """Give the scale of a whole country: its regions, its places' mean distance.

        Where neither is known: one area, so that areas can't tell coalitions apart, and
        Sweden's distance.
        """
        constants = load_constants()
        known = constants.get(country, constants[SWEDEN])
        return FullSpread(areas=len(self.regions(country)), reference_km=known.reference_km)

    def regional_scale(self, place: Place, radius_km: float) -> FullSpread:
        """Give the scale of a disc: the municipalities whose point lies within the radius.

        Abroad the towns of the place's country are counted.
        """
        known = self._of(place.country)
        if known is None or isinstance(known, Sweden):
            homes = [item.place for item in self.municipalities]
        else:
            homes = [town.place for town in known.towns]
        points = {(home.lat, home.lon) for home in homes}
        within = sum(great_circle_km(place.lat, place.lon, *at) <= radius_km for at in points)
        return FullSpread(areas=within, reference_km=DISC_MEAN_DISTANCE * radius_km)

    def _of(self, country: str) -> Sweden | Towns | None:
        """Give what is known of a country's places."""
        return self._sweden if country == SWEDEN else load_towns(country)

    def _look_around(self, name: str, country: str, around: Surroundings) -> Surroundings:
        """Add the county that stands behind a name: "Åby, Östergötland"."""
        known = self._of(country)
        counties = {
            county
            for part in split_places(name)[1:]
            if (county := self.find_county(part, country))
            and known
            and (fold(part) != fold(county) or not known.find_exact(fold(part)))
        }
        return replace(around, counties=around.counties or frozenset(counties))

    def _find_unread(self, name: str, known: Sweden | Towns) -> str:
        """Give the parts of a cell that name nothing known, streets and boxes aside."""
        parts = split_places(name)
        unread = [
            part
            for part in parts
            if not any(letter.isdigit() for letter in part)
            and self.find_county(part) is None
            and not any(known.find(each) for each in read_names(part, SWEDEN))
        ]
        return ", ".join(unread) if len(parts) > len(unread) else ""

    def _take_home(self, name: str, names: tuple[str, ...], home: Place) -> Resolved:
        """Take the municipality of a name that is not known; one misspelt there is noted."""
        taken = Resolved(home.evolve(name=" ".join(name.split())))
        known = self._of(home.country)
        for near in self._suggest(names, home.country, cutoff=ALIKE) if known else ():
            meant = known.find(fold(near)) if known else ()
            if any(town.place.municipality == home.municipality for town in meant):
                municipality = home.municipality
                return taken.noted("place_misspelt", near=near, municipality=municipality)
        return taken

    def _explain(
        self, name: str, names: tuple[str, ...], country: str, other: str | None
    ) -> UnknownPlace:
        """Say why a name leads nowhere: it lies elsewhere, or it is misspelt."""
        if other is None:
            other, name = self._find_elsewhere(names, country) or (None, name)
        if other is None and (county := self.find_county(name, country)):
            return UnknownPlace("place_is_county", name, county=county)
        if other is None:
            near = self._suggest(names, country)
            if country == SWEDEN:
                return UnknownPlace("unknown_place", name, near)
            return UnknownPlace("unknown_town", name, near, country=NAMES[country])
        near = self._suggest(names, country, cutoff=ALIKE)
        return UnknownPlace("place_elsewhere", name, near, country=NAMES[other], country_code=other)

    def _find_elsewhere(self, names: tuple[str, ...], country: str) -> tuple[str, str] | None:
        """Give the country and the name of the largest place elsewhere that is called so."""
        if country != SWEDEN:
            for name in names:
                if found := self._sweden.find(name):
                    return SWEDEN, found[0].place.name
        town = find_country(names)
        return (town[1], town[0]) if town and town[1] != country else None

    def _suggest(
        self, names: tuple[str, ...], country: str, cutoff: float = CUTOFF
    ) -> tuple[str, ...]:
        """Give the names nearest to one that leads nowhere, also inside "… kommun"."""
        known = self._of(country)
        for name in names if known else ():
            homes = known.find_homes(name) if isinstance(known, Sweden) else ()
            inner = strip_municipal(name) or name
            others = set(known.names) - set(homes) if known else ()
            if near := (*homes, *find_nearest(inner, others, cutoff=cutoff))[:3]:
                return near
        return ()


def _take_first(name: str, others: list[Town]) -> Resolved:
    """Take the first of several places near each other; those far apart are refused."""
    all_of_them = listing([Text.same(f"{t.place.name} ({t.place.county})") for t in others])
    if not are_near(others):
        raise UnknownPlace("several_places", name, places=all_of_them)
    taken = Resolved(others[0].place)
    return taken.noted("several_near_places", name=taken.place.name, places=all_of_them)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the bundled tables of places, once."""
    return Gazetteer(load_sweden())
