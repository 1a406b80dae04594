"""Tables in text files: from bytes to rows of cells, whatever the delimiter."""

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.exchange.columns import Column, find_column, tidy_header
from data.exchange.findings import Findings

DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Row:
    """A row's cells by column, under the number that a spreadsheet gives it."""

    number: int
    cells: dict[str, str]
    is_whole: bool = True
    """False for a row with too many or too few cells: only its names can be trusted."""


@dataclass(frozen=True)
class Table:
    """A read table.

    `columns` are the columns' English names, or tidied headers of unknown ones.
    `is_complete` is False where rows may be missing, so that a name that is not there
    is no proof that it leads nowhere.
    """

    file: str
    columns: frozenset[str]
    rows: tuple[Row, ...]
    is_complete: bool = True


def read_text(path: Path, findings: Findings) -> str | None:
    """Read a UTF-8 text, with or without BOM; None, with a fault, where it can't be read."""
    try:
        raw = path.read_bytes()
    except OSError:
        findings.fault(path.name, None, None, None, "unreadable_file")
        return None
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        findings.fault(path.name, line, None, None, "not_utf8")
        return None


def read_table(path: Path, known: Sequence[Column], findings: Findings) -> Table | None:
    """Read a table and note every fault of its form.

    Parameters
    ----------
    path : Path
        The file; comma, semicolon or tab between cells, detected from the header.
    known : sequence of Column
        The columns that mean something.
    findings : Findings
        Takes the faults: missing, empty or unreadable file, bad quotes, doubled or
        missing columns, rows with too few or too many cells.

    Returns
    -------
    Table or None
        None where there is no header to go by.
    """
    if not path.exists():
        spreadsheet = path.with_suffix(".xlsx")
        if spreadsheet.exists():
            findings.fault(spreadsheet.name, None, None, None, "xlsx_not_yet", csv=path.name)
        else:
            findings.fault(path.name, None, None, None, "missing_file")
        return None
    text = read_text(path, findings)
    if text is None:
        return None
    records, is_complete = _parse(text, known, path.name, findings)
    filled = [(number, cells) for number, cells in records if any(cells)]
    if not filled:
        if is_complete:
            findings.fault(path.name, None, None, None, "empty_file")
        return None
    (header_row, headers), *body = filled
    places = _place_columns(path.name, header_row, headers, body, known, findings)
    rows = tuple(
        _to_row(path.name, number, cells, len(headers), places, findings) for number, cells in body
    )
    for column in known:
        if column.is_required and column.name not in places:
            findings.fault(
                path.name, header_row, column.name, None, "missing_column", names=column.spellings
            )
    return Table(path.name, frozenset(places), rows, is_complete)


def _parse(
    text: str, known: Sequence[Column], file: str, findings: Findings
) -> tuple[list[tuple[int, list[str]]], bool]:
    """Split a text into numbered records; say whether all of it could be read."""
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=_detect_delimiter(text, known),
        skipinitialspace=True,
        strict=True,
    )
    records: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, start=1):
            records.append((number, [_tidy(cell) for cell in cells]))
    except csv.Error:
        findings.fault(file, len(records) + 1, None, None, "bad_quotes")
        return records, False
    return records, True


def _detect_delimiter(text: str, known: Sequence[Column]) -> str:
    """Find the delimiter under which most headers mean something, then most cells."""

    def worth(delimiter: str) -> tuple[int, int]:
        lines = io.StringIO(text.lstrip(), newline="")
        try:
            headers = next(csv.reader(lines, delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:
            return (0, 0)
        return (sum(find_column(cell, known) is not None for cell in headers), len(headers))

    return max(DELIMITERS, key=worth)


def _place_columns(
    file: str,
    header_row: int,
    headers: list[str],
    body: list[tuple[int, list[str]]],
    known: Sequence[Column],
    findings: Findings,
) -> dict[str, int]:
    """Say where each column stands; note doubled ones and nameless ones with content."""
    places: dict[str, int] = {}
    for position, header in enumerate(headers):
        column = find_column(header, known)
        name = column.name if column else tidy_header(header)
        if name in places:
            findings.fault(file, header_row, name, header, "doubled_column")
        elif name:
            places[name] = position
        elif any(len(cells) > position and cells[position] for _, cells in body):
            findings.fault(file, header_row, None, None, "nameless_column", position=position + 1)
    return places


def _to_row(
    file: str,
    number: int,
    cells: list[str],
    width: int,
    places: dict[str, int],
    findings: Findings,
) -> Row:
    """Name a record's cells; empty cells beyond the header are nothing."""
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    if len(cells) != width:
        code = "too_many_cells" if len(cells) > width else "too_few_cells"
        findings.fault(file, number, None, None, code, cells=len(cells), columns=width)
    named = {name: cells[at] for name, at in places.items() if at < len(cells)}
    return Row(number, named, len(cells) == width)


def _tidy(cell: str) -> str:
    """Trim a cell and give it one kind of line break."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
