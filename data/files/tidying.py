"""Cells as they are meant: without invisible marks, on one line, and empty where they say nothing.

Whatever is changed is said, cell by cell.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from data.files.findings import Findings
from data.reference.appearance import INVISIBLE, SPACES, strip_invisible
from data.reference.nothing import says_nothing, tells_nothing
from models.messages import say

TEXTS = frozenset(("description", "offers", "seeks", "comment", "text"))
"""Columns whose cells may run over several lines."""
PROFILE = frozenset(("description", "offers", "seeks"))
"""Columns whose words are weighed: a link or a picture alone says nothing there."""
LISTS = frozenset(("languages", "wishes", "available", "facets", "sectors", "partners"))
"""Columns in which a line break stands between two values."""
NUMBERS = frozenset(
    (
        *("lat", "lon", "capacity", "passed_over", "radius_km", "min_size", "max_size", "size"),
        *("coalitions", "since", "new_contacts"),
    )
)
YES_NO = frozenset(("visible", "widened", "will_collaborate"))
ESCAPED = re.compile(r"_x00(?:0D_(?:\n|_x000A_)?|0A_|09_)", re.IGNORECASE)
"""Line breaks and tabs that a workbook's cell holds in code."""
FOLDED = re.compile(r"\s*[\n\t]\s*")


@dataclass(frozen=True)
class Tidier:
    """Tidies the rows of one table.

    Attributes
    ----------
    file : str
    known, needed : collection of str
        The columns that mean something, and those of them that must be filled.
    findings : Findings
        Takes the warnings; a needed cell that says nothing is a fault.
    """

    file: str
    known: Collection[str]
    needed: Collection[str]
    findings: Findings

    def in_silence(self) -> "Tidier":
        """Give one that notes nothing, for rows whose form is at fault already."""
        return replace(self, findings=Findings())

    def tidy(self, number: int, cells: dict[str, str]) -> dict[str, str]:
        """Give a row's cells as they are meant; a needed one at fault is left out."""
        tidied: dict[str, str] = {}
        for column, cell in cells.items():
            plain = self._to_plain(number, column, cell) if cell else cell
            if not (plain and self._is_nothing(column, plain)):
                tidied[column] = plain
            elif column in self.needed:
                mend = say("says_nothing_needed", said=plain)
                self.findings.fault_in_words(self.file, number, column, cell, "missing_cell", mend)
            else:
                tidied[column] = ""
                code = "says_no_number" if column in NUMBERS else "says_nothing"
                self.findings.warn(self.file, number, column, cell, code)
        return tidied

    def _to_plain(self, number: int, column: str, cell: str) -> str:
        """Take away what nobody sees and what a cell of one line can't hold."""
        is_text = column in TEXTS or column not in self.known
        plain = ESCAPED.sub(lambda found: "\t" if "09" in found[0] else "\n", cell)
        is_coded = plain != cell
        if not plain.isascii():
            seen = strip_invisible(plain if is_text else SPACES.sub(" ", plain)).strip()
            if seen != plain:
                self.findings.warn(self.file, number, column, cell, "invisible_removed")
            plain = seen
        if is_text:
            folded = plain.strip()
        elif column in LISTS:
            folded = plain.replace("\t", " ").strip()
        else:
            folded = FOLDED.sub(" ", plain).strip()
        if is_coded or folded != plain:
            self.findings.warn(self.file, number, column, cell, "line_folded")
        return folded

    def _is_nothing(self, column: str, cell: str) -> bool:
        """Say whether a cell states nothing, in a column of its kind."""
        if column in PROFILE:
            return tells_nothing(cell)
        if column == "country" and cell.casefold() == "na":
            return False
        is_word = column in self.known and column not in NUMBERS | YES_NO | TEXTS | {"id", "name"}
        return says_nothing(cell) or (is_word and (cell == "0" or not _has_letters(cell)))


def is_blank(cells: Collection[str]) -> bool:
    """Say whether a row holds nothing that anybody sees."""
    return not any(cell and INVISIBLE.sub("", cell).strip() for cell in cells)


def _has_letters(cell: str) -> bool:
    """Say whether there is anything but marks and pictures."""
    return any(letter.isalnum() for letter in cell)
