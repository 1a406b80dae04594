"""Builders of workbooks to read: a season's tables as people lay them out."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

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
