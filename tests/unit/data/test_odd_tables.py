"""Tables as people leave them: read where it is certain what they say, else one fault."""

import pytest

from data.files.findings import Findings
from data.files.limits import MOST_FAULTS, MOST_WARNINGS
from models.errors import InputError
from tests.kit.workbooks import make_workbook, to_csv

HEADERS = ["name", "sector", "place", "description", "capacity"]
ALFA = ["Alfa", "public", "Malmö", "Alfa does many useful things", "1"]
BETA = ["Beta", "academia", "Lund", "Beta studies many useful things", "2"]


@pytest.mark.parametrize("is_workbook", [False, True])
@pytest.mark.parametrize(
    "total", [["Summa", "", "", "", "3"], ["", "", "", "Totalt:", "3"], ["TOTAL", "2", "", "", "3"]]
)
def test_a_row_of_totals_is_left_out_with_a_warning(read, total, is_workbook):
    rows = [HEADERS, ALFA, [""] * 5, BETA, [""] * 5, total]
    table = {"actors.csv": to_csv(rows)}
    if is_workbook:
        table = {"actors.csv": None, "actors.xlsx": make_workbook({"A": rows})}
    found = read(table)
    assert [actor.id for actor in found.season.actors] == ["alfa", "beta"]
    (warning,) = found.warnings
    assert (warning.row, warning.code) == (6, "total_left_out")
    assert warning.value in total


@pytest.mark.parametrize(
    "total", [["Summa", "", "", "", ""], ["Totalt", "två aktörer", "", "", "3"]]
)
def test_a_row_that_may_be_totals_is_one_fault(faults_of, total):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, ALFA, total])})
    assert (fault.row, fault.column, fault.code) == (3, "name", "total_row")


def test_an_organisation_called_total_is_read(read):
    rows = [HEADERS, ALFA, ["Total", "private", "Lund", "Oil for all of Europe", ""]]
    found = read({"actors.csv": to_csv(rows)})
    assert [actor.name for actor in found.season.actors] == ["Alfa", "Total"]
    assert found.warnings == ()


def test_rows_with_another_delimiter_than_the_header_are_one_fault(faults_of):
    rows = to_csv([ALFA, BETA], ";")
    ties = "actor_a,actor_b\nAlfa,Beta\n"
    (fault,) = faults_of({"actors.csv": ",".join(HEADERS) + "\n" + rows, "ties.csv": ties})
    assert (fault.file, fault.row, fault.code) == ("actors.csv", 2, "mixed_delimiters")
    assert "semikolon" in fault.mend.sv and "semicolons" in fault.mend.en
    assert fault.mend.en.endswith("It concerns 2\u00a0rows.")


def test_one_row_with_another_delimiter_is_a_fault_at_its_row(faults_of):
    text = to_csv([HEADERS, ALFA]) + ";".join(BETA) + "\n"
    (fault,) = faults_of({"actors.csv": text})
    assert (fault.row, fault.code) == (3, "mixed_delimiters")


@pytest.mark.parametrize("cell", ["a\0b", "a\x1fb", "a\x85b"])
def test_a_control_character_is_a_fault_at_its_cell(faults_of, cell):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, [*ALFA[:3], cell, "1"]])})
    assert (fault.row, fault.column, fault.code) == (2, "description", "control_character")


def test_a_line_break_of_word_processors_is_a_line_break(read):
    found = read({"actors.csv": to_csv([HEADERS, [*ALFA[:3], "a\vb\r\nc", "1"]])})
    assert found.season.actors[0].description == "a\nb\nc"


def test_a_cell_longer_than_a_spreadsheet_holds_is_a_fault(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, [*ALFA[:3], "x" * 32_768, "1"]])})
    assert (fault.row, fault.column, fault.code) == (2, "description", "long_cell")
    assert fault.value is None


def test_a_formula_error_saved_as_text_is_a_fault(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, [*ALFA[:3], "#SAKNAS!", "1"]])})
    assert (fault.column, fault.code, fault.value) == ("description", "broken_cell", "#SAKNAS!")


def test_a_fault_quotes_the_beginning_of_a_long_cell(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, ["A", "x" * 900, *ALFA[2:]]])})
    assert fault.value == "x" * 300 + "…"


def test_faults_and_warnings_end_with_one_that_says_so():
    findings = Findings()
    for row in range(MOST_WARNINGS + 5):
        findings.warn("f", row, None, None, "doubled_tie", row=1)
    with pytest.raises(InputError) as caught:
        for row in range(MOST_FAULTS + 5):
            findings.fault("f", row, None, None, "missing_cell")
    assert len(caught.value.faults) == MOST_FAULTS + 1
    assert len(caught.value.warnings) == MOST_WARNINGS + 1
    assert caught.value.faults[-1].code == "too_many_faults"
    assert caught.value.warnings[-1].code == "too_many_warnings"
