"""Towns of the other countries: by name and by point, read country by country."""

import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from data.reference.name_index import EXACT, PLAIN, TIERS, NameIndex
from data.reference.names import strip_municipal
from models.places import Place, great_circle_km

FAR_KM = 500.0
"""A point so far from every town of a country lies outside it."""


@dataclass(frozen=True)
class Town:
    """A named place and its population; 0 where that isn't known."""

    place: Place
    population: int = 0


@dataclass(frozen=True)
class Constants:
    """A country's first-level regions, and the mean distance between two of its places."""

    regions: tuple[str, ...]
    reference_km: float


class Towns:
    """Finds one country's towns; a town is also its own municipality."""

    def __init__(self, country: str) -> None:
        self._rows = _load_rows()[country]
        self._country = country
        self._uses = Counter(row.name for row in self._rows)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every town's main name, the largest first."""
        return tuple(dict.fromkeys(town.place.name for town in self.towns))

    @cached_property
    def towns(self) -> tuple[Town, ...]:
        """The towns, the largest first."""
        return tuple(map(self._to_town, self._rows))

    def find(self, folded: str) -> Sequence[Town]:
        """Give the towns that a folded name may mean, the largest first.

        A name without diacritics may have lost them: "Munster" is looked up as Münster too.
        """
        dressed = strip_municipal(folded)
        for name in (folded, dressed, dressed.removesuffix("s")) if dressed else (folded,):
            for tier in TIERS[PLAIN:] if name.isascii() else TIERS:
                if found := self._by_name.find(name, tier):
                    return found
        return self._by_name.find_lost(folded)

    def find_exact(self, folded: str) -> Sequence[Town]:
        """Give the towns with just that name."""
        return self._by_name.find(strip_municipal(folded) or folded, EXACT)

    def find_nearest(self, lat: float, lon: float) -> Town | None:
        """Give the town nearest to a point, or None where all are far away."""
        km, number = min(
            (great_circle_km(lat, lon, town.place.lat, town.place.lon), number)
            for number, town in enumerate(self.towns)
        )
        return self.towns[number] if km <= FAR_KM else None

    @cached_property
    def _by_name(self) -> NameIndex[Town]:
        """The towns under all their names."""
        return NameIndex(
            (name, town)
            for town, row in zip(self.towns, self._rows, strict=True)
            for name in (row.name, *row.others)
        )

    def _to_town(self, row: "_Row") -> Town:
        """Give a row as a town; of several namesakes each has its region in its municipality."""
        is_only = self._uses[row.name] == 1
        place = Place(
            name=row.name,
            municipality=row.name if is_only else f"{row.name} ({row.region})",
            county=row.region,
            lat=row.lat,
            lon=row.lon,
            country=self._country,
        )
        return Town(place, row.population)


@dataclass(frozen=True)
class _Row:
    """A line of the table of towns."""

    name: str
    region: str
    lat: float
    lon: float
    population: int
    others: tuple[str, ...]


@lru_cache(maxsize=1)
def load_constants() -> dict[str, Constants]:
    """Load every country's constants, once.

    Examples
    --------
    >>> sweden = load_constants()["SE"]
    >>> len(sweden.regions), sweden.reference_km
    (21, 380.16)
    """
    text = Path(__file__).with_name("countries.json").read_text(encoding="utf-8")
    return {
        country: Constants(tuple(row["regions"]), row["reference_km"])
        for country, row in json.loads(text).items()
    }


@cache
def load_towns(country: str) -> Towns | None:
    """Load the towns of a country, once; None where none are known."""
    return Towns(country) if country in _load_rows() else None


def find_country(names: Sequence[str]) -> tuple[str, str] | None:
    """Give the name and the country of the largest town that has one of the names.

    Examples
    --------
    >>> find_country(["oslo"])
    ('Oslo', 'NO')
    """
    for name in names:
        for tier in (EXACT, PLAIN) if name.isascii() else (EXACT,):
            if found := _load_all_names().find(name, tier):
                return found[0]
    return None


@lru_cache(maxsize=1)
def _load_all_names() -> NameIndex[tuple[str, str]]:
    """Give all towns' main names and countries, the largest towns first."""
    rows = [(row, country) for country, rows in _load_rows().items() for row in rows]
    rows.sort(key=lambda item: -item[0].population)
    return NameIndex(
        (name, (row.name, country)) for row, country in rows for name in (row.name, *row.others)
    )


@lru_cache(maxsize=1)
def _load_rows() -> dict[str, tuple[_Row, ...]]:
    """Read the table of towns by country, the largest first."""
    with gzip.open(Path(__file__).with_name("towns.csv.gz"), "rt", encoding="utf-8") as file:
        lines = csv.reader(file)
        next(lines)
        rows = defaultdict(list)
        for country, name, region, lat, lon, population, others in lines:
            names = tuple(others.split("|")) if others else ()
            rows[country].append(_Row(name, region, float(lat), float(lon), int(population), names))
    return {country: tuple(listed) for country, listed in rows.items()}
