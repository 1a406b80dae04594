"""Records: a table's rows as they stand in the file, before their columns are known."""

import datetime
import re
import unicodedata
from dataclasses import dataclass, field

Record = tuple[int, list[str]]
"""A row's number, as a spreadsheet counts, and its cells."""

Corner = tuple[int, int]
"""Row and column, both from 0."""

Value = int | float | str | bool | datetime.date | datetime.time | datetime.timedelta
"""What a workbook stores in a cell."""

BREAK = re.compile(r"\r\n|[\r\v\f\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Characters that no text has but by accident."""


@dataclass(frozen=True)
class Records:
    """The rows of one file that are not blank.

    `is_complete` is False where rows may be missing. `merged` are the ranges that a
    spreadsheet shows as one cell, by their first and last corner; `mixed` are the rows that
    keep to another delimiter than the header's, with that delimiter. `delimiter` stands
    between the cells of a text. Of a workbook, `hidden_rows` are the numbers of rows that are
    not shown, `hidden_columns` the positions of such columns, `faulty` the codes of what is
    wrong with single cells, `dates` the cells that hold a date, and `values` what is stored in
    the cells that hold no text; `sheet` is the name of the one that was read, `other_sheets`
    those of others that are shown and hold something.
    """

    rows: list[Record]
    is_complete: bool = True
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    mixed: dict[int, str] = field(default_factory=dict)
    delimiter: str = ","
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    faulty: dict[Corner, str] = field(default_factory=dict)
    dates: set[Corner] = field(default_factory=set)
    values: dict[Corner, Value] = field(default_factory=dict)
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)


def tidy(cell: str) -> str:
    """Trim a cell, compose its letters and give it one kind of line break.

    Examples
    --------
    >>> tidy("  Malmo\u0308 ")
    'Malmö'
    """
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    return BREAK.sub("\n", cell).strip()
