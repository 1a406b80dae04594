"""What stands around a table: a title above, notes below, headers again, rows cut short."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.files.columns import Column, name_likely
from data.files.findings import Findings
from data.files.records import Record, Records
from data.files.totals import is_total

DEEPEST = 20
"""Rows, blank ones left out, among which headers are looked for."""
SURE = 3
"""So many known headers in one row are no chance."""
LONGEST_HEADER = 100
STATED = re.compile(r'\s*"?sep=(.)"?[;,\t|]*\s*', re.IGNORECASE)


def find_stated_delimiter(line: str) -> str | None:
    r"""Give the delimiter that a line states for spreadsheets, which hide it from people.

    Examples
    --------
    >>> find_stated_delimiter("sep=;\r\n"), find_stated_delimiter("name;sector")
    (';', None)
    """
    found = STATED.fullmatch(line.lstrip("\ufeff"))
    return found[1] if found else None


def count_headers(cells: Sequence[str], known: Sequence[Column]) -> int:
    """Count the known columns that a row names."""
    return len(_name_columns(cells, known))


def find_header(rows: Sequence[Sequence[str]], known: Sequence[Column]) -> int:
    """Give which of a table's first rows holds the headers: the first, where that is unsure.

    Parameters
    ----------
    rows : sequence of sequences of str
        Rows that are not blank.
    known : sequence of Column
        The columns that mean something.
    """
    found = [_name_columns(cells, known) for cells in rows[:DEEPEST]]
    if not found:
        return 0
    first, best = found[0], max(found, key=len)
    needed = {column.name for column in known if column.is_required}
    if len(best) < 2 or len(best) == len(first) or (needed and needed <= first):
        return 0
    is_sure = (needed and needed <= best) or (not first and len(best) >= SURE)
    return found.index(best) if is_sure else 0


def _name_columns(cells: Sequence[str], known: Sequence[Column]) -> set[str]:
    """Give the known columns that a row names."""
    short = [cell for cell in cells if cell and len(cell) <= LONGEST_HEADER]
    names, _ = name_likely(short, known)
    return {column.name for column in known}.intersection(names)


def take_off_frame(
    file: str, records: Records, known: Sequence[Column], findings: Findings
) -> Records:
    """Give a table's rows from its headers on, without what stands around it.

    Rows above the headers and headers that come again are left out with a warning; rows
    from which empty last cells were left out are filled up with one; a note below is a fault.
    """
    rows = records.rows
    at = find_header([cells for _, cells in rows[:DEEPEST]], known)
    if at:
        number, cells = rows[0]
        shown = next(cell for cell in cells if cell)
        findings.warn(file, number, None, shown, "above_headers", row=rows[at][0], count=at)
        rows = rows[at:]
    if len(rows) > 1:
        head, *body = rows
        body = _leave_out_headers(file, head, body, known, findings)
        if sum(column.is_required for column in known) > 1:
            _note_below(file, body, findings)
        rows = [head, *_fill_short(file, head, body, records.mixed, known, findings)]
    return replace(records, rows=rows)


def _leave_out_headers(
    file: str, head: Record, body: Sequence[Record], known: Sequence[Column], findings: Findings
) -> list[Record]:
    """Leave out rows that say the same as the headers, as printed pages do."""
    kept = []
    for number, cells in body:
        if cells == head[1] and count_headers(cells, known) > 1:
            findings.warn(file, number, None, cells[0], "headers_again", row=head[0])
        else:
            kept.append((number, cells))
    return kept


def _note_below(file: str, body: list[Record], findings: Findings) -> None:
    """Take off rows of one cell each that a blank row parts from the table, as a fault."""
    start = len(body)
    while start and sum(map(bool, body[start - 1][1])) == 1:
        start -= 1
    gaps = [at for at in range(max(start, 1), len(body)) if body[at][0] > body[at - 1][0] + 1]
    if gaps and not is_total(body[-1][1]):
        number, cells = body[gaps[0]]
        shown = next(cell for cell in cells if cell)
        findings.fault(file, number, None, shown, "note_below")
        del body[gaps[0] :]


def _fill_short(
    file: str,
    head: Record,
    body: list[Record],
    mixed: dict[int, str],
    known: Sequence[Column],
    findings: Findings,
) -> list[Record]:
    """Fill up rows whose empty last cells a program left out, where that is certain.

    It is where the file has no empty last cell at all, each short row ends in a filled one,
    and nothing that a row must have is among the missing.
    """
    headers = head[1]
    width = len(headers)
    required = {column.name for column in known if column.is_required}
    needed = [at for at, name in enumerate(name_likely(headers, known)[0]) if name in required]
    least = max(needed, default=0) + 1
    short = [record for record in body if len(record[1]) < width and record[0] not in mixed]
    is_habit = all(cells[-1] for number, cells in body if number not in mixed)
    if not short or not is_habit or any(len(cells) < least for _, cells in short):
        return body
    findings.warn(file, short[0][0], None, None, "cut_short", count=len(short), columns=width)
    return [(number, [*cells, *[""] * (width - len(cells))]) for number, cells in body]
