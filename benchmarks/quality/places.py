"""How many places of real partners are found, and how far off they land.

Looks up what CORDIS and Interreg write, with `benchmarks.geocoding`; nothing is read, so all
readers give the same. Interreg gives counties only.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from benchmarks.geocoding import NEAR_KM, measure_km, read_partners, resolve
from benchmarks.json_lines import read_lines
from benchmarks.quality.task import Measure, Reader, part_of
from data.reference.countries import SWEDEN
from data.reference.gazetteer import load_gazetteer
from data.reference.names import fold, strip_county
from models.places import great_circle_km


def cover_sweden(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure Swedish cities, and the counties that Interreg gives."""
    yield from _cover(data, part, lambda country: country == SWEDEN)
    counties = [
        county
        for row in read_lines(data / "interreg_sv" / "dev.projects.jsonl.gz")
        if part_of(row["id"]) == part
        for partner in row["partners"]
        if (county := partner.get("nuts3"))
    ]
    known = {fold(county) for county in load_gazetteer().counties}
    found = [not known.isdisjoint({fold(name), fold(strip_county(name))}) for name in counties]
    yield Measure.mean("counties known", found)


def cover_europe(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure cities of the other countries whose towns are known."""
    knows = load_gazetteer().knows
    yield from _cover(data, part, lambda country: country != SWEDEN and knows(country))


def _cover(data: Path, part: str, is_asked: Callable[[str], bool]) -> Iterator[Measure]:
    """Measure the share of cities that are found, and how far off they land.

    A partner whose point lies outside its country is no evidence of distance.
    """
    gazetteer = load_gazetteer()
    partners = [
        partner
        for partner in read_partners(data / "cordis")
        if is_asked(partner.country) and part_of(partner.project) == part
    ]
    spellings = sorted({(partner.country, partner.city) for partner in partners})
    places = {spelling: resolve(gazetteer, *spelling) for spelling in spellings}
    yield Measure.mean("spellings found", [places[each] is not None for each in spellings])
    yield Measure.mean("partners found", [places[p.country, p.city] is not None for p in partners])
    off_km, home_km = [], []
    for partner in partners:
        place = places[partner.country, partner.city]
        to_home = measure_km(gazetteer, place, partner.point) if place else None
        if place and partner.point and to_home is not None:
            off_km.append(great_circle_km(place.lat, place.lon, *partner.point))
            home_km.append(to_home)
    near = [km <= NEAR_KM for km in home_km]
    yield Measure.mean(f"within {NEAR_KM:.0f} km of its municipality or town", near)
    table = np.array(off_km)
    yield Measure("median km to its point", len(table), lambda c: float(np.median(table[c])))
