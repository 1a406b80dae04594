"""Names and points of places: from what an organiser writes to a `Place`."""

import csv
import gzip
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from data.reference.countries import SWEDEN
from data.reference.names import (
    OTHER_NAMES,
    fold,
    strip_municipal,
    to_digraphs,
    to_plain,
)
from data.reference.polygons import Area
from data.reference.spelling import find_nearest
from models.errors import NotFound
from models.messages import say
from models.places import Place, great_circle_km
from models.text import Text

OFFSHORE_KM = 5.0
"""How far outside every municipality a point may lie and still belong to the nearest one."""

NATIONAL_SCALE = {SWEDEN: (21, 380.16)}
"""Counties, and mean distance in km between two municipalities, by country."""

DISC_MEAN_DISTANCE = 0.9054
"""Mean distance between two random points of a disc, in radii."""


@dataclass(frozen=True)
class Municipality:
    """A municipality with its official point and its land."""

    code: str
    place: Place
    area: Area


@dataclass(frozen=True)
class Locality:
    """A town, village or district that is no municipality's name."""

    place: Place
    population: int


@dataclass(frozen=True)
class Resolved:
    """The place that a name means; `note` and its `code` say where others have the name."""

    place: Place
    note: Text | None = None
    code: str | None = None


@dataclass(frozen=True)
class Scale:
    """What counts as fully spread: so many areas, and this mean distance in km."""

    areas: int
    reference_km: float


