"""Tables with a frame: read where it is certain what they say, else one fault."""

import pytest

from tests.kit.workbooks import make_workbook, to_csv

HEADERS = ["name", "sector", "place", "description", "capacity", "group"]
ALFA = ["Alfa", "public", "Malmö", "Alfa does things with young people", "1", ""]
BETA = ["Beta", "academia", "Lund", "Beta; studies, things with others", "2", "B"]
TITLE = ["Register 2026-09-01", "", "", "", "", ""]
BLANK = [""] * 6


def as_file(rows, kind):
    if kind == "xlsx":
        return {"actors.csv": None, "actors.xlsx": make_workbook({"A": rows})}
    return {"actors.csv": to_csv(rows, kind)}


def names_in(found):
    return [actor.name for actor in found.season.actors]


def codes_of(found):
    return [(warning.row, warning.code) for warning in found.warnings]


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        *(("sep=;\r\n", ";"), ("\ufeffsep=,\n", ","), ("SEP=;;;;;;\n", ";"), ('"sep=\t"\n', "\t")),
        *(("sep=,\n", ";"), ("sep=;\r", ";")),
    ],
)
def test_the_line_that_states_the_delimiter_is_read_as_that(read, line, delimiter):
    newline = "\r" if line.endswith("\r") else "\n"
    table = line + to_csv([HEADERS, ALFA, BETA], delimiter, newline)
    found = read({"actors.csv": table})
    assert names_in(found) == ["Alfa", "Beta"] and found.warnings == ()


def test_rows_below_a_stated_delimiter_count_as_in_the_text(faults_of):
    table = "sep=;\n" + to_csv([HEADERS, ["Alfa", "x", *ALFA[2:]]], ";")
    (fault,) = faults_of({"actors.csv": table})
    assert (fault.row, fault.column) == (3, "sector")


@pytest.mark.parametrize("kind", [",", ";", "\t", "xlsx"])
@pytest.mark.parametrize(
    "above", [[TITLE], [TITLE, BLANK], [BLANK, TITLE, ["Utskrivet av", "Ada", *BLANK[2:]]]]
)
def test_a_title_above_the_headers_is_left_out_with_a_warning(read, above, kind):
    found = read(as_file([*above, HEADERS, ALFA, BETA], kind))
    assert names_in(found) == ["Alfa", "Beta"]
    (warning,) = found.warnings
    at = 2 if above[0] == BLANK else 1
    assert (warning.row, warning.code, warning.value) == (at, "above_headers", TITLE[0])
    assert f"row {len(above) + 1}" in warning.mend.en


def test_a_title_that_is_a_known_header_is_a_title_still(read):
    found = read(as_file([["Organisation", *BLANK[1:]], HEADERS, ALFA], ";"))
    assert names_in(found) == ["Alfa"] and codes_of(found) == [(1, "above_headers")]


def test_faults_below_a_title_have_the_rows_of_the_spreadsheet(faults_of):
    (fault,) = faults_of(as_file([TITLE, BLANK, HEADERS, ["Alfa", "x", *ALFA[2:]]], ";"))
    assert (fault.row, fault.column) == (4, "sector")


def test_a_column_that_is_missing_below_a_title_is_the_only_fault(faults_of):
    headers = ["name", "sector", "place", "words", "capacity", "group"]
    (fault,) = faults_of(as_file([TITLE, headers, ALFA], ";"))
    assert (fault.row, fault.column, fault.code) == (2, "description", "missing_column")


def test_a_row_of_an_actor_whose_words_are_headers_is_no_header(faults_of):
    rows = [["a", "b", "c", "d", "e", "f"], ["Alfa", "kommun", "land", "text", "1", ""]]
    faults = faults_of(as_file(rows, ";"))
    assert {(fault.row, fault.code) for fault in faults} == {(1, "missing_column")}


def test_headers_that_come_again_are_left_out_with_a_warning(read):
    found = read(as_file([HEADERS, ALFA, HEADERS, BETA], ","))
    assert names_in(found) == ["Alfa", "Beta"] and codes_of(found) == [(3, "headers_again")]


@pytest.mark.parametrize("kind", [",", "xlsx"])
@pytest.mark.parametrize("notes", [[["Källa: registret"]], [["Källa"], ["Ring Ada"]]])
def test_notes_below_are_one_fault(faults_of, notes, kind):
    notes = [[*note, *BLANK[1:]] for note in notes]
    (fault,) = faults_of(as_file([HEADERS, ALFA, BLANK, *notes], kind))
    assert (fault.row, fault.code, fault.value) == (4, "note_below", notes[0][0])


def test_a_half_filled_row_without_a_gap_is_told_by_its_cells(faults_of):
    faults = faults_of(as_file([HEADERS, ALFA, ["Beta", *BLANK[1:]]], ","))
    assert {fault.code for fault in faults} == {"missing_cell"}


def test_a_title_notes_and_totals_at_once(read):
    total = ["Summa", "", "", "", "3", ""]
    found = read(as_file([TITLE, BLANK, HEADERS, ALFA, BETA, BLANK, total], ";"))
    assert names_in(found) == ["Alfa", "Beta"]
    assert codes_of(found) == [(1, "above_headers"), (7, "total_left_out")]


def cut(row):
    while row and not row[-1]:
        row = row[:-1]
    return row


def test_rows_without_their_empty_last_cells_are_filled_up_with_one_warning(read):
    bare = ["Gamma", "private", "Lund", "Gamma sells things to others", "", ""]
    found = read({"actors.csv": to_csv([HEADERS, cut(ALFA), BETA, cut(bare)], ";")})
    assert names_in(found) == ["Alfa", "Beta", "Gamma"]
    assert [actor.capacity for actor in found.season.actors] == [1, 2, 1]
    (warning,) = found.warnings
    assert (warning.row, warning.code) == (2, "cut_short")
    assert "columns: 2." in warning.mend.en and "kolumner: 2." in warning.mend.sv


@pytest.mark.parametrize(
    "rows",
    [
        [HEADERS, ALFA[:5], ["Gamma", "private", "Lund", "G", "1", ""]],
        [HEADERS, [*ALFA[:4], ""], BETA],
        [HEADERS, ALFA[:3], BETA],
    ],
    ids=["another row has its empty cell", "it ends in an empty cell", "it lacks what is needed"],
)
def test_a_short_row_is_a_fault_where_its_cells_may_be_shifted(faults_of, rows):
    (fault,) = faults_of({"actors.csv": to_csv(rows, ";")})
    assert (fault.row, fault.code) == (2, "too_few_cells")
