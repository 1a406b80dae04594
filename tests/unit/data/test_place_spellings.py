import csv
from pathlib import Path

import pytest

import data.reference
from data.reference.gazetteer import UnknownPlace, load_gazetteer
from data.reference.name_index import NameIndex

GAZETTEER = load_gazetteer()

SPELLINGS = {
    # capitals, and what keyboards without å, ä and ö make of the letters
    "GÖTEBORG": "Göteborg",
    "GOTEBORG": "Göteborg",
    "GOETEBORG": "Göteborg",
    "Gøteborg": "Göteborg",
    "VAEXJO": "Växjö",
    "VAESTERAES": "Västerås",
    "LULEAA": "Luleå",
    "Malmoe": "Malmö",
    "OREGRUND": "Östhammar",
    # letters read in a wrong encoding, or lost
    "GÃ¶teborg": "Göteborg",
    "GÃ–TEBORG": "Göteborg",
    "S√∂dert√§lje": "Södertälje",
    "√ñrebro": "Örebro",
    "Gšteborg": "Göteborg",
    "Malm÷": "Malmö",
    "G├╢teborg": "Göteborg",
    "G&ouml;teborg": "Göteborg",
    "G?TEBORG": "Göteborg",
    "G??teborg": "Göteborg",
    "Malm\ufffd": "Malmö",
    "V?xj?": "Växjö",
    # other names
    "Gothenburg": "Göteborg",
    "GOTHENBURG": "Göteborg",
    "Gotenburg": "Göteborg",
    "Upsala": "Uppsala",
    # postal dress and the country
    "Stockholm 2": "Stockholm",
    "S-223 62 Lund": "Lund",
    "SE-22362 LUND": "Lund",
    "223 62 Lund": "Lund",
    "Lund 223 62": "Lund",
    "Lund, Sweden": "Lund",
    "LUND (SWEDEN)": "Lund",
    "Lund Sverige": "Lund",
    "Lund, SE": "Lund",
    "Box 118, S-221 00 Lund": "Lund",
    "Malmö C": "Malmö",
    # hyphens, spaces and words for a municipality
    "UPPLANDS-VASBY": "Upplands Väsby",
    "Upplandsväsby": "Upplands Väsby",
    "  Upplands   Väsby ": "Upplands Väsby",
    "Umeå kommun": "Umeå",
    "Lunds kommune": "Lund",
    "City of Malmo": "Malmö",
    "Municipality of Trollhaettan": "Trollhättan",
    # districts and postal towns
    "KISTA": "Stockholm",
    "SPANGA": "Stockholm",
    "Enskede": "Stockholm",
    "HISINGS BACKA": "Göteborg",
    "SAVEDALEN": "Partille",
    "Öjebyn": "Piteå",
}


@pytest.mark.parametrize(("written", "municipality"), SPELLINGS.items())
def test_a_spelling_leads_to_its_municipality(written, municipality):
    resolved = GAZETTEER.resolve(written)
    assert (resolved.place.municipality, resolved.note) == (municipality, None)


@pytest.mark.parametrize(
    "written",
    ["Stockholm Uppsala Lund", "Göteborg Lund", "?????", "12345", "-", "G?", ""],
)
def test_what_is_no_certain_spelling_stays_unknown(written):
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve(written)
    assert caught.value.code == "unknown_place"


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("Stokholm", "Stockholm"), ("Goteborgg", "Göteborg"), ("S-223 62 Lunnd", "Lund")],
)
def test_a_misspelt_name_is_suggested_not_guessed(written, nearest):
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve(written)
    assert caught.value.suggestions[0] == nearest


def test_a_lost_letter_that_fits_several_names_stays_unknown():
    assert NameIndex([("Hörby", 1)]).find_lost("h?rby") == [1]
    assert NameIndex([("Hörby", 1), ("Härby", 2)]).find_lost("h?rby") == ()
    assert NameIndex([("Harby", 1)]).find_lost("h?rby") == ()


def test_a_district_stands_at_its_municipality_under_its_own_name():
    home, district = (GAZETTEER.resolve(name).place for name in ("Stockholm", "spånga"))
    assert district == home.evolve(name="Spånga")


def test_no_district_hides_a_locality():
    path = Path(data.reference.__path__[0]) / "districts.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 150
    for row in rows:
        resolved = GAZETTEER.resolve(row["name"])
        assert (resolved.place.name, resolved.note) == (row["name"], None)
        assert resolved.place.municipality == row["municipality"]
