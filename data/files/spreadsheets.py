"""Tables in workbooks: from an .xlsx file to records."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from data.files.archives import Archive, BadWorkbook, pack
from data.files.findings import Findings
from data.files.records import Corner, Records, Value, tidy
from data.files.sheet_scan import (
    check_xml,
    find_sheets,
    is_recalculated,
    measure_strings,
    scan_sheet,
)
from data.files.text_files import read_bytes
from data.reference.names import fold

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
FRAME = ("[Content_Types].xml", "_rels/.rels", "xl/styles.xml")
"""Parts beside the tables that reading needs."""


def read_sheet_records(
    path: Path, sheet_names: Sequence[str], findings: Findings
) -> Records | None:
    """Read one sheet of a workbook; None, with a fault, where that can't be done.

    Parameters
    ----------
    path : Path
        The .xlsx file.
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
        return _read(Archive(raw), sheet_names)
    except BadWorkbook as bad:
        findings.fault(path.name, None, None, None, bad.code, **bad.params)
        return None


def to_text(value: Value) -> str:
    """Give a cell's value as a text file would have it.

    Examples
    --------
    >>> to_text(3.0), to_text(0.1 + 0.2), to_text(True), to_text(datetime.date(2026, 11, 23))
    ('3', '0.3', 'yes', '2026-11-23')
    """
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{Decimal(f'{value:.15g}') + 0:f}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes" if value.second == 0 else "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("minutes" if value.second == 0 else "seconds")
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return value.isoformat()


def _read(archive: Archive, sheet_names: Sequence[str]) -> Records:
    """Choose a sheet, look it through, and read it."""
    workbook, relations = archive.unpack(WORKBOOK), archive.unpack(RELATIONS)
    strings = archive.unpack(STRINGS) if archive.has(STRINGS) else None
    lengths = measure_strings(strings) if strings else []
    frame = [(name, archive.unpack(name)) for name in FRAME if archive.has(name)]
    for _, content in frame:
        check_xml(content)
    sheets = find_sheets(workbook, relations)
    for chosen in _in_order(sheets, sheet_names):
        content = archive.unpack(sheets[chosen])
        scan = scan_sheet(content, lengths, is_recalculated=is_recalculated(workbook))
        if scan.is_worksheet and not scan.is_empty:
            break
    else:
        return Records([])
    parts = [*frame, (WORKBOOK, workbook), (RELATIONS, relations), (sheets[chosen], content)]
    if strings:
        parts.append((STRINGS, strings))
    sheet = _load(parts, chosen)
    rows, values = _read_rows(sheet)
    for (row, column), written in {**scan.broken, **scan.formulas}.items():
        cells = rows.setdefault(row, [])
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = written
    others = [
        name
        for name, part in sheets.items()
        if name != chosen and _is_filled(archive, part, lengths)
    ]
    width = max((len(cells) for cells in rows.values()), default=0)
    numbered = [(row + 1, rows[row] + [""] * (width - len(rows[row]))) for row in sorted(rows)]
    return Records(
        numbered,
        merged=sheet.merged_cell_ranges or [],
        hidden_rows=scan.hidden_rows,
        hidden_columns=scan.hidden_columns,
        faulty={
            **dict.fromkeys(scan.broken, "broken_cell"),
            **dict.fromkeys(scan.formulas, "formula_without_value"),
        },
        dates={corner for corner, value in values.items() if isinstance(value, datetime.date)},
        values=values,
        sheet=chosen,
        other_sheets=others,
    )


def _is_filled(archive: Archive, part: str, lengths: list[int]) -> bool:
    """Say whether a sheet that isn't read holds something; one that can't be looked at does."""
    try:
        scan = scan_sheet(archive.unpack(part), lengths)
    except BadWorkbook:
        return True
    return scan.is_worksheet and not scan.is_empty


def _in_order(sheets: Iterable[str], preferred: Sequence[str]) -> Iterable[str]:
    """Give the sheets to try: those with a preferred name, else all."""
    return [name for name in sheets if fold(name) in preferred] or sheets


def _load(parts: list[tuple[str, bytes]], name: str) -> CalamineSheet:
    """Read a sheet's cells."""
    with _refusing():
        return CalamineWorkbook.from_filelike(pack(parts)).get_sheet_by_name(name)


def _read_rows(sheet: CalamineSheet) -> tuple[dict[int, list[str]], dict[Corner, Value]]:
    """Give the rows with content as texts, by position, and what is stored otherwise."""
    rows: dict[int, list[str]] = {}
    stored: dict[Corner, Value] = {}
    left = (sheet.start or (0, 0))[1]
    with _refusing():
        for number, values in enumerate(sheet.iter_rows()):
            cells = [to_shown(value) for value in values]
            if any(cells):
                rows[number] = [*[""] * left, *cells]
                stored.update(
                    ((number, left + column), value)
                    for column, value in enumerate(values)
                    if not isinstance(value, str)
                )
    return rows, stored


def to_shown(value: Value) -> str:
    """Give a cell's value as text, a yes or no as a text file saved from the sheet has it."""
    return str(value).upper() if isinstance(value, bool) else to_text(value)


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse what the reader of workbooks stumbles over, its own breakdowns included."""
    try:
        yield
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise BadWorkbook("not_workbook") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise BadWorkbook("not_workbook") from error
