"""Headers that are missing, misspelt or unused, and columns that are empty."""

from collections.abc import Collection, Sequence

from data.files.columns import Column, find_column
from data.files.findings import NO_HINT, Findings, ask_if_meant
from data.reference.spelling import find_nearest
from models.messages import say

LIKE, MUCH_LIKE = 75.0, 85.0
"""Similarity, 0 to 100, of a header to one that must be there, or to one that may be."""


def find_meant(header: str, known: Sequence[Column]) -> str | None:
    """Give the header that an unknown one is most like, where it is much like it.

    Examples
    --------
    >>> from data.files.columns import ACTORS
    >>> find_meant("erbjudr", ACTORS)
    'erbjuder'
    """
    spellings = [name for column in known for name in (column.name, *column.aliases)]
    near = find_nearest(header, spellings, limit=1, cutoff=MUCH_LIKE)
    return near[0] if near else None


def is_free(header: str, columns: Collection[str], known: Sequence[Column]) -> bool:
    """Say whether a header's column is neither there already nor noted as missing."""
    column = find_column(header, known)
    return column is not None and not column.is_required and column.name not in columns


def note_missing(
    file: str,
    row: int,
    column: Column,
    headers: Sequence[str],
    known: Sequence[Column],
    findings: Findings,
) -> None:
    """Note a column that must be there, and ask about the unknown header most like it."""
    unknown = [header for header in headers if header and not find_column(header, known)]
    spellings = (column.name, *column.aliases)
    asked = {header: find_nearest(header, spellings, 1, LIKE) for header in unknown}
    header, near = next(((header, near) for header, near in asked.items() if near), (None, ()))
    hint = say("misspelt_header", name=near[0], header=header) if near else NO_HINT
    findings.fault(
        file, row, column.name, header, "missing_column", names=column.spellings, hint=hint
    )


def note_ignored(
    file: str, row: int, columns: Collection[str], known: Sequence[Column], findings: Findings
) -> None:
    """Note each column that means nothing here."""
    for header in sorted(columns):
        if find_column(header, known) is None:
            meant = find_meant(header, known)
            hint = ask_if_meant((meant,)) if meant else NO_HINT
            findings.warn(file, row, header, header, "ignored_column", hint=hint)


def note_empty(file: str, column: str, rows: Sequence[int], findings: Findings) -> None:
    """Note, once, a column that must be filled and is empty in all these rows."""
    mend = say("missing_cells", first=rows[0], last=rows[-1])
    findings.fault_in_words(file, rows[0], column, "", "missing_cell", mend)
