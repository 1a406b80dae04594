"""What `check` finds, on the user's own tables: a workbook with the cells at fault marked."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.files import columns
from data.files.columns import Column, name_likely
from data.files.findings import Findings
from data.files.folders import write_whole
from data.files.limits import LONGEST_CELL
from data.files.locate import choose_file, name_table
from data.files.records import Record, tidy
from data.files.tables import read_records
from data.files.workbook import CREATED
from models.errors import Fault
from models.messages import say
from models.people import PERSONAL
from models.text import Language

TABLES: dict[str, Sequence[Column]] = {
    "actors": columns.ACTORS,
    "challenges": columns.CHALLENGES,
    "ties": columns.TIES,
}
FAULT, WARNING = "#F8B4B4", "#FFE8A3"
"""Colours behind cells, and behind what the list says of them."""


@dataclass(frozen=True)
class Remark:
    """A fault or a warning that is to be marked."""

    fault: Fault
    is_warning: bool


def write_marked(
    path: Path,
    folder: Path,
    faults: Iterable[Fault],
    warnings: Iterable[Fault],
    language: Language,
) -> None:
    """Write a workbook that lists everything found, then every table with its cells marked.

    Rows stand where they stand in the file, and a marked cell's comment says what mends it.
    How to reach people is left out but where it is itself at fault.

    Parameters
    ----------
    path : Path
        Written whole or not at all.
    folder : Path
        The season's.
    faults, warnings : iterable of Fault
    language : Language
        Of what is said.

    Raises
    ------
    OSError
        Where it can't be written.
    """
    found = [
        *(Remark(each, False) for each in faults),
        *(Remark(each, True) for each in warnings),
    ]
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"created": CREATED})
    formats = {
        is_warning: workbook.add_format({"bg_color": colour, "text_wrap": True, "valign": "top"})
        for is_warning, colour in ((False, FAULT), (True, WARNING))
    }
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    title = say("marked_sheet").in_language(language)
    _list_all(workbook.add_worksheet(title), found, language, formats)
    for name, known in TABLES.items():
        file = choose_file(folder / f"{name}.csv", Findings())
        records = file and read_records(file, known, Findings())
        if file and records and records.rows:
            mine = [each for each in found if name_table(Path(each.fault.file)) == name]
            sheet = workbook.add_worksheet(name)
            _mark(sheet, records.rows, known, mine, language, formats, plain)
    workbook.close()
    write_whole(path, out.getvalue())


def _list_all(
    sheet: Worksheet, found: Sequence[Remark], language: Language, formats: dict[bool, Format]
) -> None:
    """List what was found, faults before warnings."""
    headers = ("marked_file", "marked_row", "marked_column", "marked_value", "marked_message")
    for at, code in enumerate(headers):
        sheet.write_string(0, at, say(code).in_language(language))
    for number, each in enumerate(found, start=1):
        fault = each.fault
        cells = (
            *(fault.file, "" if fault.row is None else str(fault.row)),
            *(fault.header or fault.column or "", fault.value or ""),
            fault.mend.in_language(language),
        )
        for at, cell in enumerate(cells):
            sheet.write_string(number, at, cell[:LONGEST_CELL], formats[each.is_warning])
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 3, 18)
    sheet.set_column(4, 4, 90)


def _mark(
    sheet: Worksheet,
    records: Sequence[Record],
    known: Sequence[Column],
    found: Sequence[Remark],
    language: Language,
    formats: dict[bool, Format],
    plain: Format,
) -> None:
    """Write a table as it stands, and mark its cells."""
    header_row, headers = records[0]
    marked: dict[tuple[int, int], list[Remark]] = {}
    for each in found:
        for at in _places_of(each.fault, headers, known):
            marked.setdefault((each.fault.row or header_row, at), []).append(each)
    names, _ = name_likely(headers, known)
    personal = {at for at, name in enumerate(names) if name in PERSONAL}
    for number, cells in records:
        width = max([len(cells), *(at + 1 for row, at in marked if row == number)])
        for at in range(width):
            here = marked.get((number, at), [])
            is_left_out = at in personal and number != header_row and not here
            text = "" if at >= len(cells) or is_left_out else cells[at][:LONGEST_CELL]
            style = formats[all(each.is_warning for each in here)] if here else plain
            sheet.write_string(number - 1, at, text, style)
            if here:
                told = "\n".join(each.fault.mend.in_language(language) for each in here)
                sheet.write_comment(number - 1, at, told, {"x_scale": 2, "y_scale": 1.5})
    sheet.freeze_panes(header_row, 0)
    sheet.set_column(0, max(0, len(headers) - 1), 22)


def _places_of(fault: Fault, headers: Sequence[str], known: Sequence[Column]) -> Iterator[int]:
    """Give the columns of a fault; the first one where only its row, or its file, is known."""
    names, _ = name_likely(headers, known)
    at_fault = [
        at
        for at, (name, header) in enumerate(zip(names, headers, strict=True))
        if fault.header == tidy(header)
        or (fault.column is not None and fault.column in (name, tidy(header)))
    ]
    yield from at_fault or ([0] if fault.row is not None else [])
