"""Places as people write them: columns beside the place, doubled names, several in one cell."""

from itertools import count

import pytest

HEADERS = "name,sector,description"


@pytest.fixture
def place_of(read):
    """Read one actor's place with the warnings' codes, from columns and a row of cells."""

    numbers = count()

    def find(columns: str, cells: str, toml: str = ""):
        actors = f"{HEADERS},{columns}\nAlfa,public,Alfa does things with others,{cells}\n"
        found = read({"actors.csv": actors, "season.toml": toml}, name=f"season{next(numbers)}")
        told = tuple(w.code for w in found.warnings if w.column == "place")
        return found.season.actors[0].place, told

    return find


@pytest.fixture
def fault_of(faults_of):
    """Give the only fault of one actor's row."""

    def find(columns: str, cells: str, toml: str = ""):
        actors = f"{HEADERS},{columns}\nAlfa,public,Alfa does things with others,{cells}\n"
        (fault,) = faults_of({"actors.csv": actors, "season.toml": toml}, name="faulty")
        return fault

    return find


@pytest.mark.parametrize(
    ("cells", "municipality", "told"),
    [
        ("Visby,Gotland", "Gotland", ()),
        ("Viken,Skellefteå", "Skellefteå", ()),
        ("Viken,Höganäs kommun", "Höganäs", ()),
        ("Storbyn,Bräcke", "Bräcke", ()),
        ("Mora,Säter", "Säter", ()),
        ("Lund,Staffanstorp", "Staffanstorp", ()),
        (",Bräcke", "Bräcke", ()),
        ("Lund,Bräcke", "Bräcke", ("place_other_municipality",)),
        ("Lund,Atlantis", "Lund", ("unknown_municipality",)),
    ],
)
@pytest.mark.parametrize("columns", ["ort,kommun", "place,municipality"])
def test_a_municipality_in_another_column_decides(place_of, columns, cells, municipality, told):
    place, codes = place_of(columns, cells)
    assert (place.municipality, codes) == (municipality, told)
    assert place.name == cells.split(",")[0] or not cells.split(",")[0]


def test_a_municipality_comes_before_or_after_the_town(place_of):
    assert (
        place_of("kommun,ort", "Skellefteå,Viken")[0]
        == place_of("ort,kommun", "Viken,Skellefteå")[0]
    )
    assert place_of("kommun", "Skellefteå")[0].name == "Skellefteå"


@pytest.mark.parametrize(
    ("columns", "cells", "municipality", "told"),
    [
        ("place,län", "Järna,Dalarna", "Vansbro", ()),
        ("place,county", "Järna,Stockholms län", "Södertälje", ()),
        ("place,postnummer", "Järna,780 51", "Vansbro", ()),
        ("place,postnr", "Järna,153 30", "Södertälje", ()),
        ("place", "780 51 Järna", "Vansbro", ()),
        ("place", '"Järna, Dalarna"', "Vansbro", ()),
        ("place", "Järna", "Södertälje", ("ambiguous_place",)),
        ("place,län", "Mora,Dalarna", "Mora", ("ambiguous_place",)),
        ("place,län", "Järna,Skåne", "Södertälje", ("place_other_county",)),
        ("place,postnummer", "Lund,972 31", "Lund", ("place_other_county",)),
        ("place,län", "Lund,Vet ej", "Lund", ()),
    ],
)
def test_of_doubled_names_the_rows_other_data_choose(place_of, columns, cells, municipality, told):
    place, codes = place_of(columns, cells)
    assert (place.municipality, codes) == (municipality, told)


@pytest.mark.parametrize(
    ("written", "municipality", "told"),
    [
        ("Berg", "Berg", ("namesake_elsewhere",)),
        ("Björkvik", "Katrineholm", ("ambiguous_place",)),
        ("Storvik", "Sandviken", ("ambiguous_place",)),
        ("Hackås", "Berg", ("small_locality",)),
        ("Oregrund", "Östhammar", ("place_respelt",)),
        ("ÖREGRUND", "Östhammar", ()),
        ("Gbg", "Göteborg", ()),
        ("STHLM", "Stockholm", ()),
        ("Ö-vik", "Örnsköldsvik", ()),
    ],
)
def test_what_is_taken_for_granted_is_told(place_of, written, municipality, told):
    place, codes = place_of("place", written)
    assert (place.municipality, codes) == (municipality, told)


