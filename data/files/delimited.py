"""Tables in text files: from a text to records, whatever the delimiter."""

import csv
import re
from collections.abc import Iterator, Sequence

from data.files.columns import Column
from data.files.findings import Findings
from data.files.frame import DEEPEST, count_headers, find_header, find_stated_delimiter
from data.files.limits import LAST_ROW, LONGEST_RECORD, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from data.files.records import Record, Records, tidy
from models.text import Text

DELIMITERS = {
    ",": Text(sv="kommatecken", en="commas"),
    ";": Text(sv="semikolon", en="semicolons"),
    "\t": Text(sv="tabbar", en="tabs"),
}
"""What may stand between cells, and what people call it."""

LINE = re.compile(r"[^\r\n]+(?:\r\n|[\r\n])?|\r\n|[\r\n]")


class _TooLong(Exception):
    """A record without an end in sight."""


class _Lines:
    """Hands out a text's lines, so many characters at most for one record."""

    def __init__(self, text: str) -> None:
        self._found = LINE.finditer(text)
        self.record: list[str] = []
        self._length = 0

    def start_record(self) -> None:
        """Begin to count anew."""
        self.record, self._length = [], 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = next(self._found)
        self._length += found.end() - found.start()
        if self._length > LONGEST_RECORD:
            raise _TooLong
        self.record.append(found[0])
        return self.record[-1]


def parse_records(
    text: str, known: Sequence[Column], file: str, findings: Findings
) -> Records | None:
    """Split a text into records; None, with a fault, where it is larger than any table.

    Parameters
    ----------
    text : str
        The file's text; comma, semicolon or tab between cells, detected from the headers, or
        stated in a line "sep=;" above them.
    known : sequence of Column
        The columns that mean something.
    file : str
        The file's name.
    findings : Findings
        Takes the faults.
    """
    number = area = width = 0
    first = LINE.match(text)
    stated = find_stated_delimiter(first[0]) if first else None
    if first and stated:
        text = text[first.end() :]
        number = 1
    lines = _Lines(text)
    delimiter, at = _detect_delimiter(text, known, stated)
    reader = _split(lines, delimiter)
    records: list[Record] = []
    mixed: dict[int, str] = {}
    while True:
        lines.start_record()
        number += 1
        try:
            cells = [tidy(cell) for cell in next(reader)]
        except StopIteration:
            return Records(records, mixed=mixed, delimiter=delimiter)
        except csv.Error:
            findings.fault(file, number, None, None, "bad_quotes")
            return Records(records, is_complete=False, mixed=mixed)
        except _TooLong:
            findings.fault(file, number, None, None, "long_record", most=LONGEST_RECORD)
            return None
        area += len(cells)
        if len(cells) > MOST_COLUMNS:
            findings.fault(file, number, None, None, "many_columns", most=MOST_COLUMNS)
            return None
        if number > LAST_ROW or len(records) > MOST_ROWS or area > MOST_CELLS:
            findings.fault(file, number, None, None, "many_rows", most=MOST_ROWS, cells=MOST_CELLS)
            return None
        if any(cells):
            width = len(cells) if len(records) == at else width
            if (
                len(records) > at
                and len(cells) != width
                and (other := _find_other(lines.record, delimiter, width))
            ):
                mixed[number] = other
            records.append((number, cells))


def _split(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    """Give the cells of each record."""
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)


def _detect_delimiter(text: str, known: Sequence[Column], stated: str | None) -> tuple[str, int]:
    """Find the delimiter, and which of the rows that are not blank holds the headers.

    It is the one under which most headers mean something, then the one that the file states,
    then the one that gives most cells.
    """
    first = {delimiter: _read_first(text, delimiter) for delimiter in DELIMITERS}

    def worth(delimiter: str) -> tuple[int, bool, int]:
        rows = first[delimiter]
        if not rows:
            return (0, False, 0)
        headers = rows[find_header(rows, known)]
        return (count_headers(headers, known), delimiter == stated, len(headers))

    found = max(DELIMITERS, key=worth)
    return found, find_header(first[found], known)


def _read_first(text: str, delimiter: str) -> list[list[str]]:
    """Split a text's first rows that are not blank, as far as that goes."""
    rows: list[list[str]] = []
    try:
        for cells in _split(_Lines(text.lstrip()), delimiter):
            tidied = [tidy(cell) for cell in cells[: MOST_COLUMNS + 1]]
            if any(tidied):
                rows.append(tidied)
            if len(rows) == DEEPEST or len(cells) > MOST_COLUMNS:
                break
    except (csv.Error, _TooLong):
        pass
    return rows


def _find_other(record: list[str], delimiter: str, width: int) -> str | None:
    """Find another delimiter under which a record is as wide as the header, if more than one."""
    for other in DELIMITERS:
        if other == delimiter:
            continue
        try:
            split = list(_split(iter(record), other))
        except csv.Error:
            continue
        if width > 1 and len(split) == 1 and len(split[0]) == width:
            return other
    return None
