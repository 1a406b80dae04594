"""What a spreadsheet shows and what a file stores: where the two differ, it is said.

Hidden rows and columns are read, as a text file saved from the sheet has them. Yes and no
of a spreadsheet are read as yes and no in every column, dates as ISO 8601 writes them.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from data.files.findings import Findings
from data.files.records import Corner, Record, Records

TRUTH = {
    **dict.fromkeys(("TRUE", "SANT", "WAHR"), "yes"),
    **dict.fromkeys(("FALSE", "FALSKT", "FALSCH"), "no"),
}
"""How spreadsheets in English, Swedish and German show a yes and a no."""
MEANT = {
    "boolean_read": ("visible", "widened", "will_collaborate"),
    "date_read": ("available",),
}
"""Columns in which such a value is what is meant."""
ROUNDED = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+\d{2,3}")
"""A number of many digits, as a text file saved from a sheet has it when it is shown short."""
ERRORS = frozenset(
    (
        *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"),
        *("#DIVISION/0!", "#SAKNAS!", "#NAMN?", "#SKÄRNING!", "#OGILTIGT!", "#REFERENS!"),
        *("#VÄRDEFEL!", "#SPILLFEL!", "#I/T", "#NAVN?", "#VERDI!", "#NV", "#BEZUG!", "#WERT!"),
        *("#ZAHL!", "#PUUTTUU!", "#VIITTAUS!", "#ARVO!", "#NIMI?", "#LUKU!", "#JAKO/0!"),
        *("#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!"),
    )
)
"""What a spreadsheet writes where a formula failed."""
ERROR = re.compile(r"(?:Err|Fel|Feil|Virhe):\d{3}|#{3,}")
"""What others write, and what is shown of a number in too narrow a column."""
FORMULA = re.compile(r"=(?:[A-ZÅÄÖ][A-ZÅÄÖ.0-9]*\(|\$?[A-Z]{1,3}\$?[0-9]{1,7}\b|[^!=]+![$A-Z])")
"""The beginning of a formula, where a sheet shows formulas and not their results."""


def is_error(cell: str) -> bool:
    """Say whether a cell shows what a spreadsheet writes where a formula failed.

    Examples
    --------
    >>> is_error("#SAKNAS!"), is_error("Err:502"), is_error("#ungdom")
    (True, True, False)
    """
    return cell in ERRORS or ERROR.fullmatch(cell) is not None


def note_hidden(
    file: str, records: Records, body: Sequence[Record], places: dict[str, int], findings: Findings
) -> None:
    """Note, once each, rows and columns that were read and are not shown."""
    filled = {number for number, _ in body}
    if rows := sorted(filled.intersection(records.hidden_rows)):
        shown = show_ranges(rows)
        findings.warn(file, rows[0], None, None, "hidden_rows", rows=shown, count=len(rows))
    hidden = set(records.hidden_columns)
    names = [name for name, at in places.items() if at in hidden]
    if names:
        shown = ", ".join(names)
        findings.warn(file, None, names[0], None, "hidden_columns", columns=shown)


def note_values(
    file: str, records: Records, body: Sequence[Record], places: dict[str, int], findings: Findings
) -> None:
    """Note, once for a column, values that a sheet shows otherwise than they were read."""
    for name, at in places.items():
        cells = [(number, cells[at]) for number, cells in body if at < len(cells)]
        told: dict[str, Callable[[Corner, str], bool]] = {
            "boolean_read": lambda corner, cell: cell in TRUTH,
            "date_read": lambda corner, cell: corner in records.dates,
            "rounded_number": lambda corner, cell: ROUNDED.fullmatch(cell) is not None,
            "formula_text": lambda corner, cell: (
                FORMULA.match(cell) is not None and corner not in records.faulty
            ),
        }
        for code, is_so in told.items():
            found = [(number, cell) for number, cell in cells if is_so((number - 1, at), cell)]
            if found and name not in MEANT.get(code, ()):
                number, cell = found[0]
                findings.warn(file, number, name, cell, code, count=len(found))


def show_ranges(numbers: Iterable[int]) -> str:
    """Give numbers in order as people write them.

    Examples
    --------
    >>> show_ranges([3, 4, 5, 9])
    '3–5, 9'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in ranges)
