"""Builders of workbooks to read: a season's tables as people lay them out."""

import csv
import datetime
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

COLLAPSED, FILTERED = ' table:visibility="collapse"', ' table:visibility="filter"'
Rows = Sequence[Sequence[object]]
Finish = Callable[[xlsxwriter.Workbook, dict[str, Worksheet]], None]


def make_workbook(sheets: dict[str, Rows], finish: Finish | None = None) -> bytes:
    """Give a workbook of these rows; `finish` may hide, merge and write more."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    workbook = xlsxwriter.Workbook(out, options)
    worksheets = {name: workbook.add_worksheet(name) for name in sheets}
    for name, rows in sheets.items():
        for number, row in enumerate(rows):
            worksheets[name].write_row(number, 0, row)
    if finish:
        finish(workbook, worksheets)
    workbook.close()
    return out.getvalue()


def read_rows(path: Path) -> list[list[str]]:
    """Give the rows of a comma-separated file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def to_csv(rows: Rows, delimiter: str = ",", newline: str = "\n") -> str:
    """Give rows as a delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return out.getvalue()


def make_ods(sheets: dict[str, Rows], **options: object) -> bytes:
    """Give an .ods workbook of these rows, as LibreOffice writes one.

    A cell that is a `Raw` is written as it stands. `hidden` names sheets, `hidden_rows` and
    `hidden_columns` positions in every sheet, that are not shown.
    """
    hidden_rows = options.get("hidden_rows", ())
    hidden_columns = options.get("hidden_columns", ())
    tables = []
    for name, rows in sheets.items():
        width = max((len(row) for row in rows), default=0)
        columns = "".join(
            f"<table:table-column{COLLAPSED * (at in hidden_columns)}/>" for at in range(width)
        )
        body = "".join(
            f"<table:table-row{FILTERED * (at in hidden_rows)}>"
            f"{''.join(map(_to_ods_cell, row))}</table:table-row>"
            for at, row in enumerate(rows)
        )
        style = "off" if name in options.get("hidden", ()) else "on"
        tables.append(
            f'<table:table table:name="{escape(name)}" table:style-name="{style}">'
            f"{columns}{body}</table:table>"
        )
    names = "office style text table number calcext"
    spaces = " ".join(f'xmlns:{name}="urn:{name}"' for name in names.split())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", options.get("manifest", "<manifest/>"))
    return out.getvalue()


class Raw(str):
    """A cell's XML as it stands."""


def _to_ods_cell(cell: object) -> str:
    """Write a cell by its type."""
    if isinstance(cell, Raw):
        return cell
    if cell in ("", None):
        return "<table:table-cell/>"
    kinds = {bool: "boolean", int: "float", float: "float"}
    if kind := kinds.get(type(cell)):
        value = str(cell).lower()
        name = "boolean-value" if kind == "boolean" else "value"
        return _to_valued(kind, name, value)
    if isinstance(cell, datetime.datetime | datetime.date):
        return _to_valued("date", "date-value", cell.isoformat())
    if isinstance(cell, datetime.time):
        return _to_valued("time", "time-value", cell.strftime("PT%HH%MM%SS"))
    lines = [escape(line) for line in str(cell).split("\n")]
    shown = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f'<table:table-cell office:value-type="string">{shown}</table:table-cell>'


def _to_valued(kind: str, name: str, value: str) -> str:
    shown = f"<text:p>{value}</text:p>"
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}">{shown}'
        "</table:table-cell>"
    )