class UnknownPlace(NotFound):
    """A name that leads to no place; carries the nearest known names."""

    def __init__(self, code: str, name: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = say("did_you_mean", names=", ".join(suggestions)) if suggestions else ""
        super().__init__(code, name=name, hint=hint)
        self.suggestions = suggestions


class Gazetteer:
    """Swedish municipalities and localities by name and by point.

    A municipality's name always means the municipality; only other names are
    localities. Elsewhere than in Sweden a place is known by its point alone.
    """

    def __init__(
        self, municipalities: Iterable[Municipality], localities: Iterable[Locality]
    ) -> None:
        self.municipalities = tuple(municipalities)
        self._localities: dict[str, list[Locality]] = defaultdict(list)
        for locality in sorted(localities, key=lambda item: -item.population):
            self._localities[fold(locality.place.name)].append(locality)
        self._by_name = {fold(item.place.name): item for item in self.municipalities}
        for other, name in OTHER_NAMES.items():
            self._by_name[other] = self._by_name[fold(name)]
        for other in OTHER_NAMES.keys() & self._localities.keys():
            del self._localities[other]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that leads somewhere, municipalities first."""
        towns = (item[0].place.name for item in self._localities.values())
        return (*(item.place.name for item in self.municipalities), *towns)

    @cached_property
    def counties(self) -> tuple[str, ...]:
        """Names of the counties, in alphabetical order."""
        return tuple(sorted({item.place.county for item in self.municipalities}))

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """Folded names by their spellings without diacritics, municipalities' first."""
        known: dict[str, str] = {}
        for name in (*self._by_name, *self._localities):
            for spelling in (to_plain(name), to_digraphs(name)):
                known.setdefault(spelling, name)
        return known

    def resolve(self, name: str, country: str = SWEDEN) -> Resolved:
        """Find the place that a name means.

        Parameters
        ----------
        name : str
            A municipality's name in any case, with or without "kommun" or "stad" and
            the genitive, in Swedish, in English or without diacritics; or a locality's.
        country : str
            Country code; only Swedish names are known.

        Returns
        -------
        Resolved
            The municipality at its own point, else the largest locality of the name,
            with a note where another municipality has one too.

        Raises
        ------
        UnknownPlace
            `unknown_place` with the nearest spellings, or `place_needs_point` abroad.

        Examples
        --------
        >>> load_gazetteer().resolve("Malmo stad").place.name
        'Malmö'
        """
        if country != SWEDEN:
            raise UnknownPlace("place_needs_point", name)
        municipality = self._find_municipality(fold(name))
        if municipality is not None:
            return Resolved(municipality.place)
        equals = self._localities.get(fold(name)) or self._localities.get(
            self._spellings.get(to_plain(fold(name)), ""), []
        )
        if not equals:
            raise UnknownPlace("unknown_place", name, self._suggest(name))
        taken = equals[0].place
        if len(equals) == 1:
            return Resolved(taken)
        note = say(
            "ambiguous_place",
            name=taken.name,
            count=len(equals),
            municipality=taken.municipality,
            county=taken.county,
        )
        return Resolved(taken, note, "ambiguous_place")

    def locate(self, lat: float, lon: float, country: str = SWEDEN, name: str = "") -> Place | None:
        """Give the place at a point, with the municipality and county that it lies in.

        Parameters
        ----------
        lat, lon : float
            Decimal degrees.
        country : str
            Country code. Outside Sweden the municipality is the name, else the country,
            and the county is the country.
        name : str
            What to call the place; empty: the municipality's name.

        Returns
        -------
        Place or None
            None where a Swedish point lies more than 5 km outside every municipality.
        """
        name = " ".join(name.split())
        if country != SWEDEN:
            home = name or country
            return Place(
                name=name, municipality=home, county=country, lat=lat, lon=lon, country=country
            )
        found = self._find_home(lat, lon)
        if found is None:
            return None
        return found.place.model_copy(
            update={"name": name or found.place.name, "lat": lat, "lon": lon}
        )

    def national_scale(self, country: str = SWEDEN) -> Scale:
        """Give the scale of a whole country.

        Elsewhere than in Sweden neither regions nor towns are known yet: one area, so
        that areas can't tell coalitions apart, and Sweden's distance.
        """
        areas, reference_km = NATIONAL_SCALE.get(country, (1, NATIONAL_SCALE[SWEDEN][1]))
        return Scale(areas=areas, reference_km=reference_km)

    def regional_scale(self, place: Place, radius_km: float) -> Scale:
        """Give the scale of a disc: the municipalities whose point lies within the radius."""
        within = sum(
            great_circle_km(place.lat, place.lon, item.place.lat, item.place.lon) <= radius_km
            for item in self.municipalities
        )
        return Scale(areas=within, reference_km=DISC_MEAN_DISTANCE * radius_km)

    def _find_municipality(self, folded: str) -> Municipality | None:
        """Find a municipality by a folded name, however it is dressed."""
        inner = strip_municipal(folded) or folded
        candidates = (folded, inner, inner.removesuffix("s") if inner != folded else folded)
        plain = (
            self._spellings.get(name, "") for name in candidates if name not in self._localities
        )
        return next((self._by_name[n] for n in (*candidates, *plain) if n in self._by_name), None)

    def _find_home(self, lat: float, lon: float) -> Municipality | None:
        """Find the municipality that a point lies in, else the nearest within reach."""
        near = [item for item in self.municipalities if item.area.is_near(lat, lon, OFFSHORE_KM)]
        inside = next((item for item in near if item.area.contains(lat, lon)), None)
        if inside or not near:
            return inside
        km, code = min((item.area.distance_km(lat, lon), item.code) for item in near)
        return next(item for item in near if item.code == code) if km <= OFFSHORE_KM else None

    def _suggest(self, name: str) -> tuple[str, ...]:
        """Give the names nearest to one that leads nowhere, also inside "… kommun"."""
        inner = strip_municipal(fold(name)) or name
        homes = {item.place.municipality for item in self._localities.get(inner, ())}
        return (*sorted(homes), *find_nearest(inner, set(self.names) - homes))[:3]


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the bundled tables of places, once."""
    here = Path(__file__).parent
    rows = json.loads(gzip.decompress((here / "municipalities.json.gz").read_bytes()))
    municipalities = [
        Municipality(
            code=row["code"],
            place=Place(
                name=row["name"],
                municipality=row["name"],
                county=row["county"],
                lat=row["lat"],
                lon=row["lon"],
            ),
            area=Area(tuple(tuple((x, y) for x, y in ring) for ring in row["rings"])),
        )
        for row in rows
    ]
    homes = {item.code: item.place for item in municipalities}
    text = gzip.decompress((here / "localities.csv.gz").read_bytes()).decode()
    localities = [
        Locality(
            place=homes[row["municipality"]].model_copy(
                update={"name": row["name"], "lat": float(row["lat"]), "lon": float(row["lon"])}
            ),
            population=int(row["population"]),
        )
        for row in csv.DictReader(io.StringIO(text))
    ]
    return Gazetteer(municipalities, localities)
