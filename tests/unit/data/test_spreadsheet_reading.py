import datetime

import pytest

from data.files.members import read_members
from data.files.reading import read_season
from data.samples import DEMO
from models.seasons import CONTRACT_CRITERIA
from tests.kit.hostile import with_part
from tests.kit.rules import accept_any
from tests.kit.workbooks import make_ods, make_workbook, read_rows, to_csv

HEADERS = ["id", "name", "sector", "place", "description"]
ALFA = ["a1", "Alfa", "public", "Malmö", "Alfa does many useful things"]
BETA = ["a2", "Beta", "akademi", "Lund", "Beta studies many useful things"]
SWEDISH = {
    "name": "Namn",
    "sector": "SEKTOR",
    "place": "Ort",
    "description": "beskrivning",
    "offers": "erbjuder",
    "seeks": "söker",
    "languages": "språk",
    "wishes": "önskemål",
    "capacity": "kapacitet",
    "passed_over": "förbigången",
    "title": "titel",
    "scope": "omfattning",
    "coalitions": "koalitioner",
    "facets": "delfrågor",
    "size": "storlek",
}


def to_season(folder, tables):
    folder.mkdir()
    for name, content in {**tables, "season.toml": (DEMO / "season.toml").read_bytes()}.items():
        (folder / name).write_bytes(content)
    return read_season(folder, check_rule=accept_any, criteria=CONTRACT_CRITERIA)


def to_typed(cell):
    return float(cell) if cell.isdecimal() else cell


def in_format(form):
    tables = {name: read_rows(DEMO / f"{name}.csv") for name in ("actors", "challenges", "ties")}
    if form == "xlsx":
        typed = {
            name: [[to_typed(c) for c in row] for row in rows] for name, rows in tables.items()
        }
        return {f"{name}.xlsx": make_workbook({name: rows}) for name, rows in typed.items()}
    swedish = {
        name: [[SWEDISH.get(header, header) for header in rows[0]], *rows[1:]]
        for name, rows in tables.items()
    }
    return {
        f"{name}.csv": to_csv(rows, ";", "\r\n").encode("utf-8-sig")
        for name, rows in swedish.items()
    }


@pytest.mark.parametrize("form", ["xlsx", "semicolons"])
def test_the_demo_is_the_same_season_in_another_format(tmp_path, form):
    expected = read_season(DEMO, check_rule=accept_any, criteria=CONTRACT_CRITERIA)
    found = to_season(tmp_path / "other", in_format(form))
    assert len(found.season.actors) == 120
    assert found.season == expected.season
    assert found.season.model_dump_json() == expected.season.model_dump_json()
    assert found.warnings == expected.warnings == ()


def actors_in(read, sheets, finish=None):
    found = read({"actors.csv": None, "actors.xlsx": make_workbook(sheets, finish)})
    return found.season.actors, found.warnings


def test_values_in_columns_of_text_stay_as_people_see_them(read):
    headers = [*HEADERS, "a", "b", "c", "d", "e", "f"]
    row = [*ALFA, 21120, 3.0, 0.1 + 0.2, True, datetime.date(2026, 11, 23), "007"]
    ((actor,), _) = actors_in(read, {"Blad1": [headers, row]})
    assert dict(actor.attributes) == {
        "a": "21120",
        "b": "3",
        "c": "0.3",
        "d": "yes",
        "e": "2026-11-23",
        "f": "007",
    }


@pytest.mark.parametrize("name", ["Actors", "aktörer"])
def test_the_sheet_that_is_named_so_is_read(read, name):
    sheets = {"Om": [["Läs mig"]], name: [HEADERS, ALFA]}
    actors, _ = actors_in(read, sheets)
    assert [actor.id for actor in actors] == ["a1"]


def test_else_the_first_sheet_that_is_shown_and_not_empty(read):
    def hide(workbook, worksheets):
        worksheets["actors"].hide()
        worksheets["Mycket"].very_hidden()
        worksheets["Tom"].activate()

    sheets = {
        "actors": [["hidden"]],
        "Mycket": [["hidden"]],
        "Tom": [],
        "B": [HEADERS, BETA],
        "C": [HEADERS, ALFA],
    }
    actors, _ = actors_in(read, sheets, hide)
    assert [actor.id for actor in actors] == ["a2"]


def test_rows_count_as_the_spreadsheet_does(faults_of):
    rows = [[], ["", *HEADERS], [], ["", *ALFA], [], ["", "a2", "Beta", "x", "Lund", "W"]]
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": make_workbook({"A": rows})})
    assert (fault.file, fault.row, fault.column) == ("actors.xlsx", 6, "sector")


