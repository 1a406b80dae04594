"""Tables out to an .xlsx workbook: texts stay texts, and the same rows give the same bytes."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.files.findings import Findings
from data.files.folders import write_whole
from data.files.limits import LONGEST_CELL

Cell = str | int | float | date | time | timedelta | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula when somebody edits the cell."""
CREATED = datetime(2000, 1, 1)
"""Stands in every workbook, so that the date is no part of its bytes."""
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_NAME = 31
CLOCK = {
    datetime: "yyyy-mm-dd hh:mm",
    date: "yyyy-mm-dd",
    time: "hh:mm",
    timedelta: "[h]:mm",
}
"""How dates and times are shown, by type."""
NARROWEST, WIDEST = 8, 60
"""Widths of columns, in characters."""


@dataclass(frozen=True)
class TableSheet:
    """A table: its name, one header for each column, and its rows."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def to_workbook(sheets: Sequence[TableSheet]) -> bytes:
    """Give an .xlsx workbook with one worksheet for each table.

    Texts are written as texts whatever they begin with, never as formulas or links;
    those that look like a formula are marked so that they stay texts when edited.
    Numbers that are not finite leave their cell empty.

    Parameters
    ----------
    sheets : sequence of TableSheet
        In the order in which they are to stand. What a spreadsheet does not take in a
        name is replaced; equal names are numbered.

    Examples
    --------
    >>> to_workbook([TableSheet("Members", ("name", "fit"), [("Ängen", 0.5)])])[:2]
    b'PK'
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    options["remove_timezone"] = True
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"created": CREATED})
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    quoted = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    clock = {kind: workbook.add_format({"num_format": form}) for kind, form in CLOCK.items()}
    taken: set[str] = set()
    for sheet in sheets:
        worksheet = workbook.add_worksheet(_to_name(sheet.name, taken))
        worksheet.freeze_panes(1, 0)
        widths = [0] * len(sheet.headers)
        for column, header in enumerate(sheet.headers):
            _write(worksheet, 0, column, header, bold, bold)
            widths[column] = _width_of(header)
        for number, cells in enumerate(sheet.rows, start=1):
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                _write(worksheet, number, column, cell, clock.get(type(cell), plain), quoted)
                widths[column] = max(width, _width_of(cell))
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, min(WIDEST, max(NARROWEST, width + 2)))
    workbook.close()
    return out.getvalue()


def write_workbook(path: Path, sheets: Sequence[TableSheet]) -> None:
    """Write an .xlsx workbook, as `to_workbook` gives it.

    Raises
    ------
    InputError
        With `unwritable_file` where the file can't be written.
    """
    content = to_workbook(sheets)
    try:
        write_whole(path, content)
    except OSError:
        findings = Findings()
        findings.fault(path.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()


def _write(
    worksheet: Worksheet, row: int, column: int, cell: Cell, plain: Format, quoted: Format
) -> None:
    """Write one cell by its type."""
    if isinstance(cell, str):
        shown = cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + "…"
        worksheet.write_string(
            row, column, shown, quoted if cell.startswith(FORMULA_STARTS) else plain
        )
    elif isinstance(cell, bool):
        worksheet.write_boolean(row, column, cell, plain)
    elif isinstance(cell, date | time | timedelta):
        worksheet.write_datetime(row, column, cell, plain)
    elif cell is not None and isfinite(cell):
        worksheet.write_number(row, column, cell, plain)


def _width_of(cell: Cell) -> int:
    """Give the length of a cell's longest line."""
    return max((len(line) for line in str("" if cell is None else cell).splitlines()), default=0)


def _to_name(name: str, taken: set[str]) -> str:
    """Give a sheet's name as spreadsheets take it, and no other sheet has it."""
    plain = FORBIDDEN_IN_NAMES.sub(" ", name).strip(" '")[:LONGEST_NAME].rstrip(" '") or "-"
    number, given = 1, plain
    while given.lower() in taken or given.lower() == "history":
        number += 1
        ending = f" {number}"
        given = plain[: LONGEST_NAME - len(ending)] + ending
    taken.add(given.lower())
    return given
