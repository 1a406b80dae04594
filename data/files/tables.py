"""Tables: from a file, whatever its format, to rows of cells by column."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.files import spreadsheets
from data.files.broken_letters import mend_letters, note_letters
from data.files.columns import SHEETS, Column, find_column, name_likely
from data.files.delimited import DELIMITERS, parse_records
from data.files.findings import Findings
from data.files.frame import take_off_frame
from data.files.headers import note_empty, note_missing
from data.files.limits import LONGEST_CELL
from data.files.locate import ODS, name_table, note_absent
from data.files.merged_cells import has_merged_headers, part_merged
from data.files.ods import read_ods_records
from data.files.records import CONTROL, Corner, Record, Records
from data.files.stored import TRUTH, is_error, note_hidden, note_values
from data.files.text_files import read_text
from data.files.tidying import Tidier, is_blank
from data.files.totals import drop_total
from data.reference.names import fold
from models.messages import say
from models.text import Language, Text

WORKBOOKS = (".xlsx", ".xlsm")
QUESTIONS = {fold(say("sheet_questions").in_language(language)) for language in Language}
"""Sheets beside the form for answers, which nobody fills in."""


@dataclass(frozen=True)
class TableRow:
    """A row's cells by column, under the number that a spreadsheet gives it."""

    number: int
    cells: dict[str, str]
    is_whole: bool = True
    """False for a row whose form is at fault: only its names can be trusted."""


@dataclass(frozen=True)
class Table:
    """A read table.

    `columns` are the columns' English names, or tidied headers of unknown ones.
    `is_complete` is False where rows may be missing, so that a name that is not there
    is no proof that it leads nowhere.
    """

    file: str
    columns: frozenset[str]
    rows: tuple[TableRow, ...]
    is_complete: bool = True
    header_row: int = 1


def read_table(path: Path, known: Sequence[Column], findings: Findings) -> Table | None:
    """Read a table and note every fault of its form.

    Parameters
    ----------
    path : Path
        An .xlsx or .ods file, or a text with comma, semicolon or tab between cells.
    known : sequence of Column
        The columns that mean something.
    findings : Findings
        Takes the faults: a missing, empty, unreadable or too large file, bad quotes,
        doubled or missing columns, rows with too few or too many cells, cells that can't
        be told apart or hold no text.

    Returns
    -------
    Table or None
        None where there is no header to go by.
    """
    if not path.exists():
        note_absent(path, findings)
        return None
    records = read_records(path, known, findings)
    return None if records is None else to_table(path.name, records, known, findings)


def to_table(
    file: str, records: Records, known: Sequence[Column], findings: Findings
) -> Table | None:
    """Make a table of a file's records, whose merged cells it parts; see `read_table`."""
    if not records.rows:
        if records.is_complete:
            findings.fault(file, None, None, None, "empty_file")
        return None
    return _Builder(file, records, known, findings).build()


def read_records(path: Path, known: Sequence[Column], findings: Findings) -> Records | None:
    """Read a file's rows; None, with a fault, where it can't be read at all."""
    names = SHEETS.get(name_table(path), ())
    if path.suffix.lower() in WORKBOOKS:
        records = spreadsheets.read_sheet_records(path, names, findings)
    elif path.suffix.lower() == ODS:
        records = read_ods_records(path, names, findings)
    else:
        text = read_text(path, findings)
        records = None if text is None else parse_records(text, known, path.name, findings)
    if records is None:
        return None
    if others := [name for name in records.other_sheets if fold(name) not in QUESTIONS]:
        read, named = records.sheet, ", ".join(others)
        findings.warn(path.name, None, None, None, "other_sheets", sheet=read, others=named)
    return take_off_frame(path.name, records, known, findings)