@pytest.mark.parametrize("written", ["Hälla", "Håre", "Lünd", "Bjørköby"])
def test_a_letter_with_another_mark_is_another_name(fault_of, written):
    fault = fault_of("place", written)
    assert fault.code == "unknown_place"
    assert "kommunen" in fault.mend.sv
    assert "municipality" in fault.mend.en


@pytest.mark.parametrize(
    ("written", "name", "told"),
    [
        ("Malmö, Lund", "Malmö", ("several_near_places",)),
        ("Lund och Malmö", "Lund", ("several_near_places",)),
        ("Gävle (Sandviken)", "Gävle", ("several_near_places",)),
        ("Malmö/Lund", "Malmö", ("several_near_places",)),
        ("Visby, Gotland", "Visby", ()),
        ("Kista, Stockholm", "Kista", ()),
        ("Stockholm (Kista)", "Kista", ()),
        ("Nybro, Kalmar", "Nybro", ()),
        ("Habo", "Habo", ()),
        ("Håbo", "Håbo", ()),
        ("Malmö, Malmö", "Malmö", ()),
        ("Malmö, Sverige", "Malmö", ()),
        ("Uppsala, Uppsala län", "Uppsala", ()),
        ("Malmö, Storstaden", "Malmö", ("place_part_unread",)),
        ("Storgatan 5, 223 62 Lund", "Lund", ()),
    ],
)
def test_two_towns_in_one_cell_are_told_unless_one_lies_in_the_other(place_of, written, name, told):
    place, codes = place_of("place", f'"{written}"')
    assert (place.name, codes) == (name, told)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Umeå, Östersund", ("Umeå", "Östersund")),
        ("Kalmar + Växjö", ("Kalmar", "Växjö")),
        ("Göteborg & Lund", ("Göteborg", "Lund")),
        ("Stockholm; Göteborg; Malmö", ("Stockholm", "Göteborg", "Malmö")),
    ],
)
def test_towns_far_apart_in_one_cell_are_a_fault_that_names_them(fault_of, written, names):
    fault = fault_of("place", f'"{written}"')
    assert (fault.column, fault.code) == ("place", "several_places")
    assert all(name in text for name in names for text in (fault.mend.sv, fault.mend.en))
    assert "hela landet" in fault.mend.sv


@pytest.mark.parametrize(
    "written", ["Hela landet", "hela Sverige", "Digitalt", "ONLINE", "Sverige", "nationwide"]
)
def test_the_whole_country_is_a_place_without_county(place_of, written):
    place, codes = place_of("place", written)
    assert codes == ("whole_country",)
    assert (place.name, place.municipality, place.county) == (written, "", "")
    assert place.country == "SE"


def test_a_regional_challenge_needs_a_town(faults_of):
    challenges = "id,title,scope,place,radius_km\nc1,What?,regional,Hela landet,50\n"
    (fault,) = faults_of({"challenges.csv": challenges})
    assert (fault.column, fault.code) == ("place", "region_without_place")


def test_a_county_is_no_place(fault_of):
    fault = fault_of("place", "Skåne län")
    assert fault.code == "place_is_county"
    assert "Skåne" in fault.mend.sv


GERMAN = 'country = "DE"\n'


@pytest.mark.parametrize(
    ("written", "name", "country", "told"),
    [
        ("Berlin", "Berlin", "DE", ()),
        ("Husum", "Husum", "DE", ("place_in_both",)),
        ("Göteborg", "Göteborg", "SE", ("place_at_home",)),
        ("Deutschland", "Deutschland", "DE", ("whole_country",)),
    ],
)
def test_the_seasons_country_is_that_of_every_row(place_of, written, name, country, told):
    place, codes = place_of("place", written, GERMAN)
    assert (place.name, place.country, codes) == (name, country, told)


def test_a_row_may_name_another_country(place_of, fault_of):
    place, codes = place_of("place,country", "Husum,SE", GERMAN)
    assert (place.country, codes) == ("SE", ())
    assert fault_of("place", "Åkersberga", GERMAN).code == "place_elsewhere"


def test_a_doubtful_word_for_a_sector_is_told(read):
    actors = "name,sector,place,description\nAlfa,Stiftelse,Lund,Alfa does things with others\n"
    found = read({"actors.csv": actors})
    (warning,) = found.warnings
    assert (warning.row, warning.column, warning.code) == (2, "sector", "doubtful_sector")
    assert "akademi" in warning.mend.sv
    assert found.season.actors[0].sector == "civil_society"
