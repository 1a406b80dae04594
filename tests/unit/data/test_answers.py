from pathlib import Path

import pytest

from data.files.answer_form import ASKED, write_form
from data.files.answers import read_answers
from data.files.columns import ANSWERS
from models.errors import InputError
from models.outcomes import Answer
from models.scores import CoalitionMembers
from models.sectors import Sector
from models.text import Language
from tests.kit.workbooks import make_workbook, to_csv

ACTORS = """\
id,name,sector,place,description,email
a1,Alfa,public,Malmö,Alfa does many useful things,hemlig@example.org
a2,Beta & Ö,akademi,Lund,Beta studies many useful things,
a3,Gamma; delta,privat,Lund,Gamma makes things,
a4,Eta,privat,Lund,Eta makes things,
"""
COALITIONS = (
    CoalitionMembers(id="c1/1", challenge_id="c1", members=("a1", "a2", "a3")),
    CoalitionMembers(id="c1/2", challenge_id="c1", members=("a2", "a4")),
)
HEADERS = [column.name for column in ANSWERS]
ROWS = [
    HEADERS,
    ["c1/1", "a1", "Alfa", "ja", 3, "akademi; Näringsliv", "", "Beta & Ö;a3", "Bra"],
    ["c1/1", "Beta & Ö", "", "No", 0, "", "nej", "", ""],
    ["c1/1", "a3", "Gamma; delta", "", "", "", "", "", ""],
    ["c1/2", "a2", "", "", "", "", "yes", "", ""],
]


@pytest.fixture
def season(read):
    return read({"actors.csv": ACTORS}).season


@pytest.fixture
def faults_of_rows(season, tmp_path):
    def find(*rows):
        path = tmp_path / "answers.csv"
        path.write_text(to_csv(rows))
        with pytest.raises(InputError) as caught:
            read_answers(path, season, COALITIONS)
        return [(f.row, f.column, f.code) for f in caught.value.faults]

    return find


def row(**cells):
    return [cells.get(header, "") for header in HEADERS]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_answers_are_read_alike_from_both_formats(season, tmp_path, ending):
    path = tmp_path / f"answers.{ending}"
    if ending == "csv":
        path.write_text(to_csv(ROWS, ";"), "utf-8-sig")
    else:
        path.write_bytes(make_workbook({"svar": ROWS, "frågor": [["x"]]}))
    assert read_answers(path, season, COALITIONS) == (
        Answer(
            coalition="c1/1",
            actor_id="a1",
            widened=True,
            new_contacts=3,
            sectors=(Sector.PRIVATE, Sector.ACADEMIA),
            will_collaborate=True,
            partners=("a2", "a3"),
            comment="Bra",
        ),
        Answer(
            coalition="c1/1",
            actor_id="a2",
            widened=False,
            new_contacts=0,
            sectors=(),
            will_collaborate=False,
        ),
        Answer(coalition="c1/2", actor_id="a2", will_collaborate=True),
    )


def test_the_order_of_rows_says_nothing(season, tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(to_csv(ROWS))
    forwards = read_answers(path, season, COALITIONS)
    path.write_text(to_csv([ROWS[0], *reversed(ROWS[1:])]))
    assert read_answers(path, season, COALITIONS) == forwards


def test_every_fault_is_told_at_once(faults_of_rows):
    assert faults_of_rows(
        HEADERS,
        row(coalition="c1/1", actor_id="a4", widened="ja"),
        row(coalition="c1/9", actor_id="a1"),
        row(coalition="c1/1", actor_id="nobody"),
        row(coalition="c1/1", actor_id="a1", widened="kanske", new_contacts="många"),
        row(coalition="c1/1", actor_id="a1", partners="a1;nobody"),
        row(coalition="c1/1", actor_id="a2", name="Alfa", sectors="kiosken"),
        row(coalition="c1/1", actor_id="a3", will_collaborate="no", partners="a1"),
        row(coalition="", actor_id="a3"),
    ) == [
        (2, "actor_id", "not_of_coalition"),
        (3, "coalition", "unknown_coalition"),
        (4, "actor_id", "unknown_actor"),
        (5, "new_contacts", "not_whole_between"),
        (5, "widened", "not_yes_no"),
        (6, "partners", "unknown_actor"),
        (6, "actor_id", "doubled_answer"),
        (7, "name", "other_name"),
        (7, "sectors", "unknown_word"),
        (8, "partners", "partners_unwanted"),
        (9, "coalition", "missing_cell"),
    ]


def test_missing_columns_and_rows_are_faults(faults_of_rows):
    assert faults_of_rows(["coalition", "aktor_id"], ["c1/1", "a1"]) == [
        (1, "actor_id", "missing_column")
    ]
    assert faults_of_rows(HEADERS) == [(None, None, "no_rows")]


def test_faults_mend_in_both_languages_and_quote_no_address(season, tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(
        to_csv([HEADERS, row(coalition="c1/1", actor_id="a1", partners="hemlig@example.org")])
    )
    with pytest.raises(InputError) as caught:
        read_answers(path, season, COALITIONS)
    (fault,) = caught.value.faults
    assert "example.org" not in fault.model_dump_json()
    assert fault.mend.sv != fault.mend.en


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("language", list(Language))
def test_a_form_reads_back_as_nobodys_answers(season, tmp_path, ending, language):
    path = tmp_path / "made" / f"svar.{ending}"
    files = write_form(path, season, COALITIONS, language)
    assert read_answers(path, season, COALITIONS) == ()
    assert [file.suffix for file in files] == ([".csv", ".txt"] if ending == "csv" else [".xlsx"])
    assert all(file.exists() for file in files)


def test_a_form_has_a_row_for_each_member_and_the_questions_beside_it(season, tmp_path):
    path, asked = write_form(tmp_path / "svar.csv", season, COALITIONS, Language.SV)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("koalition;aktör;namn;vidgat nätverk;nya kontakter;")
    assert lines[1:] == [
        "c1/1;a1;Alfa;;;;;;",
        "c1/1;a2;Beta & Ö;;;;;;",
        'c1/1;a3;"Gamma; delta";;;;;;',
        "c1/2;a2;Beta & Ö;;;;;;",
        "c1/2;a4;Eta;;;;;;",
    ]
    words = asked.read_text("utf-8")
    assert words.count("\n\n") == len(ASKED) - 1
    assert "vidgat ert nätverk?" in words and "widened your network?" in words
    assert asked.name == "svar-frågor.txt"


def test_a_form_overwrites_nothing(season, tmp_path):
    path = tmp_path / "svar.csv"
    path.write_text("answers")
    with pytest.raises(InputError) as caught:
        write_form(path, season, COALITIONS, Language.EN)
    assert [(f.file, f.code) for f in caught.value.faults] == [("svar.csv", "file_exists")]
    assert path.read_text() == "answers"
    assert [file.name for file in Path(tmp_path).iterdir()] != ["svar-questions.txt"]


def test_a_form_holds_no_address(season, tmp_path):
    for path in write_form(tmp_path / "svar.csv", season, COALITIONS, Language.EN):
        assert b"example.org" not in path.read_bytes()


def test_a_name_like_a_formula_is_a_text_in_the_form_and_reads_back(read, tmp_path):
    season = read({"actors.csv": ACTORS.replace("Alfa,", "=1+1,")}).season
    path, _ = write_form(tmp_path / "svar.csv", season, COALITIONS, Language.SV)
    assert "c1/1;a1;'=1+1;" in path.read_text("utf-8-sig")
    assert read_answers(path, season, COALITIONS) == ()
