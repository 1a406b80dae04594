"""Ideas from a table: both languages, both formats, and every fault at once."""

from pathlib import Path

import pytest

from data.files.ideas import read_ideas
from models.errors import InputError
from models.idea_maps import CardKind, Idea
from models.seasons import Season
from tests.kit.actors import make_actor
from tests.kit.seasons import make_challenge, make_season
from tests.kit.workbooks import make_workbook

ROWS = [
    ["Aktör", "Slag", "Text"],
    ["a00", "behov", "Någon som kan bygga"],
    ["Aktör 01", "Erbjudande", "Lokaler"],
    ["", "idé", "En gemensam dag"],
    ["a01", "", "En tidning"],
]
READ = (
    Idea(kind=CardKind.NEED, text="Någon som kan bygga", actor_id="a00"),
    Idea(kind=CardKind.OFFER, text="Lokaler", actor_id="a01"),
    Idea(kind=CardKind.IDEA, text="En gemensam dag"),
    Idea(kind=CardKind.IDEA, text="En tidning", actor_id="a01"),
)
MEMBERS = ("a00", "a01")


@pytest.fixture
def season() -> Season:
    return make_season([make_actor(i) for i in range(3)], [make_challenge(0)])


def write(folder: Path, rows: list[list[str]]) -> Path:
    path = folder / "ideas.csv"
    path.write_text("\n".join(";".join(cells) for cells in rows), "utf-8")
    return path


def test_swedish_and_english_headers_and_words_give_the_same(
    tmp_path: Path, season: Season
) -> None:
    assert read_ideas(write(tmp_path, ROWS), season, MEMBERS).ideas == READ
    words = {"behov": "need", "Erbjudande": "offer", "idé": "idea"}
    english = [["actor", "kind", "text"]]
    english += [[a, words.get(kind, kind), text] for a, kind, text in ROWS[1:]]
    assert read_ideas(write(tmp_path, english), season, MEMBERS).ideas == READ


def test_a_workbook_gives_the_same(tmp_path: Path, season: Season) -> None:
    path = tmp_path / "ideas.xlsx"
    path.write_bytes(make_workbook({"idéer": ROWS}))
    assert read_ideas(path, season, MEMBERS).ideas == READ


def test_only_the_text_must_be_there_and_other_columns_are_told(
    tmp_path: Path, season: Season
) -> None:
    found = read_ideas(write(tmp_path, [["text", "färg"], ["Sång", "gul"]]), season, MEMBERS)
    assert found.ideas == (Idea(kind=CardKind.IDEA, text="Sång"),)
    assert [(w.code, w.column) for w in found.warnings] == [("ignored_column", "färg")]


def test_every_fault_is_told_at_once(tmp_path: Path, season: Season) -> None:
    rows = [
        ROWS[0],
        ["a02", "idé", "Från någon annan"],
        ["Nobody", "idé", "Från ingen"],
        ["a00", "dröm", "Ett annat slag"],
        ["a00", "idé", ""],
    ]
    with pytest.raises(InputError) as raised:
        read_ideas(write(tmp_path, rows), season, MEMBERS)
    told = [(fault.row, fault.column, fault.code) for fault in raised.value.faults]
    assert told == [
        (2, "actor", "idea_of_no_member"),
        (3, "actor", "unknown_actor"),
        (4, "kind", "unknown_word"),
        (5, "text", "missing_cell"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [([["actor", "kind"], ["a00", "idea"]], "missing_column"), ([ROWS[0]], "no_rows")],
)
def test_a_table_without_text_or_rows_is_a_fault(
    tmp_path: Path, season: Season, rows: list[list[str]], code: str
) -> None:
    with pytest.raises(InputError) as raised:
        read_ideas(write(tmp_path, rows), season, MEMBERS)
    assert [fault.code for fault in raised.value.faults] == [code]
