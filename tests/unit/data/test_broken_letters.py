import pytest

from data.files.broken_letters import mend_letters
from data.files.encodings import LETTERS
from tests.kit.workbooks import to_csv

HEADERS = ["name", "sector", "place", "description", "söker"]
ROWS = [
    ["Föreningen", "public", "Göteborg", "Vi går – på “räls” och åker båt", ""],
    ["Öns AB", "private", "Lund", "Ångström, é och ü…", "Någon"],
    ["Beta", "private", "Lund", "Words that say what we do", ""],
]


def broken(text, times=1, encoding="cp1252"):
    for _ in range(times):
        text = "".join(
            letter.encode().decode(encoding, "replace") if not letter.isascii() else letter
            for letter in text
        )
    return text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_broken_letters_are_one_warning_with_the_reading_that_is_meant(read, encoding):
    rows = [HEADERS[:4], *([broken(c, encoding=encoding) for c in row[:4]] for row in ROWS[::2])]
    found = read({"actors.csv": to_csv(rows)})
    warning = next(each for each in found.warnings if each.code == "broken_letters")
    assert sum(each.code == "broken_letters" for each in found.warnings) == 1
    assert (warning.row, warning.column) == (2, "name")
    assert f"{rows[1][0]} is probably Föreningen" in warning.mend.en
    assert "2\u00a0celler" in warning.mend.sv
    assert rows[1][0] in [actor.name for actor in found.season.actors]


def test_a_header_in_broken_letters_is_the_column_that_it_means(read):
    rows = [[broken(header) for header in HEADERS], *ROWS]
    found = read({"actors.csv": to_csv(rows)})
    assert "Någon" in [actor.seeks for actor in found.season.actors]
    assert [(each.row, each.code) for each in found.warnings] == [(1, "broken_letters")]


def test_letters_that_are_lost_are_a_warning(read):
    found = read({"actors.csv": to_csv([HEADERS, ["F\ufffdreningen", *ROWS[0][1:]]])})
    assert [(each.row, each.code) for each in found.warnings] == [(2, "lost_letters")]


def test_sound_letters_of_every_kind_are_no_warning(read):
    words = "LULEÅ\u00a0KOMMUN, LULEÅ’S, LULEÅ–BODEN, SÃO PAULO, Âge, 5 √2, «Ä», Å“, ÅÄÖ…, €uro"
    found = read({"actors.csv": to_csv([HEADERS, ["Öns", "public", "Lund", words, LETTERS]])})
    assert found.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_letters_broken_more_than_once_are_mended(times, encoding):
    assert mend_letters(broken("Förening i KÖLN, Åre", times, encoding)) == "Förening i KÖLN, Åre"


@pytest.mark.parametrize("letter", [c for c in LETTERS if c not in "àÁŠš"])
def test_each_letter_is_known_when_it_is_broken(letter):
    written = letter.encode().decode("latin-1" if letter in "ÁÍÏÐÝ" else "cp1252", "replace")
    if "\ufffd" not in written and not written.startswith("Å"):
        assert mend_letters(f"x{written}x") == f"x{letter}x"
