"""Letters that a program read in one encoding and another had written: "FÃ¶rening".

Only what no text holds but by that accident is taken for it: each letter and mark of
western texts, as UTF-8 looks when it is read as something older.
"""

import re
from collections.abc import Sequence

from data.files.encodings import LETTERS, MARKS
from data.files.findings import Findings
from data.files.records import Record
from models.text import HARD_SPACE

READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850")
CERTAIN = ("Ã", "Â", "â", "√", "¬", "‚", "├", "┬", "ÔÇ", "Å¡", "Å½", "Å¾")
"""How the broken letters begin; "Å" before a quote or a space may be a Swedish word's end."""
SIGNS = "".join(map(chr, range(0x80, 0x100)))
"""Those that letters are broken into, when it happens more than once."""
LOST = "\ufffd"
ROUNDS = 3
"""So often a text may have been read wrongly."""
PLACE = "place"
"""The column whose cells are mended, and told of, where places are read."""


def _build_table() -> dict[str, str]:
    """Give the letters by what they are broken into, two or three signs each."""
    table: dict[str, str] = {}
    for letter in dict.fromkeys(f"{LETTERS}{MARKS}{SIGNS}"):
        for encoding in READ_AS:
            try:
                broken = letter.encode().decode(encoding)
            except UnicodeDecodeError:
                continue
            if broken.startswith(CERTAIN) and broken[-1] != HARD_SPACE:
                table.setdefault(broken, letter)
    return table


TABLE = _build_table()
BROKEN = re.compile("|".join(map(re.escape, sorted(TABLE, key=lambda key: (-len(key), key)))))


def mend_letters(text: str) -> str:
    """Give a text with its broken letters mended; any other as it is.

    Examples
    --------
    >>> mend_letters("FÃ¶reningen fÃ¶r BrÃ¤da"), mend_letters("FÃƒÂ¶rening"), mend_letters("Åre")
    ('Föreningen för Bräda', 'Förening', 'Åre')
    """
    for _ in range(ROUNDS):
        mended = BROKEN.sub(lambda found: TABLE[found[0]], text)
        if mended == text:
            break
        text = mended
    return text


def note_letters(
    file: str, rows: Sequence[Record], names: dict[int, str], findings: Findings
) -> None:
    """Note broken letters of a table once, with the reading that is meant; and lost ones.

    The cells stay as they are.
    """
    broken: list[tuple[int, str, str]] = []
    lost: list[tuple[int, str, str]] = []
    for number, cells in rows:
        for at, cell in enumerate(cells):
            if cell.isascii() or names.get(at) == PLACE:
                continue
            if mend_letters(cell) != cell:
                broken.append((number, names.get(at, ""), cell))
            elif LOST in cell:
                lost.append((number, names.get(at, ""), cell))
    for found, code in ((broken, "broken_letters"), (lost, "lost_letters")):
        if found:
            number, name, cell = found[0]
            shown = _around(cell)
            params = {"written": shown, "meant": mend_letters(shown)} if found is broken else {}
            findings.warn(file, number, name or None, cell, code, count=len(found), **params)


def _around(cell: str) -> str:
    """Give the first words of a text that hold something broken."""
    words = cell.split(" ")
    at = next((at for at, word in enumerate(words) if mend_letters(word) != word), 0)
    return " ".join(words[at : at + 3])