def test_both_formats_of_a_table_are_a_fault_that_names_them(faults_of):
    workbook = make_workbook({"actors": [HEADERS, ALFA]})
    (fault,) = faults_of({"actors.xlsx": workbook, "ties.csv": "actor_a,actor_b\nx,y\n"})
    assert (fault.file, fault.code) == ("actors.csv", "two_files")
    assert "actors.xlsx" in fault.mend.en and "actors.xlsx" in fault.mend.sv


def test_a_formula_that_failed_is_a_fault_at_its_cell(faults_of):
    def fail(workbook, worksheets):
        worksheets["A"].write_formula(1, 4, "=1/0", None, "#DIV/0!")

    content = make_workbook({"A": [HEADERS, ALFA]}, fail)
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": content})
    assert (fault.row, fault.column, fault.code) == (2, "description", "broken_cell")
    assert fault.value == "#DIV/0!"


def test_an_empty_workbook_is_a_fault(faults_of):
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": make_workbook({"A": []})})
    assert (fault.file, fault.code) == ("actors.xlsx", "empty_file")


def test_a_column_that_is_merged_downwards_says_the_same_in_each_row(read):
    def merge(workbook, worksheets):
        worksheets["A"].merge_range(1, 2, 2, 2, "public")

    actors, warnings = actors_in(read, {"A": [HEADERS, ALFA, BETA]}, merge)
    assert [str(actor.sector) for actor in actors] == ["public", "public"]
    (warning,) = warnings
    assert (warning.row, warning.column, warning.code) == (2, "sector", "merged_filled")
    assert "C2:C3" in warning.mend.sv


def test_cells_merged_across_columns_are_one_fault(faults_of):
    def merge(workbook, worksheets):
        worksheets["A"].merge_range(2, 1, 2, 3, "Beta, public")

    content = make_workbook({"A": [HEADERS, ALFA, BETA]}, merge)
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": content})
    assert (fault.row, fault.column, fault.code) == (3, "name", "merged_cells")
    assert "B3:D3" in fault.mend.en


def with_a_merged_title(headers):
    def merge(workbook, worksheets):
        worksheets["A"].merge_range(0, 0, 0, 4, "Aktörer 2026")

    return make_workbook({"A": [[], headers, ALFA]}, merge)


def test_a_merged_title_above_the_headers_is_left_out_with_a_warning(read):
    content = with_a_merged_title(HEADERS)
    found = read({"actors.csv": None, "actors.xlsx": content})
    assert [actor.id for actor in found.season.actors] == ["a1"]
    (warning,) = found.warnings
    assert (warning.row, warning.code, warning.value) == (1, "above_headers", "Aktörer 2026")


def test_a_merged_title_above_headers_that_are_not_known_is_one_fault(faults_of):
    content = with_a_merged_title(["a", "b", "c", "d", "e"])
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": content})
    assert (fault.row, fault.code) == (1, "merged_headers")


def test_members_may_be_a_workbook_under_any_name(read, tmp_path):
    rows = [["koalition", "utmaning", "aktör"], ["x", "c1", "Beta"], ["x", "c1", "Alfa"]]
    path = tmp_path / "givna.xlsx"
    path.write_bytes(make_workbook({"Blad1": rows}))
    (coalition,) = read_members(path, read().season).coalitions
    assert coalition.members == ("a1", "a2")


def test_a_part_in_another_encoding_than_it_says_is_refused(faults_of):
    def declare(part):
        return part.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')

    content = with_part("xl/sharedStrings.xml", declare)
    (fault,) = faults_of({"actors.csv": None, "actors.xlsx": content})
    assert (fault.file, fault.code) == ("actors.xlsx", "not_workbook")


@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_other_filled_sheets_are_named(read, kind):
    sheets = {
        "Info": [["Läs mig"]],
        "Aktörer": [HEADERS, ALFA],
        "Tom": [],
        "Region Skåne": [HEADERS, BETA],
    }
    made = make_workbook(sheets) if kind == ".xlsx" else make_ods(sheets)
    found = read({"actors.csv": None, f"actors{kind}": made})
    assert [actor.id for actor in found.season.actors] == ["a1"]
    (warning,) = found.warnings
    assert (warning.file, warning.code) == (f"actors{kind}", "other_sheets")
    assert warning.mend.sv == "Bara bladet Aktörer läses. Blad som inte läses: Info, Region Skåne."


def test_hidden_sheets_are_not_named(read):
    def hide(workbook, worksheets):
        worksheets["Listor"].hide()

    sheets = {"actors": [HEADERS, ALFA], "Listor": [["public"], ["private"]]}
    _, warnings = actors_in(read, sheets, hide)
    assert warnings == ()
