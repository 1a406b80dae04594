import io
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from data.files.workbook import TableSheet, to_workbook, write_workbook
from models.errors import InputError

FORMULAS = ["=1+1", "+46", "-2", "@sum", "\t=1", "\r=1", "=HYPERLINK(a)", "https://example.org"]


def rows_of(content: bytes, number: int = 0) -> list[list[object]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return workbook.get_sheet_by_index(number).to_python()


def test_cells_come_back_by_their_type():
    rows = [["Ängen", 3, 0.5, True, None], ["a\nb", -1, float("nan"), False, "x"]]
    content = to_workbook([TableSheet("T", ["a", "b", "c", "d", "e"], rows)])
    assert rows_of(content) == [
        ["a", "b", "c", "d", "e"],
        ["Ängen", 3, 0.5, True, ""],
        ["a\nb", -1, "", False, "x"],
    ]


def test_a_text_that_looks_like_a_formula_stays_a_text():
    content = to_workbook([TableSheet("T", FORMULAS, [FORMULAS])])
    assert rows_of(content) == [FORMULAS, FORMULAS]
    with ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
        assert not any("rels" in name and "sheets" in name for name in archive.namelist())
    assert "<f>" not in sheet and "hyperlink" not in sheet
    assert styles.count('quotePrefix="1"') == 1


def test_the_header_is_frozen_and_columns_fit():
    rows = [["y" * 30, "z" * 500]]
    content = to_workbook([TableSheet("T", ["x", "w"], rows)])
    with ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'ySplit="1"' in sheet and 'state="frozen"' in sheet
    assert '<col min="1" max="1" width="32.' in sheet
    assert '<col min="2" max="2" width="60.' in sheet


def test_names_of_sheets_are_made_acceptable_and_told_apart():
    names = ["a/b", "A:b", "x" * 40, "x" * 40, "", "History", "'q'"]
    content = to_workbook([TableSheet(name, ["h"], []) for name in names])
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert workbook.sheet_names == [
        *("a b", "A b 2", "x" * 31, "x" * 29 + " 2", "-", "History 2", "q")
    ]


def test_the_same_rows_give_the_same_bytes(tmp_path):
    sheets = [TableSheet("T", ["a"], [["=b"], [1.5]])]
    write_workbook(tmp_path / "one.xlsx", sheets)
    assert (tmp_path / "one.xlsx").read_bytes() == to_workbook(sheets)


def test_a_text_longer_than_a_cell_is_cut_visibly():
    (_, (cell,)) = rows_of(to_workbook([TableSheet("T", ["a"], [["x" * 40_000]])]))
    assert len(cell) == 32_767 and cell.endswith("x…")


def test_a_row_as_wide_as_the_headers_is_asked_for():
    with pytest.raises(ValueError, match="zip"):
        to_workbook([TableSheet("T", ["a", "b"], [["x"]])])


def test_a_file_that_cannot_be_written_is_a_fault(tmp_path):
    with pytest.raises(InputError) as caught:
        write_workbook(tmp_path / "nowhere" / "x.xlsx", [])
    assert [fault.code for fault in caught.value.faults] == ["unwritable_file"]
