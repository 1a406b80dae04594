"""Tables in .ods workbooks, as LibreOffice saves them: from the file to records.

Read here and not by a library, since none says which rows are hidden and which formulas
have no result, nor keeps a file that asks for a billion cells by a few letters from them.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from pathlib import Path

from data.files.archives import Archive, BadWorkbook
from data.files.findings import Findings
from data.files.limits import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS
from data.files.records import Corner, Records, Value, tidy
from data.files.sheet_scan import Attributes, parse_xml
from data.files.spreadsheets import to_shown
from data.files.text_files import read_bytes
from data.reference.names import fold

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
HIDDEN = ("collapse", "filter")
"""How a row or column that isn't shown says so: by hand, and by a filter."""
SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


@dataclass
class _Sheet:
    """A table of the workbook."""

    name: str
    is_hidden: bool
    records: Records = field(default_factory=lambda: Records([]))


def read_ods_records(path: Path, sheet_names: Sequence[str], findings: Findings) -> Records | None:
    """Read one sheet of an .ods workbook; None, with a fault, where that can't be done.

    The sheet is chosen as in an .xlsx workbook.

    Parameters
    ----------
    path : Path
        The .ods file.
    sheet_names : sequence of str
        The sheet with one of these names is read, in any case; else the first that is not
        empty. Hidden sheets are never read.
    findings : Findings
        Takes the faults.
    """
    raw = read_bytes(path, findings)
    if raw is None:
        return None
    try:
        archive = Archive(raw)
        if archive.has(MANIFEST) and b"encryption-data" in archive.unpack(MANIFEST):
            raise BadWorkbook("workbook_locked")
        reader = _Reader()
        parse_xml(archive.unpack(CONTENT), reader.start, reader.end, reader.read)
    except BadWorkbook as bad:
        findings.fault(path.name, None, None, None, bad.code, **bad.params)
        return None
    shown = [sheet for sheet in reader.sheets if not sheet.is_hidden]
    named = [sheet for sheet in shown if fold(sheet.name) in sheet_names]
    for sheet in named or shown:
        if sheet.records.rows:
            others = [each.name for each in shown if each is not sheet and each.records.rows]
            return _square(replace(sheet.records, sheet=sheet.name, other_sheets=others))
    return Records([])


def _square(records: Records) -> Records:
    """Give every row the width of the widest, as in other workbooks."""
    width = max(len(cells) for _, cells in records.rows)
    for _, cells in records.rows:
        cells.extend([""] * (width - len(cells)))
    return records


