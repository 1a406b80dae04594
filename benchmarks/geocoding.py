"""How many real, messy city names find their place, and how far off they land.

``python -m benchmarks.geocoding --cordis DIR`` reads the `*.projects.jsonl.gz` in DIR, EU
research projects as CORDIS gives them, one JSON a line. A spelling is found if it resolves
with the partner's country. It lands right if its place lies within 75 km of the municipality
(abroad: the town) that the partner's own coordinates lie in; a partner without coordinates,
or with some outside its country, is no evidence.

``--register FILE`` reads a register of Swedish localities, a CSV with the columns `ort` and
`kommun`; ``--register own`` takes the localities of the tables, as far as their municipality is
sure. Each is looked up with its municipality and without. One that lands farther than 100 km
from its municipality without a warning is listed.
"""

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from data.reference.choosing import Surroundings
from data.reference.countries import SWEDEN
from data.reference.gazetteer import Gazetteer, UnknownPlace, load_gazetteer
from data.reference.sweden import VILLAGE, load_sweden
from models.places import Place, great_circle_km

NEAR_KM = 75.0
WRONG_KM = 100.0


class Partner(NamedTuple):
    """Where a partner of a project says that it is."""

    country: str
    city: str
    point: tuple[float, float] | None
    project: str


def main() -> None:
    """Print the figures, and the spellings behind every miss."""
    parser = argparse.ArgumentParser(description="Look up the cities of real consortia.")
    parser.add_argument("--cordis", type=Path, metavar="DIR")
    parser.add_argument("--register", metavar="FILE")
    asked = parser.parse_args()
    gazetteer = load_gazetteer()
    if asked.register:
        measure_register(read_register(asked.register), gazetteer)
    if not asked.cordis:
        return
    partners = sorted(read_partners(asked.cordis), key=lambda p: (p.city, str(p)))
    measure("Sweden", [p for p in partners if p.country == SWEDEN], gazetteer, told=True)
    abroad = [p for p in partners if p.country != SWEDEN and gazetteer.knows(p.country)]
    north = [p for p in abroad if p.country in ("DK", "FI", "FO", "IS", "NO")]
    measure("other Nordic countries", north, gazetteer)
    measure("Europe but Sweden", abroad, gazetteer)


def read_partners(folder: Path) -> Iterator[Partner]:
    """Give the partners with a country and a city, each once for a project."""
    seen = set()
    for path in sorted(folder.glob("*.projects.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for project in map(json.loads, file):
                for number, row in enumerate(project["partners"]):
                    key = (project["id"], row.get("org", number))
                    if key not in seen and row.get("country") and row.get("city"):
                        seen.add(key)
                        point = (row["lat"], row["lon"]) if "lat" in row else None
                        yield Partner(row["country"], row["city"], point, project["id"])


def measure(title: str, partners: list[Partner], gazetteer: Gazetteer, told: bool = False) -> None:
    """Print the share of spellings that are found and of partners that land right."""
    uses = Counter((p.country, p.city) for p in partners)
    places = {key: resolve(gazetteer, *key) for key in uses}
    lost = sorted(key for key, place in places.items() if place is None)
    rows = uses.total() - sum(uses[key] for key in lost)
    off = [
        (km, p)
        for p in partners
        if (place := places[p.country, p.city])
        and (km := measure_km(gazetteer, place, p.point)) is not None
    ]
    far = [(km, p) for km, p in off if km > NEAR_KM]
    print(
        f"{title}: {show(len(uses) - len(lost), len(uses))} spellings found, "
        f"{show(rows, uses.total())} partners; of those with coordinates "
        f"{show(len(off) - len(far), len(off))} within {NEAR_KM:.0f} km"
    )
    for key in lost if told else ():
        print(f"  not found: {key[1]!r}")
    for km, p in far if told else ():
        print(f"  {km:.0f} km off: {p.city!r}")


def read_register(source: str) -> list[tuple[str, str]]:
    """Give localities with their municipality, each pair once."""
    if source != "own":
        with Path(source).open(encoding="utf-8-sig", newline="") as file:
            return sorted({(row["ort"], row["kommun"]) for row in csv.DictReader(file)})
    places = [town.place for town in load_sweden().localities if town.population > VILLAGE]
    return sorted({(place.name, place.municipality) for place in places})


def measure_register(rows: list[tuple[str, str]], gazetteer: Gazetteer) -> None:
    """Print how many localities are placed, in their municipality and by themselves."""
    inside = placed = right = silent = 0
    for name, home in rows:
        municipality = gazetteer.find_municipality(home)
        if municipality is None:
            print(f"  no municipality: {home!r}")
            continue
        found = gazetteer.resolve(name, around=Surroundings(municipality)).place
        inside += found.municipality == municipality.name
        try:
            alone = gazetteer.resolve(name)
        except UnknownPlace:
            continue
        km = great_circle_km(alone.place.lat, alone.place.lon, municipality.lat, municipality.lon)
        placed += 1
        right += alone.place.municipality == municipality.name
        if km > WRONG_KM and alone.place.municipality != municipality.name and not alone.note:
            silent += 1
            print(f"  {km:.0f} km off without a warning: {name}, {home}")
    print(
        f"{len(rows)} localities: with their municipality {show(inside, len(rows))} in it; "
        f"alone {show(placed, len(rows))} placed, {show(right, placed)} of them in it, "
        f"{silent} farther off than {WRONG_KM:.0f} km without a warning"
    )


def show(part: int, whole: int) -> str:
    """Give a share in words."""
    return f"{part} of {whole} ({part / whole:.1%})"


def resolve(gazetteer: Gazetteer, country: str, city: str) -> Place | None:
    """Give the place of a city, if it is found."""
    try:
        return gazetteer.resolve(city, country).place
    except UnknownPlace:
        return None


def measure_km(
    gazetteer: Gazetteer, place: Place, point: tuple[float, float] | None
) -> float | None:
    """Give the distance from a place to the municipality or town that a point lies in."""
    home = gazetteer.locate(*point, place.country) if point else None
    if home is None:
        return None
    true = resolve(gazetteer, place.country, home.municipality) or home
    return great_circle_km(place.lat, place.lon, true.lat, true.lon)


if __name__ == "__main__":
    main()
