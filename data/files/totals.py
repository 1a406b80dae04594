"""A row of totals under a table, as spreadsheets have them."""

import re
from collections.abc import Sequence

from data.files.columns import Column
from data.files.findings import Findings
from data.files.records import Record
from data.reference.names import fold

WORDS = frozenset(
    ("summa", "totalt", "total", "totalsumma", "totalsumman", "totals", "sum", "grand total")
)
NUMBER = re.compile(r"[+\-−]?[0-9][0-9\s.,]*%?")


def is_total(cells: Sequence[str]) -> bool:
    """Say whether a row's first word is that of a total."""
    word = next((cell for cell in cells if cell), "")
    return fold(word).rstrip(": ") in WORDS


def drop_total(
    file: str,
    body: list[Record],
    places: dict[str, int],
    known: Sequence[Column],
    findings: Findings,
) -> list[Record]:
    """Give the rows without a last one that holds totals, which is noted.

    A row counts as totals where its first word says so, it has only numbers beside, and it
    lacks a cell that a row must have. Where the word stands among other texts the row stays,
    and a cell that it lacks is its fault.
    """
    if not body:
        return body
    number, cells = body[-1]
    word, *others = [cell for cell in cells if cell]
    needed = [places[c.name] for c in known if c.is_required and c.name in places]
    if not is_total(cells) or all(at < len(cells) and cells[at] for at in needed):
        return body
    name = next((name for name, at in places.items() if cells[at : at + 1] == [word]), None)
    if others and all(NUMBER.fullmatch(other) for other in others):
        findings.warn(file, number, name, word, "total_left_out")
    else:
        findings.fault(file, number, name, word, "total_row")
    return body[:-1]
