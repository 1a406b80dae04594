import pytest

from data.reference.names import fold
from data.reference.sectors import load_sector_words, read_sector, to_sector, words_to_suggest
from models.sectors import Sector

PUBLIC, PRIVATE, CIVIL, ACADEMIA = Sector


@pytest.mark.parametrize(
    ("sector", "words"),
    [
        (Sector.PUBLIC, "public offentlig kommun region myndighet"),
        (Sector.PRIVATE, "private privat näringsliv företag"),
        (Sector.CIVIL_SOCIETY, "civil_society idéburen ideell civilsamhälle förening"),
        (Sector.ACADEMIA, "academia akademi universitet forskning lärosäte"),
    ],
)
def test_every_word_of_the_contract_in_any_case(sector, words):
    for word in words.split():
        assert to_sector(word) == to_sector(f" {word.upper()} ") == sector


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("AB", PRIVATE),
        ("HB", PRIVATE),
        ("Aktiebolag (publ)", PRIVATE),
        ("AB (publ)", PRIVATE),
        ("Studieförbund", CIVIL),
        ("Trossamfund", CIVIL),
        ("Idrottsförening", CIVIL),
        ("Länsstyrelse", PUBLIC),
        ("Kommunalförbund", PUBLIC),
        ("limited company", PRIVATE),
        ("Charity", CIVIL),
        ("Aksjeselskap", PRIVATE),
        ("Idrettslag", CIVIL),
        ("Fylkeskommune", PUBLIC),
        ("A/S", PRIVATE),
        ("Forening", CIVIL),
        ("Kunta", PUBLIC),
        ("Oy", PRIVATE),
        ("r.y.", CIVIL),
        ("Ammattikorkeakoulu", ACADEMIA),
        ("GmbH", PRIVATE),
        ("e. V.", CIVIL),
        ("e.V.", CIVIL),
        ("Landkreis", PUBLIC),
        ("Hochschule", ACADEMIA),
        ("Kommun/Region", PUBLIC),
        ("universitet och högskola", ACADEMIA),
        ("kommun, förening", None),
    ],
)
def test_words_of_organisations_that_leave_no_doubt(word, sector):
    found = read_sector(word)
    assert (found.sector if found else None) == sector
    assert found is None or not found.also


@pytest.mark.parametrize(
    ("word", "sector", "also"),
    [
        ("Stiftelse", CIVIL, (PUBLIC, PRIVATE, ACADEMIA)),
        ("Kooperativ", CIVIL, (PRIVATE,)),
        ("ek. för.", CIVIL, (PRIVATE,)),
        ("Ekonomisk förening", CIVIL, (PRIVATE,)),
        ("Folkhögskola", CIVIL, (PUBLIC, ACADEMIA)),
        ("Kommunalt bolag", PUBLIC, (PRIVATE,)),
        ("Forskningsinstitut", ACADEMIA, (PUBLIC, PRIVATE)),
        ("Science Park", PRIVATE, (PUBLIC, ACADEMIA)),
        ("Nätverk", CIVIL, (PUBLIC, PRIVATE, ACADEMIA)),
        ("Stiftung", CIVIL, (PUBLIC, PRIVATE, ACADEMIA)),
        ("Osuuskunta", CIVIL, (PRIVATE,)),
        ("nätverk/stiftelse", CIVIL, (PUBLIC, PRIVATE, ACADEMIA)),
    ],
)
def test_words_that_may_stand_for_several_sectors(word, sector, also):
    found = read_sector(word)
    assert (found.sector, set(found.also)) == (sector, set(also))


def test_a_seasons_own_words_add_and_override():
    own = {"Hub": ACADEMIA, "stiftelse": PRIVATE}
    assert to_sector("hub") is None
    assert to_sector("HUB", own) is ACADEMIA
    found = read_sector("Stiftelse", own)
    assert (found.sector, found.also) == (PRIVATE, ())
    assert to_sector("kommun", own) is PUBLIC


def test_each_word_stands_once_and_doubts_another_sector_than_its_own():
    keys = [fold(each.word).replace(" ", "") for each in load_sector_words()]
    assert len(keys) == len(set(keys)) > 500
    assert all(each.sector not in each.also for each in load_sector_words())


def test_words_to_suggest_are_swedish_and_english():
    words = words_to_suggest()
    assert words["kommun"] is PUBLIC
    assert "Kunta".lower() not in words


def test_an_unknown_word_means_nothing():
    assert to_sector("annat") is None
