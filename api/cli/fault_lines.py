"""Faults and warnings on lines, each cause once: where, what, and what mends it."""

from collections.abc import Iterable, Iterator, Sequence

from models.errors import Fault
from models.messages import say
from models.text import Language

MOST_SHOWN = 3
"""Values that a line quotes where rows of one cause differ."""
SHOWN_BY_EXAMPLE = frozenset({"list_parted"})
"""Codes that are one cause whatever each cell was read as: the first row's shows how."""


def line_of(fault: Fault, language: Language) -> str:
    """Write a fault on one line: file, row, column by its own header, value and mend."""
    where = ":".join(str(part) for part in (fault.file, fault.row, _header_of(fault)) if part)
    value = f" [{fault.value}]" if fault.value else ""
    return f"{where}{value} {fault.mend.in_language(language)}"


def lines_of(faults: Iterable[Fault], language: Language) -> Iterator[str]:
    """Write faults, those of one cause on one line with how many rows have it.

    Parameters
    ----------
    faults : iterable of Fault
        In the order of files and rows; a cause stands where its first row does.
    language : Language
        Of what is written.
    """
    causes: dict[tuple[object, ...], list[Fault]] = {}
    for number, fault in enumerate(faults):
        mend = "" if fault.code in SHOWN_BY_EXAMPLE else fault.mend.in_language(language)
        cause = (fault.file, fault.column, fault.code, mend)
        key = cause if fault.row is not None else (number,)
        causes.setdefault(key, []).append(fault)
    for same in causes.values():
        yield line_of(same[0], language) if len(same) == 1 else _line_of_all(same, language)


def _line_of_all(same: Sequence[Fault], language: Language) -> str:
    """Write the faults of one cause."""
    first = same[0]
    values = list(dict.fromkeys(fault.value for fault in same if fault.value))
    more = " …" if len(values) > MOST_SHOWN else ""
    quoted = f" [{', '.join(values[:MOST_SHOWN])}{more}]" if values else ""
    where = ":".join(part for part in (first.file, _header_of(first)) if part)
    rows = len({fault.row for fault in same})
    count = say("rows_alike", count=rows, row=first.row).in_language(language)
    return f"{where}{quoted} {count}: {first.mend.in_language(language)}"


def _header_of(fault: Fault) -> str | None:
    """Give a column as the user's own sheet heads it."""
    return fault.header or fault.column
