from itertools import combinations
from pathlib import Path

import pytest

import data.reference
from data.reference.countries import COUNTRIES, NAMES
from data.reference.gazetteer import UnknownPlace, load_gazetteer
from data.reference.shapes import load_regions
from data.reference.towns import load_constants, load_towns
from models.places import great_circle_km

GAZETTEER = load_gazetteer()
FOLDER = Path(data.reference.__path__[0])
ABROAD = sorted(load_constants().keys() - {"SE"})


@pytest.mark.parametrize(
    ("written", "country", "name", "region"),
    [
        ("Oslo", "NO", "Oslo", "Oslo"),
        ("TROMSOE", "NO", "Tromsø", "Troms"),
        ("Lorenskog kommune", "NO", "Lørenskog", "Akershus"),
        ("KOBENHAVN K", "DK", "Copenhagen", "Hovedstaden"),
        ("Köpenhamn", "DK", "Copenhagen", "Hovedstaden"),
        ("DK-8000 Aarhus C", "DK", "Århus", "Midtjylland"),
        ("Gentofte Kommune", "DK", "Gentofte", "Hovedstaden"),
        ("Åbo", "FI", "Turku", "Varsinais-Suomi"),
        ("HELSINKI", "FI", "Helsinki", "Uusimaa"),
        ("Mariehamn", "FI", "Mariehamn", "Åland"),
        ("Mariehamn", "AX", "Mariehamn", "Mariehamn"),
        ("Reykjavik", "IS", "Reykjavík", "Höfuðborgarsvæðið"),
        ("Torshavn", "FO", "Tórshavn", "Streymoy"),
        ("Nuuk", "GL", "Nuuk", "Sermersooq"),
        ("MUENCHEN", "DE", "Munich", "Bavaria"),
        ("75005 PARIS CEDEX 05", "FR", "Paris", "Île-de-France"),
        ("London SW7 2AZ", "GB", "London", "England"),
        ("L-1511 Luxembourg", "LU", "Luxembourg", "Luxembourg"),
        ("'s Hertogenbosch", "NL", "'s-Hertogenbosch", "North Brabant"),
        ("Roma, Italy", "IT", "Rome", "Lazio"),
    ],
)
def test_a_town_abroad_is_found_with_its_region(written, country, name, region):
    place = GAZETTEER.resolve(written, country).place
    assert (place.name, place.county, place.country) == (name, region, country)
    assert region in GAZETTEER.regions(country)


@pytest.mark.parametrize(
    ("written", "country", "name", "home"),
    [
        ("Oslo", "SE", "Oslo", "NO"),
        ("Köpenhamn", "SE", "Copenhagen", "DK"),
        ("Malmö stad", "DK", "Malmö", "SE"),
        ("Lund, Norway", "SE", "Lund, Norway", "NO"),
        ("Helsinki", "NO", "Helsinki", "FI"),
    ],
)
def test_a_place_of_another_country_says_which(written, country, name, home):
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve(written, country)
    assert caught.value.code == "place_elsewhere"
    text = caught.value.text
    assert text.en.startswith(f"{name} is in {NAMES[home].en}: fill in the country {home}")
    assert text.sv.startswith(f"{name} ligger i {NAMES[home].sv}: fyll i landet {home}")


def test_the_largest_of_equal_towns_is_taken_and_stated():
    resolved = GAZETTEER.resolve("Frankfurt", "DE")
    assert (resolved.place.name, resolved.code) == ("Frankfurt am Main", "ambiguous_place")
    assert "Frankfurt am Main in Hesse" in resolved.note.en
    assert "i Tyskland" in resolved.note.sv
    assert "lat och lon" in resolved.note.sv


def test_a_name_that_may_have_lost_its_diacritics_means_the_larger_town_too():
    resolved = GAZETTEER.resolve("MUNSTER", "DE")
    assert (resolved.place.name, resolved.code) == ("Münster", "ambiguous_place")
    assert GAZETTEER.resolve("Münster", "DE").note is None


def test_a_point_abroad_belongs_to_the_nearest_town():
    place = GAZETTEER.locate(63.43, 10.4, "NO", "Our house")
    assert (place.name, place.municipality, place.county) == ("Our house", "Trondheim", "Trøndelag")
    assert GAZETTEER.locate(63.43, 10.4, "NO").name == "Trondheim"
    assert GAZETTEER.locate(10.4, 63.43, "NO") is None


def test_every_country_has_its_names_towns_and_constants():
    assert NAMES.keys() == load_constants().keys() <= COUNTRIES
    for country in ABROAD:
        constants, towns = load_constants()[country], load_towns(country).towns
        assert len(constants.regions) == len(set(constants.regions)) > 0
        assert {town.place.county for town in towns} <= set(constants.regions)
        assert list(towns) == sorted(towns, key=lambda town: -town.population)
        assert len({town.place.municipality for town in towns}) == len(towns)


def test_no_two_countries_share_a_regions_name():
    names = [name for constants in load_constants().values() for name in constants.regions]
    assert len(names) == len(set(names))
    assert load_constants()["SE"].regions == tuple(region.name for region in load_regions())


@pytest.mark.parametrize(
    ("country", "regions", "reference_km"),
    [
        ("SE", 21, 380.16),
        ("NO", 15, 471.28),
        ("DK", 5, 146.81),
        ("FI", 19, 254.22),
        ("IS", 8, 205.64),
    ],
)
def test_the_national_scale_is_the_countrys_own(country, regions, reference_km):
    scale = GAZETTEER.national_scale(country)
    assert (scale.areas, scale.reference_km) == (regions, reference_km)


@pytest.mark.parametrize("country", ["DK", "FI", "FO", "IS", "NO"])
def test_the_nordic_reference_is_the_mean_distance_between_the_towns(country):
    points = sorted({(town.place.lat, town.place.lon) for town in load_towns(country).towns})
    distances = [great_circle_km(*a, *b) for a, b in combinations(points, 2)]
    mean_km = round(sum(distances) / len(distances), 2)
    assert GAZETTEER.national_scale(country).reference_km == mean_km


def test_a_regional_scale_abroad_counts_its_own_towns():
    place = GAZETTEER.resolve("Oslo", "NO").place
    points = {(town.place.lat, town.place.lon) for town in load_towns("NO").towns}
    near = [at for at in points if great_circle_km(place.lat, place.lon, *at) <= 30]
    assert GAZETTEER.regional_scale(place, 30).areas == len(near) > 20


def test_an_unknown_country_has_one_area():
    assert GAZETTEER.national_scale("US").areas == 1
    assert GAZETTEER.regions("US") == ("US",)


def test_the_tables_stay_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 3_000_000
