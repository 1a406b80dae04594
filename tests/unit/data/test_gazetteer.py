from itertools import combinations

import pytest

from data.reference.choosing import Surroundings
from data.reference.gazetteer import UnknownPlace, load_gazetteer
from data.reference.names import fold, to_digraphs, to_plain
from data.reference.polygons import Area
from data.reference.shapes import load_regions
from data.reference.sweden import load_sweden
from models.places import great_circle_km

GAZETTEER = load_gazetteer()
NAMES = [item.place.name for item in GAZETTEER.municipalities]


def to_municipality(name: str) -> str:
    place = GAZETTEER.resolve(name).place
    assert place.name == place.municipality
    return place.name


def test_every_municipality_is_found_however_it_is_dressed():
    assert len(NAMES) == len(set(NAMES)) == 290
    for name in NAMES:
        for ending in ("", " kommun", "s kommun", " stad", "s Stad", " Municipality"):
            assert to_municipality(name + ending) == name
        assert to_municipality(name.upper()) == name


def test_every_municipality_is_found_without_diacritics():
    for name in set(NAMES) - {"Håbo"}:
        assert to_municipality(to_plain(fold(name))) == name
        assert to_municipality(to_digraphs(fold(name))) == name
    assert to_municipality("Habo") == "Habo"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Leksands kommun", "Leksand"),
        ("Borås Stad", "Borås"),
        ("Malmö stad", "Malmö"),
        ("malmo", "Malmö"),
        ("Göteborgs stad", "Göteborg"),
        ("Gothenburg", "Göteborg"),
        ("City of Gothenburg", "Göteborg"),
        ("Stockholms stad", "Stockholm"),
        ("Falu kommun", "Falun"),
        ("Region Gotland", "Gotland"),
        ("Upplands-Väsby", "Upplands Väsby"),
        ("A\u030are", "Åre"),
    ],
)
def test_official_english_and_other_spellings(written, name):
    assert to_municipality(written) == name


def test_a_municipality_stands_at_its_own_point():
    place = GAZETTEER.resolve("Borås").place
    assert (place.lat, place.lon) == (57.7323030508, 12.9408443074)
    assert place.county == "Västra Götaland"


def test_a_locality_stands_at_its_own_point_in_its_municipality():
    resolved = GAZETTEER.resolve("Åkersberga")
    assert (resolved.place.municipality, resolved.place.county) == ("Österåker", "Stockholm")
    assert resolved.note is None


def test_the_largest_of_equal_localities_is_taken_and_stated():
    resolved = GAZETTEER.resolve("Viken")
    assert (resolved.place.municipality, resolved.code) == ("Höganäs", "ambiguous_place")
    assert "Höganäs (Skåne)" in resolved.note.en


def test_every_locality_lies_in_the_municipality_beside_it_and_none_far_off_in_silence():
    for town in load_sweden().localities:
        home = GAZETTEER.find_municipality(town.place.municipality)
        found = GAZETTEER.resolve(town.place.name, around=Surroundings(home))
        assert (found.place.municipality, found.note) == (home.name, None)
        alone = GAZETTEER.resolve(town.place.name)
        km = great_circle_km(alone.place.lat, alone.place.lon, town.place.lat, town.place.lon)
        assert km <= 100 or alone.note


def test_an_unknown_name_gives_the_nearest_spellings():
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve("Stokholm")
    assert caught.value.suggestions[0] == "Stockholm"
    assert caught.value.code == "unknown_place"


def test_a_locality_is_no_municipality():
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve("Visby kommun")
    assert caught.value.suggestions[0] == "Gotland"


def test_outside_europe_a_place_needs_its_point():
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve("Boston", "US")
    assert caught.value.code == "place_needs_point"
    place = GAZETTEER.locate(42.36, -71.06, "US", "Boston")
    assert (place.name, place.municipality, place.county) == ("Boston", "Boston", "US")
    assert GAZETTEER.locate(42.36, -71.06, "US").municipality == "US"


def test_every_municipality_holds_its_own_point():
    for item in GAZETTEER.municipalities:
        place = item.place
        assert GAZETTEER.locate(place.lat, place.lon) == place


def test_a_point_offshore_belongs_to_the_nearest_municipality():
    assert GAZETTEER.locate(57.886, 11.586).municipality == "Kungälv"


def test_a_point_far_outside_belongs_to_none():
    assert GAZETTEER.locate(55.676, 12.568) is None
    assert GAZETTEER.locate(0, 0) is None


def test_the_national_scale_is_that_of_the_points():
    points = [(item.place.lat, item.place.lon) for item in GAZETTEER.municipalities]
    distances = [great_circle_km(*a, *b) for a, b in combinations(points, 2)]
    scale = GAZETTEER.national_scale("SE")
    assert scale.reference_km == round(sum(distances) / len(distances), 2) == 380.16
    assert scale.areas == len(GAZETTEER.counties) == 21


def test_a_regional_scale_counts_the_points_within():
    place = GAZETTEER.resolve("Malmö").place
    scale = GAZETTEER.regional_scale(place, 20)
    near = [
        item.place.name
        for item in GAZETTEER.municipalities
        if great_circle_km(place.lat, place.lon, item.place.lat, item.place.lon) <= 20
    ]
    assert scale.areas == len(near) > 3
    assert scale.reference_km == pytest.approx(18.108)


def test_regions_have_the_counties_names_and_hold_their_municipalities():
    regions = {region.name: Area(region.rings) for region in load_regions()}
    assert tuple(regions) == GAZETTEER.counties
    for item in GAZETTEER.municipalities:
        assert regions[item.place.county].contains(item.place.lat, item.place.lon)
    rings = [ring for region in load_regions() for ring in region.rings]
    assert all(ring[0] == ring[-1] for ring in rings)
    assert 3000 <= sum(map(len, rings)) <= 6000
