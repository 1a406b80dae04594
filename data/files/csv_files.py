"""Tables out to CSV files that a spreadsheet opens as they are."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.files.findings import Findings
from data.files.folders import write_whole
from data.files.workbook import FORMULA_STARTS, Cell

GUARD = "'"
"""Stands before a text that a spreadsheet would take for a formula."""


def to_csv(rows: Iterable[Sequence[Cell]], ids: int = 0) -> str:
    """Give rows with a semicolon between cells, so that a decimal comma does no harm.

    Parameters
    ----------
    rows : iterable of sequence of Cell
    ids : int
        So many cells at the start of a row are written as they are, since the file is read
        again by them.

    Examples
    --------
    >>> to_csv([("name", "room"), ("=1+1", 2)]).splitlines()[1]
    "'=1+1;2"
    """
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\n")
    table.writerows([*row[:ids], *map(guard, row[ids:])] for row in rows)
    return text.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[Cell]], ids: int = 0) -> None:
    """Write rows as `to_csv` gives them, marked as UTF-8.

    Raises
    ------
    InputError
        With `unwritable_file` where the file can't be written.
    """
    try:
        write_whole(path, to_csv(rows, ids).encode("utf-8-sig"))
    except OSError:
        findings = Findings()
        findings.fault(path.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()


def guard(cell: Cell) -> Cell:
    """Keep a text a text.

    Examples
    --------
    >>> guard("=1+1"), guard("Ängen")
    ("'=1+1", 'Ängen')
    """
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"{GUARD}{cell}"
    return cell