class _Reader:
    """Follows a document's elements and lays out its tables."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self._hiding: set[str] = set()
        self._style = ""
        self._row: list[str] = []
        self._at = self._column = self._repeats = self._width = 0
        self._is_hidden = False
        self._cell: Attributes | None = None
        self._text: list[str] = []
        self._depth = 0
        self._widest = self._length = 0
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "table": self._start_sheet,
            "table-row": self._start_row,
            "table-column": self._enter_column,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
            "style": self._enter_style,
            "table-properties": self._enter_properties,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an element's beginning."""
        if name == "annotation" or self._depth:
            self._depth += 1
        elif name in self._starts:
            self._starts[name](attributes)
        elif name == "p" and self._text:
            self._text.append("\n")
        elif name in SPACES:
            number = _count(attributes, "text:c")
            self._check_length(number)
            self._text.append(SPACES[name] * number)

    def read(self, text: str) -> None:
        """Take a piece of text."""
        if self._cell is not None and not self._depth:
            self._text.append(text)

    def end(self, name: str) -> None:
        """Take an element's end."""
        if self._depth:
            self._depth -= 1
        elif name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table-row" and self.sheets:
            self._end_row()

    def _enter_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("style:name", "")

    def _enter_properties(self, attributes: Attributes) -> None:
        if attributes.get("table:display") == "false":
            self._hiding.add(self._style)

    def _start_sheet(self, attributes: Attributes) -> None:
        style = attributes.get("table:style-name", "")
        self.sheets.append(_Sheet(attributes.get("table:name", ""), style in self._hiding))
        self._at = self._width = self._column = self._widest = 0

    def _enter_column(self, attributes: Attributes) -> None:
        number = _count(attributes, "table:number-columns-repeated")
        if self.sheets and attributes.get("table:visibility") in HIDDEN:
            last = min(self._width + number, MOST_COLUMNS)
            self.sheets[-1].records.hidden_columns.extend(range(self._width, last))
        self._width += number

    def _start_row(self, attributes: Attributes) -> None:
        self._row, self._column = [], 0
        self._repeats = _count(attributes, "table:number-rows-repeated")
        self._is_hidden = attributes.get("table:visibility") in HIDDEN

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._text = attributes, []

    def _end_cell(self, cell: Attributes) -> None:
        """Write a cell as often as it is repeated, and note what is odd about it."""
        repeats = _count(cell, "table:number-columns-repeated")
        corner = (self._at, self._column)
        self._column += repeats
        if not self.sheets:
            return
        records = self.sheets[-1].records
        value = self._read_value(cell, corner, records)
        if value:
            if self._column > MOST_COLUMNS:
                raise BadWorkbook("many_columns", most=MOST_COLUMNS)
            self._check_length(len(value) * repeats * self._repeats)
            self._row += [""] * (self._column - repeats - len(self._row)) + [value] * repeats
        wide, high = (_count(cell, f"table:number-{side}-spanned") for side in ("columns", "rows"))
        if wide > 1 or high > 1:
            end = (corner[0] + high - 1, corner[1] + wide - 1)
            records.merged.append((corner, end))
            if len(records.merged) > MOST_MERGED:
                raise BadWorkbook("many_merged", most=MOST_MERGED)

    def _read_value(self, cell: Attributes, corner: Corner, records: Records) -> str:
        """Give a cell's value as a text file would have it."""
        shown, kind = tidy("".join(self._text)), cell.get("office:value-type", "")
        if cell.get("calcext:value-type") == "error":
            records.faulty[corner] = "broken_cell"
            return shown or "#"
        if "table:formula" in cell and not kind and not shown:
            records.faulty[corner] = "formula_without_value"
            return "=" + cell["table:formula"].partition("=")[2]
        value = _to_value(cell, kind)
        if value is None:
            return shown or tidy(cell.get("office:string-value", ""))
        records.values[corner] = value
        records.dates.update({corner} if isinstance(value, datetime.date) else ())
        return to_shown(value)

    def _end_row(self) -> None:
        """Keep a row that is not blank, as often as it is repeated."""
        sheet = self.sheets[-1]
        if any(self._row):
            self._widest = max(self._widest, len(self._row))
            last = self._at + self._repeats
            if last > MOST_ROWS + 1 or last * self._widest > MOST_CELLS:
                raise BadWorkbook("many_rows", most=MOST_ROWS, cells=MOST_CELLS)
            numbers = range(self._at + 1, self._at + self._repeats + 1)
            sheet.records.rows.extend((number, list(self._row)) for number in numbers)
            if self._is_hidden:
                sheet.records.hidden_rows.extend(numbers)
            self._repeat_notes(sheet.records)
        self._at += self._repeats

    def _repeat_notes(self, records: Records) -> None:
        """Note a repeated row's odd cells in each of its rows."""
        for other in range(1, self._repeats):
            for column in range(len(self._row)):
                if (code := records.faulty.get((self._at, column))) is not None:
                    records.faulty[self._at + other, column] = code
                if (self._at, column) in records.dates:
                    records.dates.add((self._at + other, column))
                if (value := records.values.get((self._at, column))) is not None:
                    records.values[self._at + other, column] = value

    def _check_length(self, letters: int) -> None:
        """Count letters, those of repeated cells as often as they are repeated."""
        self._length += letters
        if self._length > MOST_BYTES:
            raise BadWorkbook("large_workbook", most=f"{MOST_BYTES / 1e6:g}")


def _count(attributes: Attributes, name: str) -> int:
    """Give a count that an element states, 1 where it states none."""
    written = attributes.get(name, "1")
    if not (written.isascii() and written.isdecimal() and len(written) < 9 and int(written)):
        raise BadWorkbook("not_workbook")
    return int(written)


def _to_value(cell: Attributes, kind: str) -> Value | None:
    """Give what a cell stores; None where it is a text, or nothing is stored."""
    if kind in ("float", "percentage", "currency"):
        return _to_number(cell.get("office:value", ""))
    if kind == "boolean":
        return {"true": True, "false": False}.get(cell.get("office:boolean-value", "").lower())
    if kind == "date":
        return _to_date(cell.get("office:date-value", ""))
    return _to_time(cell.get("office:time-value", "")) if kind == "time" else None


def _to_number(written: str) -> float | None:
    """Give a number; None where none is stored."""
    try:
        number = float(written) if written else None
        return number if number is not None and isfinite(number) else None
    except ValueError as error:
        raise BadWorkbook("not_workbook") from error


def _to_date(written: str) -> datetime.date:
    """Give a date, or a date and time."""
    try:
        if "T" in written:
            return datetime.datetime.fromisoformat(written)
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        raise BadWorkbook("not_workbook") from error


def _to_time(written: str) -> datetime.time | datetime.timedelta:
    """Give a time of day; a duration where it is longer than a day."""
    found = DURATION.fullmatch(written)
    if found is None:
        raise BadWorkbook("not_workbook")
    hours, minutes, seconds = (int(part) for part in found.groups())
    if hours < 24:
        try:
            return datetime.time(hours, minutes, seconds)
        except ValueError as error:
            raise BadWorkbook("not_workbook") from error
    return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
