"""Tables as plain rows, for CSV files and workbooks."""

from collections.abc import Iterable

from models.messages import say
from models.text import Language, Text

Cell = str | int | float
Row = list[Cell | Text]
Table = tuple[str, tuple[str, ...], list[tuple[Cell, ...]]]
"""Its name (short enough for a workbook's sheet), its headers, and its rows."""


def make_table(
    name: Text, headers: Iterable[Text], rows: Iterable[Row], language: Language
) -> Table:
    """Give a table in one language."""
    return (
        name.in_language(language),
        tuple(header.in_language(language) for header in headers),
        [tuple(_write(cell, language) for cell in row) for row in rows],
    )


def say_if(is_so: bool) -> Text:
    """Say yes or no."""
    return say("report_yes" if is_so else "report_no")


def _write(cell: Cell | Text, language: Language) -> Cell:
    return cell.in_language(language) if isinstance(cell, Text) else cell
