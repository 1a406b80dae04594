"""What a workbook shows and what it stores: the same in every format, and always said."""

import datetime
import io
import re
from zipfile import ZipFile

import pytest

from data.files.reading import read_season
from data.files.stored import ERRORS
from data.samples import DEMO
from models.seasons import CONTRACT_CRITERIA
from tests.kit.rules import accept_any
from tests.kit.workbooks import Raw, make_ods, make_workbook, read_rows, to_csv

HEADERS = ["id", "name", "sector", "place", "description", "capacity", "member"]
ALFA = ["a1", "Alfa", "public", "Malmö", "Alfa does things with young people", 1, "x"]
BETA = ["a2", "Beta", "akademi", "Lund", "Beta studies\nthings & such with others", 2.0, "y"]
ROWS = [HEADERS, ALFA, BETA]
KINDS = ("csv", "xlsx", "ods")


def to_files(rows, kind, finish=None, **options):
    if kind == "csv":
        shown = [[str(c).upper() if isinstance(c, bool) else c for c in row] for row in rows]
        return {"actors.csv": to_csv(shown, ";")}
    make = make_workbook if kind == "xlsx" else make_ods
    arguments = (finish,) if kind == "xlsx" else ()
    return {"actors.csv": None, f"actors.{kind}": make({"A": rows}, *arguments, **options)}


def told(found):
    return [(each.row, each.column, each.code) for each in found.warnings]


