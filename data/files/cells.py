"""The cells of one row as values; every bad cell gives one fault and a stand-in value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from data.files.findings import Findings, ask_if_meant
from data.files.lists import CERTAIN, ListedCell, part_list
from data.files.tables import TableRow
from data.reference.names import fold
from data.reference.nothing import says_nothing
from data.reference.spelling import find_nearest
from models.text import Text

Word = TypeVar("Word", bound=StrEnum)
Unsaid = TypeVar("Unsaid", bool, None)

WHOLE = re.compile(r"[+-]?[0-9]{1,9}([.,]0{1,9})?")
DECIMAL = re.compile(r"[+-]?([0-9]{1,15}([.,][0-9]{0,30})?|[.,][0-9]{1,30})")
YES_NO = {
    **dict.fromkeys(("yes", "ja", "jo", "y", "j", "true", "sant", "1", "x", "✓", "✔"), True),
    **dict.fromkeys(("no", "nej", "n", "false", "falskt", "0"), False),
    **dict.fromkeys(("wahr", "kyllä"), True),
    **dict.fromkeys(("nein", "falsch", "nei", "ei"), False),
}


@dataclass(frozen=True)
class RowReader:
    """Reads one row of one file."""

    file: str
    row: TableRow
    findings: Findings

    def text(self, column: str) -> str:
        """Give a cell as it stands; empty where there is none."""
        return self.row.cells.get(column, "")

    def needed(self, column: str) -> str | None:
        """Give a cell that must be filled; None, with a fault, where it is empty."""
        value = self.text(column)
        if not value and column in self.row.cells:
            self.fault(column, "missing_cell")
        return value or None

    def whole(self, column: str, default: int, least: int, most: int = 10**9) -> int | None:
        """Give a whole number, the default for an empty cell, None for a bad one."""
        value = self.text(column)
        if not value:
            return default
        if WHOLE.fullmatch(value) and least <= (number := int(re.split("[.,]", value)[0])) <= most:
            return number
        if most < 10**9:
            self.fault(column, "not_whole_between", least=least, most=most)
        else:
            self.fault(column, "not_whole", least=least)
        return None

    def decimal(self, column: str, least: float, most: float) -> float | None:
        """Give a number with decimal point or comma; None for an empty or a bad cell."""
        value = self.text(column).replace("−", "-")
        if not value:
            return None
        if DECIMAL.fullmatch(value):
            number = float(value.replace(",", ".")) + 0.0
            if isfinite(number) and least <= number <= most:
                return number
        self.fault(column, "not_decimal_between", least=f"{least:g}", most=f"{most:g}")
        return None

    def yes_no(self, column: str, default: Unsaid) -> bool | Unsaid:
        """Give a yes or a no in a known language; the default for an empty or a bad cell."""
        value = self.text(column).casefold().rstrip(".! ")
        if value and value not in YES_NO:
            self.fault(column, "not_yes_no")
        return YES_NO.get(value, default)

    def labels(self, column: str) -> tuple[str, ...]:
        """Give the labels between semicolons or lines, each once, in the order written."""
        parts = (" ".join(part.split()) for part in CERTAIN.split(self.text(column)))
        return tuple(dict.fromkeys(part for part in parts if part and not says_nothing(part)))

    def listed(self, column: str, knows: Callable[[str], bool]) -> ListedCell:
        """Give the values of a cell that a vocabulary knows; what parts them is told."""
        found = part_list(self.text(column), knows)
        if found.is_parted and found.known:
            self.warn(column, "list_parted", values="; ".join(found.known))
        return found

    def choice(self, column: str, words: Mapping[str, Word], default: Word) -> Word | None:
        """Give what a word means, the default for an empty cell, None for a bad one."""
        value = self.text(column)
        if not value:
            return default
        if (meaning := words.get(fold(value))) is None:
            shown = sorted({str(word) for word in words.values()})
            self.unknown_word(column, words, Text.same(", ".join(shown)))
        return meaning

    def unknown_word(self, column: str, words: Mapping[str, object], shown: Text) -> None:
        """Note a word that is none of those allowed, with the nearest of them."""
        hint = ask_if_meant(find_nearest(self.text(column), words))
        self.fault(column, "unknown_word", allowed=shown, hint=hint)

    def fault(self, column: str, code: str, /, **params: object) -> None:
        """Note that a cell can't be used."""
        value = self.text(column)
        self.findings.fault(self.file, self.row.number, column, value, code, **params)

    def fault_in_words(self, column: str, code: str, mend: Text) -> None:
        """Note that a cell can't be used, in words that somebody else chose."""
        self.findings.fault_in_words(
            self.file, self.row.number, column, self.text(column), code, mend
        )

    def warn(self, column: str, code: str, /, **params: object) -> None:
        """Note that a cell is odd."""
        value = self.text(column)
        self.findings.warn(self.file, self.row.number, column, value, code, **params)

    def warn_in_words(self, column: str, code: str, mend: Text) -> None:
        """Note that a cell is odd, in words that somebody else chose."""
        self.findings.warn_in_words(
            self.file, self.row.number, column, self.text(column), code, mend
        )
