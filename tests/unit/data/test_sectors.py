import pytest

from data.reference.sectors import SYNONYMS, to_sector
from models.sectors import Sector


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


def test_no_word_means_two_sectors():
    words = [word for synonyms in SYNONYMS.values() for word in synonyms]
    assert len(words) == len(set(words))


def test_an_unknown_word_means_nothing():
    assert to_sector("annat") is None
