"""A look through a workbook's XML before it is read: sheets, sizes, errors, what is hidden.

Whoever reads a sheet lays out the whole rectangle up to its last filled cell and copies a
shared text into every cell that shows it, so a small file can ask for any amount of
memory. The look counts both, and lets no XML through that declares entities.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from data.files.archives import BadWorkbook
from data.files.limits import (
    LONGEST_RECORD,
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_PARTS,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
)
from data.files.records import Corner

REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
VISIBLE = "visible"
TRUE = ("1", "true")
LONG_TAG = re.compile(rb"(?:<|\A)[^<]{%d}" % LONGEST_RECORD)
"""A tag or a text without an end in sight."""
DEEPEST = 64
"""Elements within elements; a sheet has seven."""
MOST_ELEMENTS = 4 * MOST_CELLS
"""A cell is up to three elements."""

Attributes = dict[str, str]


@dataclass
class SheetScan:
    """What a sheet's part holds: is it a table at all, what does it hide, which cells are odd."""

    is_worksheet: bool = False
    is_empty: bool = True
    broken: dict[Corner, str] = field(default_factory=dict)
    formulas: dict[Corner, str] = field(default_factory=dict)
    """Those without a stored result, or with the nought that a program left in its place."""
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def find_sheets(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Give the part of each visible sheet by the sheet's name, in the workbook's order."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def enter_target(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "").lstrip("/")
            targets[attributes.get("Id", "")] = (
                target if target.startswith("xl/") else f"xl/{target}"
            )

    def enter_sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet" and attributes.get("state", VISIBLE) == VISIBLE:
            ids = [value for key, value in attributes.items() if key.endswith(":id")]
            if ids and ids[0] in targets:
                sheets.setdefault(attributes.get("name", ""), targets[ids[0]])

    parse_xml(relations, enter_target)
    parse_xml(workbook, enter_sheet)
    if len(sheets) > MOST_PARTS:
        raise BadWorkbook("large_workbook", most=f"{MOST_UNPACKED_BYTES / 1e6:g}")
    return sheets


def check_xml(part: bytes) -> None:
    """Refuse a part that is not plain, well-formed XML."""
    parse_xml(part, lambda name, attributes: None)


def measure_strings(part: bytes) -> list[int]:
    """Give the lengths of the texts that cells share."""
    lengths: list[int] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "si":
            lengths.append(0)

    def read(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parse_xml(part, start, read=read)
    return lengths


def is_recalculated(workbook: bytes) -> bool:
    """Say whether a workbook asks for its formulas to be worked out when it is opened."""
    found: list[bool] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "calcPr":
            found.append(attributes.get("fullCalcOnLoad") in TRUE)

    parse_xml(workbook, start)
    return any(found)


def scan_sheet(
    part: bytes, string_lengths: list[int], *, is_recalculated: bool = False
) -> SheetScan:
    """Look through a sheet's part; `is_recalculated` is what the workbook says of itself.

    Raises
    ------
    BadWorkbook
        Where the XML is not sound, or the sheet is larger than any table.
    """
    scan = _Scan(string_lengths)
    parse_xml(part, scan.start, end=scan.end, read=scan.read)
    scan.settle(is_recalculated=is_recalculated)
    return scan.found


class _Scan:
    """Follows a sheet's elements from cell to cell."""

    def __init__(self, string_lengths: list[int]) -> None:
        self.found = SheetScan()
        self._string_lengths = string_lengths
        self._row = self._column = self._last_row = self._last_column = -1
        self._kind = ""
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._is_formula_read = False
        self._result = ""
        self._noughts: dict[Corner, str] = {}
        self._has_results = False
        self._text_length = 0
        self._cells = self._merged = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an element's beginning."""
        if name == "c":
            self._move_to_cell(attributes.get("r", ""))
            self._kind = attributes.get("t", "")
            self._formula, self._is_formula_read, self._result = None, False, ""
        elif name == "f":
            self._fill()
            self._formula, self._is_formula_read = [], True
        elif name in ("v", "is"):
            self._fill()
            self._value = []
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
            if attributes.get("hidden") in TRUE:
                self.found.hidden_rows.append(self._row + 1)
        elif name == "col":
            self._enter_columns(attributes)
        elif name == "mergeCell":
            self._merged += 1
            if self._merged > MOST_MERGED:
                raise BadWorkbook("many_merged", most=MOST_MERGED)
        elif name == "worksheet":
            self.found.is_worksheet = True

    def read(self, text: str) -> None:
        """Take a piece of text."""
        if self._is_formula_read and self._formula is not None:
            self._formula.append(text)
        elif self._value is not None:
            self._value.append(text)

    def end(self, name: str) -> None:
        """Take an element's end."""
        if name == "f":
            self._is_formula_read = False
        elif name == "c" and self._formula is not None:
            self._enter_formula("=" + "".join(self._formula))
        if name != "v" or self._value is None:
            return
        value, self._value = "".join(self._value), None
        self._result = value
        if self._kind == "s":
            self._count_shared(value)
        elif self._kind == "e":
            self.found.broken[self._row, self._column] = value

    def settle(self, *, is_recalculated: bool) -> None:
        """Take noughts for no results where all formulas have one and are to be worked out.

        So programs write that can't work a formula out and leave it to a spreadsheet.
        """
        if is_recalculated and not self._has_results:
            self.found.formulas |= self._noughts

    def _enter_formula(self, formula: str) -> None:
        """Note a formula without a result; a text may be an empty one."""
        place = (self._row, self._column)
        if not self._result and self._kind != "str":
            self.found.formulas[place] = formula
        elif self._result == "0" and not self._kind:
            self._noughts[place] = formula
        else:
            self._has_results = True

    def _enter_columns(self, attributes: Attributes) -> None:
        """Note hidden columns."""
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in TRUE and first.isdecimal() and last.isdecimal():
            columns = range(int(first[:9]) - 1, min(int(last[:9]), MOST_COLUMNS))
            self.found.hidden_columns.extend(columns)

    def _move_to_cell(self, reference: str) -> None:
        """Go to the cell that is named, else to the next one."""
        if not reference:
            self._column += 1
            return
        found = REFERENCE.fullmatch(reference)
        if found is None:
            raise BadWorkbook("not_workbook")
        self._column = _to_column(found[1])
        self._row = int(found[2]) - 1

    def _fill(self) -> None:
        """Count a cell with content."""
        self.found.is_empty = False
        self._cells += 1
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        if self._last_column >= MOST_COLUMNS:
            raise BadWorkbook("many_columns", most=MOST_COLUMNS)
        area = (self._last_row + 1) * (self._last_column + 1)
        if self._last_row > MOST_ROWS or max(area, self._cells) > MOST_CELLS:
            raise BadWorkbook("many_rows", most=MOST_ROWS, cells=MOST_CELLS)

    def _count_shared(self, value: str) -> None:
        """Count a shared text's length once more."""
        if not (value.isdecimal() and int(value) < len(self._string_lengths)):
            raise BadWorkbook("not_workbook")
        self._text_length += self._string_lengths[int(value)]
        if self._text_length > MOST_BYTES:
            raise BadWorkbook("large_workbook", most=f"{MOST_BYTES / 1e6:g}")


class _Walk:
    """A walk through a part's elements, by their names without prefix."""

    def __init__(
        self,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None,
    ) -> None:
        self._start, self._end = start, end
        self._depth = self._count = 0

    def enter(self, name: str, attributes: Attributes) -> None:
        """Take an element's beginning."""
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise BadWorkbook("large_workbook", most=f"{MOST_UNPACKED_BYTES / 1e6:g}")
        self._start(name.rpartition(":")[2], attributes)

    def leave(self, name: str) -> None:
        """Take an element's end."""
        self._depth -= 1
        if self._end is not None:
            self._end(name.rpartition(":")[2])


def parse_xml(
    part: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    read: Callable[[str], None] | None = None,
) -> None:
    """Walk through a part's elements; refuse XML that is unsound, or boundless in any way."""
    if LONG_TAG.search(part):
        raise BadWorkbook("not_workbook")
    walk = _Walk(start, end)
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = walk.enter
    parser.EndElementHandler = walk.leave
    parser.XmlDeclHandler = _check_declaration
    parser.StartDoctypeDeclHandler = _refuse
    if read is not None:
        parser.CharacterDataHandler = read
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise BadWorkbook("not_workbook") from error


def _check_declaration(version: str, encoding: str | None, standalone: int) -> None:
    """Refuse a part that is, by its own words, in another encoding than it is read in."""
    if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
        raise BadWorkbook("not_workbook")


def _refuse(*declaration: object) -> None:
    """Refuse a document type: with one, a text can be a million others."""
    raise BadWorkbook("not_workbook")


def _to_column(letters: str) -> int:
    """Give a column's position from its letters: A is 0, AA is 26."""
    position = 0
    for letter in letters.upper():
        position = 26 * position + ord(letter) - ord("A") + 1
    return position - 1