def test_the_demo_is_the_same_season_in_ods(tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    for name in ("actors", "challenges", "ties"):
        content = make_ods({"Om": [], name: read_rows(DEMO / f"{name}.csv")})
        (folder / f"{name}.ods").write_bytes(content)
    (folder / "season.toml").write_bytes((DEMO / "season.toml").read_bytes())
    settings = {"check_rule": accept_any, "criteria": CONTRACT_CRITERIA}
    found, expected = read_season(folder, **settings), read_season(DEMO, **settings)
    assert found.season == expected.season and found.warnings == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_the_same_in_each_format(read, kind):
    assert read(to_files(ROWS, kind)).season.actors == read({
        "actors.csv": to_csv([HEADERS, [*ALFA[:5], "1", "x"], [*BETA[:5], "2", "y"]])
    }, name="other").season.actors  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_yes_and_no_of_a_spreadsheet_are_read_as_such_and_said(read, kind):
    rows = [[*HEADERS, "visible"], [*ALFA[:6], True, False], [*BETA[:6], False, True]]
    found = read(to_files(rows, kind))
    alfa, beta = found.season.actors
    assert [dict(actor.attributes)["member"] for actor in (alfa, beta)] == ["yes", "no"]
    assert (alfa.visible, beta.visible) == (False, True)
    assert told(found) == [(2, "member", "boolean_read")]
    assert found.warnings[0].mend.sv.endswith("yes och no: 2.")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_dates_are_said_where_they_may_be_something_else(read, kind):
    day = datetime.date(2026, 2, 1)
    hour = datetime.datetime(2026, 2, 1, 13, 0)
    rows = [[*HEADERS, "available"], [*ALFA[:6], day, hour], [*BETA[:6], "z", ""]]
    found = read(to_files(rows, kind))
    alfa = found.season.actors[0]
    assert dict(alfa.attributes)["member"] == "2026-02-01"
    assert alfa.available == ("2026-02-01 13:00",)
    assert told(found) == [(2, "member", "date_read")]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_times_and_numbers_are_read_as_they_are_shown(read, kind):
    rows = [[*HEADERS, "n"], [*ALFA[:6], datetime.time(13, 0), 0.1 + 0.2], [*BETA[:6], 7, "007"]]
    found = read(to_files(rows, kind))
    assert [dict(actor.attributes) for actor in found.season.actors] == [
        {"member": "13:00", "n": "0.3"},
        {"member": "7", "n": "007"},
    ]
    assert found.warnings == ()


@pytest.mark.parametrize("kind", KINDS)
def test_digits_that_a_spreadsheet_rounded_away_are_said(read, kind):
    found = read(to_files([HEADERS, [*ALFA[:6], "5,56E+09"], BETA], kind))
    assert told(found) == [(2, "member", "rounded_number")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shown", ["#SAKNAS!", "#REF!", "#NV", "Err:502", "Fel:508", "########"])
def test_an_error_that_is_shown_is_a_fault(faults_of, kind, shown):
    assert shown in ERRORS or ":" in shown or shown.startswith("##")
    (fault,) = faults_of(to_files([HEADERS, [*ALFA[:4], shown, *ALFA[5:]], BETA], kind))
    assert (fault.row, fault.column, fault.code) == (2, "description", "broken_cell")
    assert fault.value == shown


def test_an_error_of_an_ods_cell_is_a_fault_whatever_it_is_called(faults_of):
    cell = Raw(
        '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0" '
        'calcext:value-type="error"><text:p>#ODD!</text:p></table:table-cell>'
    )
    (fault,) = faults_of(to_files([HEADERS, [*ALFA[:5], cell, "x"], BETA], "ods"))
    assert (fault.column, fault.code, fault.value) == ("capacity", "broken_cell", "#ODD!")


def without_results(part):
    return re.sub(rb"</f><v>[^<]*</v>", b"</f><v></v>", part)


def bare(content, change=without_results):
    """Change the sheet of a workbook."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, change(part) if "sheet1" in name else part)
    return out.getvalue()


def with_formulas(value, column=5):
    def write(workbook, worksheets):
        for row in (1, 2):
            formula = f'=IF(C{row + 1}="public",0,1)'
            worksheets["A"].write_formula(row, column, formula, None, value)

    return make_workbook({"A": ROWS}, write)


@pytest.mark.parametrize("column", [4, 5])
@pytest.mark.parametrize("is_nought", [False, True], ids=["no value", "a nought for each"])
def test_a_formula_without_a_result_is_a_fault_at_its_cell(faults_of, column, is_nought):
    content = with_formulas(0, column)
    content = content if is_nought else bare(content)
    faults = faults_of({"actors.csv": None, "actors.xlsx": content})
    name = HEADERS[column]
    assert [(each.row, each.column, each.code) for each in faults] == [
        (2, name, "formula_without_value"),
        (3, name, "formula_without_value"),
    ]
    assert faults[0].value == '=IF(C2="public",0,1)'


def test_a_formula_with_a_result_is_that_result(read):
    found = read({"actors.csv": None, "actors.xlsx": with_formulas(3)})
    assert [actor.capacity for actor in found.season.actors] == [3, 3]
    assert found.warnings == ()


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(read):
    def change(part):
        return re.sub(
            rb'<c r="F(\d)"><f>([^<]*)</f><v>0</v>', rb'<c r="F\1" t="str"><f>\2</f><v></v>', part
        )

    found = read({"actors.csv": None, "actors.xlsx": bare(with_formulas(0), change)})
    assert [actor.capacity for actor in found.season.actors] == [1, 1]


def test_a_formula_of_an_ods_cell_without_a_result_is_a_fault(faults_of):
    cell = Raw('<table:table-cell table:formula="of:=[.A1]"/>')
    (fault,) = faults_of(to_files([HEADERS, [*ALFA[:5], cell, "x"], BETA], "ods"))
    assert (fault.column, fault.code) == ("capacity", "formula_without_value")


@pytest.mark.parametrize("kind", KINDS)
def test_a_formula_that_is_shown_as_a_text_is_said(read, kind):
    found = read(to_files([HEADERS, [*ALFA[:6], '=IF(B2="x";1;0)'], BETA], kind))
    assert told(found) == [(2, "member", "formula_text")]


def test_hidden_rows_of_a_workbook_are_read_and_said(read):
    def hide(workbook, worksheets):
        worksheets["A"].set_row(2, None, None, {"hidden": True})
        worksheets["A"].set_row(9, None, None, {"hidden": True})
        worksheets["A"].set_column(6, 6, None, None, {"hidden": True})

    found = read(to_files(ROWS, "xlsx", hide))
    assert len(found.season.actors) == 2
    assert told(found) == [(None, "member", "hidden_columns"), (3, None, "hidden_rows")]
    assert "3 (1" in found.warnings[1].mend.sv


def test_hidden_rows_of_an_ods_file_are_read_and_said(read):
    found = read(to_files(ROWS, "ods", hidden_rows=[2], hidden_columns=[6]))
    assert len(found.season.actors) == 2
    assert told(found) == [(None, "member", "hidden_columns"), (3, None, "hidden_rows")]


def test_hidden_sheets_of_an_ods_file_are_never_read(read):
    sheets = {"actors": [["x"]], "B": ROWS}
    found = read({"actors.csv": None, "actors.ods": make_ods(sheets, hidden=["actors"])})
    assert len(found.season.actors) == 2


def test_the_sheet_of_an_ods_file_that_is_named_so_is_read(read):
    sheets = {"Om": [["Läs mig"]], "Aktörer": ROWS}
    assert len(read({"actors.csv": None, "actors.ods": make_ods(sheets)}).season.actors) == 2


def test_repeated_cells_and_rows_of_an_ods_file_are_laid_out(read):
    same = Raw('<table:table-cell table:number-columns-repeated="2"><text:p>Lund</text:p>'
               "</table:table-cell>")  # fmt: skip
    gap = Raw('</table:table-row><table:table-row table:number-rows-repeated="3">'
              '<table:table-cell table:number-columns-repeated="1024"/>')  # fmt: skip
    rows = [["id", "name", "place", "sector", "description"], ["a", same, "public", "W", gap],
            ["b", "B", "Malmö", "public", "X"]]  # fmt: skip
    found = read({"actors.csv": None, "actors.ods": make_ods({"A": rows})})
    assert [(actor.name, actor.place.name) for actor in found.season.actors] == [
        ("Lund", "Lund"),
        ("B", "Malmö"),
    ]


def test_words_of_an_ods_cell_are_those_that_are_shown(read):
    cell = Raw(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p>'
        "</office:annotation><text:p>Vi <text:span>sår</text:span><text:s text:c='2'/>och</text:p>"
        "<text:p>skördar</text:p></table:table-cell>"
    )
    found = read(to_files([HEADERS, [*ALFA[:4], cell, *ALFA[5:]]], "ods"))
    assert found.season.actors[0].description == "Vi sår  och\nskördar"


def test_merged_cells_of_an_ods_file_are_parted_as_in_other_workbooks(read):
    cell = Raw('<table:table-cell table:number-rows-spanned="2"><text:p>Lund</text:p>'
               "</table:table-cell>")  # fmt: skip
    covered = Raw("<table:covered-table-cell/>")
    rows = [HEADERS, [*ALFA[:3], cell, *ALFA[4:]], [*BETA[:3], covered, *BETA[4:]]]
    found = read(to_files(rows, "ods"))
    assert [actor.place.name for actor in found.season.actors] == ["Lund", "Lund"]
    assert told(found) == [(2, "place", "merged_filled")]


HUGE = Raw(
    '<table:table-cell table:number-columns-repeated="400"><text:p>x</text:p></table:table-cell>'
    '</table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell>'
    "<text:p>x</text:p></table:table-cell>"
)
LONG = Raw(
    '<table:table-cell table:number-columns-repeated="400"><text:p>' + "x" * 100_000 + "</text:p>"
    "</table:table-cell>"
)
WIDE = Raw(
    '<table:table-cell table:number-columns-repeated="9999999"><text:p>x</text:p>'
    "</table:table-cell>"
)
ODD = Raw(
    '<table:table-cell table:number-columns-repeated="-1"><text:p>x</text:p></table:table-cell>'
)
DATE = Raw('<table:table-cell office:value-type="date" office:date-value="2026-13-01"/>')
SPACED = Raw('<table:table-cell><text:p><text:s text:c="99999999"/></text:p></table:table-cell>')


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((HUGE, "many_rows"), (LONG, "large_workbook"), (WIDE, "many_columns")),
        *((ODD, "not_workbook"), (DATE, "not_workbook"), (Raw("<x>"), "not_workbook")),
        (SPACED, "large_workbook"),
    ],
    ids=["rows", "letters", "columns", "count", "date", "xml", "spaces"],
)
def test_an_ods_file_that_asks_for_too_much_is_refused(faults_of, cell, code):
    (fault,) = faults_of(to_files([HEADERS, [cell]], "ods"))
    assert (fault.file, fault.code) == ("actors.ods", code)


def test_a_locked_ods_file_says_so(faults_of):
    content = make_ods({"A": ROWS}, manifest="<manifest:encryption-data/>")
    (fault,) = faults_of({"actors.csv": None, "actors.ods": content})
    assert (fault.file, fault.code) == ("actors.ods", "workbook_locked")


def test_a_text_that_is_called_ods_is_refused(faults_of):
    (fault,) = faults_of({"actors.csv": None, "actors.ods": to_csv(ROWS)})
    assert (fault.file, fault.code) == ("actors.ods", "not_workbook")
