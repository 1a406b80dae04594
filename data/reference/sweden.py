"""Sweden's municipalities, localities and districts: by name and by point."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from data.reference.name_index import EXACT, PLAIN, TIERS, NameIndex
from data.reference.names import OTHER_NAMES, fold, strip_municipal
from data.reference.polygons import Area
from data.reference.towns import Town
from models.places import Place

OFFSHORE_KM = 5.0
"""How far outside every municipality a point may lie and still belong to the nearest one."""

VILLAGE = 1
"""Inhabitants of a place of which no more is known than that it is smaller than a namesake."""


@dataclass(frozen=True)
class Municipality:
    """A municipality with its official point and its land."""

    code: str
    place: Place
    area: Area


class Sweden:
    """Finds Swedish places.

    A municipality's name always means the municipality; only other names are
    localities, or districts, which stand at their municipality's point.
    """

    def __init__(self, municipalities: Iterable[Municipality], localities: Iterable[Town]) -> None:
        self.municipalities = tuple(municipalities)
        self._localities = tuple(sorted(localities, key=lambda item: -item.population))

    @property
    def localities(self) -> tuple[Town, ...]:
        """Localities and districts, the largest first."""
        return self._localities

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that leads somewhere, municipalities first."""
        towns = dict.fromkeys(item.place.name for item in self._localities)
        return (*(item.place.name for item in self.municipalities), *towns)

    def find(self, folded: str) -> Sequence[Town]:
        """Give the places that a folded name may mean, the one to take first."""
        if dressed := strip_municipal(folded):
            for name in (dressed, dressed.removesuffix("s")):
                for tier in TIERS:
                    if len(found := self._by_municipality.find(name, tier)) == 1:
                        return found
        for tier in TIERS:
            if len(found := self._by_municipality.find(folded, tier)) == 1:
                return found
            if found := self._by_locality.find(folded, tier):
                return found
        return self._by_municipality.find_lost(folded) or self._by_locality.find_lost(folded)

    def find_exact(self, folded: str) -> Sequence[Town]:
        """Give the places with just that name, but for a municipality's lost marks."""
        name = strip_municipal(folded) or folded
        for each in (name, name.removesuffix("s")) if name != folded else (name,):
            for tier in (EXACT, PLAIN):
                if len(found := self._by_municipality.find(each, tier)) == 1:
                    return found
        return self._by_locality.find(folded, EXACT)

    def find_namesakes(self, place: Place) -> Sequence[Town]:
        """Give the localities in other municipalities that are called as a municipality is."""
        if place.name != place.municipality:
            return ()
        found = self._by_locality.find(fold(place.name), EXACT)
        return [town for town in found if town.place.municipality != place.name]

    def find_homes(self, folded: str) -> tuple[str, ...]:
        """Give the municipalities of the localities whose name stands inside "… kommun"."""
        inner = strip_municipal(folded) or folded
        found = self._by_locality.find(inner, TIERS[0])
        return tuple(sorted({town.place.municipality for town in found}))

    def find_home(self, lat: float, lon: float) -> Municipality | None:
        """Find the municipality that a point lies in, else the nearest within reach."""
        near = [item for item in self.municipalities if item.area.is_near(lat, lon, OFFSHORE_KM)]
        inside = next((item for item in near if item.area.contains(lat, lon)), None)
        if inside or not near:
            return inside
        km, code = min((item.area.distance_km(lat, lon), item.code) for item in near)
        return next(item for item in near if item.code == code) if km <= OFFSHORE_KM else None

    @cached_property
    def _by_municipality(self) -> NameIndex[Town]:
        """The municipalities as places, also under their other names."""
        towns = {item.place.name: Town(item.place) for item in self.municipalities}
        other = ((name, towns[official]) for name, official in OTHER_NAMES.items())
        return NameIndex((*towns.items(), *other))

    @cached_property
    def _by_locality(self) -> NameIndex[Town]:
        """The localities and districts, the largest first."""
        return NameIndex((town.place.name, town) for town in self._localities)


@lru_cache(maxsize=1)
def load_sweden() -> Sweden:
    """Load Sweden's tables, once."""
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
    homes = {key: item.place for item in municipalities for key in (item.code, item.place.name)}
    text = gzip.decompress((here / "localities.csv.gz").read_bytes()).decode()
    localities = [
        Town(
            homes[row["municipality"]].evolve(
                name=row["name"], lat=float(row["lat"]), lon=float(row["lon"])
            ),
            int(row["population"]),
        )
        for row in csv.DictReader(io.StringIO(text))
    ]
    districts = [
        Town(homes[row["municipality"]].evolve(name=row["name"]))
        for row in _read_rows(here / "districts.csv")
    ]
    right = {row["name"]: row["municipality"] for row in _read_rows(here / "locality_homes.csv")}
    return Sweden(municipalities, (*_mend_homes(localities, right, homes), *districts))


def _mend_homes(
    localities: Iterable[Town], right: Mapping[str, str], homes: Mapping[str, Place]
) -> Iterator[Town]:
    """Take the inhabitants from villages that GeoNames gave a larger namesake's.

    Where it does not have the larger one at all, that stands at its municipality's point.
    """
    missing = dict(right)
    for town in localities:
        name, home = town.place.name, town.place.municipality
        if right.get(name, home) == home:
            missing.pop(name, None)
            yield town
        else:
            yield Town(town.place, VILLAGE)
    for name, home in missing.items():
        yield Town(homes[home].evolve(name=name), VILLAGE + 1)


def _read_rows(path: Path) -> list[dict[str, str]]:
    """Read a small table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