@dataclass(frozen=True)
class _Builder:
    """Makes a table of one file's records."""

    file: str
    records: Records
    known: Sequence[Column]
    findings: Findings

    def build(self) -> Table | None:
        """Name the columns and the cells; None where the headers can't be told apart."""
        (header_row, headers), *body = self.records.rows
        merged = self.records.merged
        if has_merged_headers(self.file, merged, header_row, self.findings):
            return None
        places = self._place_columns(header_row, headers, body)
        body = [record for record in body if not is_blank(record[1])]
        body = drop_total(self.file, body, places, self.known, self.findings)
        note_hidden(self.file, self.records, body, places, self.findings)
        note_values(self.file, self.records, body, places, self.findings)
        named = {at: name for name, at in places.items()}
        note_letters(self.file, [(header_row, headers), *body], named, self.findings)
        unsure = part_merged(self.file, merged, body, places, self.findings)
        is_mixed = self._note_mixed(unsure)
        self._note_missing(header_row, headers, places)
        empty = self._note_empty([record for record in body if record[0] not in unsure], places)
        needed = [column.name for column in self.known if column.is_required]
        tidier = Tidier(self.file, [c.name for c in self.known], needed, self.findings)
        rows = tuple(
            self._to_row(number, cells, len(headers), places, number not in unsure, tidier)
            for number, cells in body
        )
        for row in rows:
            for name in empty:
                row.cells.pop(name, None)
        is_complete = self.records.is_complete and not is_mixed and not empty
        return Table(self.file, frozenset(places), rows, is_complete, header_row)

    def _place_columns(
        self, header_row: int, headers: list[str], body: list[Record]
    ) -> dict[str, int]:
        """Say where each column stands; note doubled ones and nameless ones with content."""
        places: dict[str, int] = {}
        mended = [self._mend_header(header) for header in headers]
        names, likely = name_likely(mended, self.known)
        for position, (header, name) in enumerate(zip(headers, names, strict=True)):
            self.findings.headers.setdefault((self.file, name), header)
            if code := self.records.faulty.get((header_row - 1, position)):
                self.findings.fault(self.file, header_row, None, header, code)
            elif CONTROL.search(name) or len(name) > LONGEST_CELL:
                self.findings.fault(self.file, header_row, None, None, "bad_header")
            elif name in places:
                self.findings.fault(self.file, header_row, name, header, "doubled_column")
            elif name:
                places[name] = position
                if column := likely.get(position):
                    meant = Text(sv=column.header(Language.SV), en=column.name)
                    self.findings.warn(
                        self.file, header_row, name, None, "likely_header", meant=meant
                    )
            elif any(len(cells) > position and cells[position] for _, cells in body):
                self.findings.fault(
                    self.file, header_row, None, None, "nameless_column", position=position + 1
                )
        return places

    def _mend_header(self, header: str) -> str:
        """Give a header with its letters mended where it is known so, and only so."""
        mended = mend_letters(header)
        return mended if find_column(mended, self.known) else header

    def _note_mixed(self, unsure: set[int]) -> bool:
        """Note rows that keep to another delimiter, once, and take them for unsure."""
        if self.records.mixed:
            row, delimiter = next(iter(self.records.mixed.items()))
            count = len(self.records.mixed)
            name = DELIMITERS[delimiter]
            self.findings.fault(
                self.file, row, None, None, "mixed_delimiters", delimiter=name, count=count
            )
            unsure.update(self.records.mixed)
        return bool(self.records.mixed)

    def _note_missing(self, row: int, headers: list[str], places: dict[str, int]) -> None:
        """Note each column that must be there and is not, with a header that may mean it."""
        for column in self.known:
            if column.is_required and column.name not in places:
                note_missing(self.file, row, column, headers, self.known, self.findings)

    def _note_empty(self, body: list[Record], places: dict[str, int]) -> set[str]:
        """Note each required column without any content, once for all its rows."""
        needed = [c.name for c in self.known if c.is_required and c.name in places]
        empty = {
            name
            for name in needed
            if len(body) > 1
            and not any(len(cells) > places[name] and cells[places[name]] for _, cells in body)
        }
        for name in needed:
            if name in empty:
                note_empty(self.file, name, [number for number, _ in body], self.findings)
        return empty

    def _to_row(
        self,
        number: int,
        cells: list[str],
        width: int,
        places: dict[str, int],
        is_sure: bool,
        tidier: Tidier,
    ) -> TableRow:
        """Name a record's cells; empty cells beyond the header are nothing."""
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        if is_sure and len(cells) != width:
            code = "too_many_cells" if len(cells) > width else "too_few_cells"
            self.findings.fault(
                self.file, number, None, None, code, cells=len(cells), columns=width
            )
        named = {name: cells[at] for name, at in places.items() if at < len(cells)}
        odd = [
            name
            for name, cell in named.items()
            if not self._is_text((number - 1, places[name]), name, cell)
        ]
        named = {name: TRUTH.get(cell, cell) for name, cell in named.items()}
        is_whole = is_sure and not odd and len(cells) == width
        told = tidier if is_whole else tidier.in_silence()
        return TableRow(number, told.tidy(number, named), is_whole)

    def _is_text(self, corner: Corner, name: str, cell: str) -> bool:
        """Say whether a cell can be used; note one that holds no text to be kept."""
        number = corner[0] + 1
        if len(cell) > LONGEST_CELL:
            self.findings.fault(self.file, number, name, None, "long_cell", most=LONGEST_CELL)
        elif CONTROL.search(cell):
            self.findings.fault(self.file, number, name, None, "control_character")
        elif is_error(cell) or corner in self.records.faulty:
            code = self.records.faulty.get(corner, "broken_cell")
            self.findings.fault(self.file, number, name, cell, code)
        else:
            return True
        return False
