"""`[columns]` and `[words.sector]`: other people's headers and words."""

import pytest

from data.files.next_season import write_next_season
from data.files.rows import read_rows
from models.seasons import CONTRACT_CRITERIA
from models.sectors import Sector
from tests.kit.rules import accept_any
from tests.kit.workbooks import to_csv

HEADERS = ["Förening", "Org.form", "Säte", "Vad ni gör", "Antal"]
ROWS = [
    HEADERS,
    ["Alfa", "IOP", "Malmö", "Alfa does things with young people", "3"],
    ["Beta", "AB", "Lund", "Beta studies things with others", "4"],
]
TOML = """\
[columns]
"Förening" = "name"
"org.FORM" = "sektor"
Säte = "place"
'Vad ni gör' = "description"

[words.sector]
"IOP" = "civil_society"
AB = "idéburen"
""".replace("Säte =", '"Säte" =')


def test_headers_and_words_are_read_as_mapped(read):
    found = read({"actors.csv": to_csv(ROWS, ";"), "season.toml": TOML})
    alfa, beta = found.season.actors
    assert (alfa.name, alfa.place.name, alfa.attributes) == ("Alfa", "Malmö", (("antal", "3"),))
    assert alfa.sector is Sector.CIVIL_SOCIETY
    assert beta.sector is Sector.CIVIL_SOCIETY, "the season's own word goes before the table's"
    assert found.warnings == ()


def test_a_mapped_header_goes_before_what_it_means_otherwise(read):
    rows = [["name", "sector", "ort", "kommun", "beskrivning", "Text"],
            ["Alfa", "public", "x", "Malmö", "", "Alfa does things with young people"]]  # fmt: skip
    toml = '[columns]\n"Text" = "description"\n"beskrivning" = "offers"\n"ort" = "group"\n'
    found = read({"actors.csv": to_csv(rows), "season.toml": toml})
    (alfa,) = found.season.actors
    assert (alfa.description[:4], alfa.place.name, alfa.group) == ("Alfa", "Malmö", "x")


def test_headers_of_challenges_and_ties_are_mapped(read):
    toml = '[columns]\n"Fråga" = "title"\n"Ena" = "actor_a"\n"Andra" = "actor_b"\n'
    tables = {"challenges.csv": "id,Fråga\nc1,What?\n", "ties.csv": "Ena,Andra\nAlfa,Beta\n"}
    found = read({**tables, "season.toml": toml})
    assert found.season.challenges[0].title == "What?" and len(found.season.ties) == 1


@pytest.mark.parametrize(
    ("toml", "row", "column", "code"),
    [
        ('seed = 1\n[columns]\n"X" = "descripton"', 3, "X", "unknown_word"),
        ('[columns]\n"name" = "description"', 2, "name", "unknown_word"),
        ("[columns]\nx = 3", 1, "columns", "own_words_not_texts"),
        ("columns = 3", 1, "columns", "own_words_not_texts"),
        ('[words.sector]\n"IOP" = "civl_society"', 2, "IOP", "unknown_word"),
        ('[words.place]\n"X" = "Lund"', None, "words", "own_words_unknown"),
        ("[words]\nsector = 3", 2, "words.sector", "own_words_not_texts"),
        ("words = 3", 1, "words", "own_words_unknown"),
    ],
)
def test_an_entry_that_means_nothing_is_a_fault_at_its_line(faults_of, toml, row, column, code):
    (fault,) = faults_of({"season.toml": toml})
    assert (fault.file, fault.column, fault.code) == ("season.toml", column, code)
    assert row is None or fault.row in (row, None)


def test_a_misspelt_meaning_is_asked_about(faults_of):
    (fault,) = faults_of({"season.toml": '[columns]\n"X" = "descripton"'})
    assert fault.mend.en.endswith("Did you mean description?")


def test_a_mapped_header_that_no_table_has_is_said(read):
    found = read({"season.toml": '[columns]\n"Vad ni gör" = "description"\n'})
    (warning,) = found.warnings
    assert (warning.row, warning.column, warning.code) == (2, "Vad ni gör", "own_header_unused")


def test_rows_in_memory_are_mapped_too():
    stated = {"columns": {"Vem": "name"}, "words": {"sector": {"IOP": "academia"}}}
    actor = {"Vem": "Alfa", "sector": "IOP", "place": "Lund", "description": "We do some things"}
    settings = {"check_rule": accept_any, "criteria": CONTRACT_CRITERIA}
    found = read_rows([actor], [{"id": "c1", "title": "What?"}], settings=stated, **settings)
    assert (found.season.actors[0].name, found.season.actors[0].sector) == ("Alfa", "academia")


def test_the_next_season_keeps_headers_and_their_meaning(write, read, tmp_path):
    folder = write({"actors.csv": to_csv(ROWS, ";"), "season.toml": TOML})
    write_next_season(folder, tmp_path / "next", {"alfa": 0, "beta": 2}, ())
    lines = (tmp_path / "next" / "actors.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Förening;Org.form;Säte;Vad ni gör;Antal;passed_over"
    assert (tmp_path / "next" / "season.toml").read_text("utf-8") == TOML


def test_faults_carry_the_headers_of_the_file(faults_of):
    rows = [["Namn", "SEKTOR", "ort", "beskrivning"], ["A", "x", "Lund", "We do some things"]]
    (fault,) = faults_of({"actors.csv": to_csv(rows)})
    assert (fault.column, fault.header) == ("sector", "SEKTOR")
