"""Several values in one cell, however people set them apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.reference.nothing import says_nothing

CERTAIN = re.compile(r"[;\n]")
LOOSE = re.compile(
    r"(\s*[,/|+&\t•]\s*(?:(?:och|and|samt)\s+)?|\s+(?:och|and|samt|und|og|ja|eller|or)\s+)",
    re.IGNORECASE,
)
"""What may stand between values, and inside one: values that are known decide."""
MOST_PARTS = 60
"""Pieces beyond which a cell is a text and no list."""


@dataclass(frozen=True)
class ListedCell:
    """A cell's values.

    Attributes
    ----------
    known, unknown : tuple of str
        As written, each once.
    is_parted : bool
        Whether anything but semicolons stood between them.
    """

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    is_parted: bool


def part_list(cell: str, knows: Callable[[str], bool]) -> ListedCell:
    """Part a cell at semicolons and line breaks, then elsewhere around what is known.

    The longest known values are taken, from the left, so that a name with a comma or an
    "and" in it stays whole.

    Examples
    --------
    >>> names = {"A", "B och C", "D"}
    >>> part_list("A, B och C; D och E", names.__contains__)
    ListedCell(known=('A', 'B och C', 'D'), unknown=('E',), is_parted=True)
    """
    known: list[str] = []
    unknown: list[str] = []
    if knows(whole := " ".join(cell.split())):
        return ListedCell((whole,), (), is_parted=False)
    is_parted = "\n" in cell
    for piece in CERTAIN.split(cell):
        value = " ".join(piece.split())
        if not value or says_nothing(value):
            continue
        parts = [(value, True)] if knows(value) else _part_loosely(value, knows)
        is_parted = is_parted or [part for part, _ in parts] != [value]
        for part, is_known in parts:
            (known if is_known else unknown).append(part)
    return ListedCell(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(unknown)), is_parted)


def _part_loosely(value: str, knows: Callable[[str], bool]) -> list[tuple[str, bool]]:
    """Give the values of one piece and whether each is known; the rest stays together."""
    pieces = LOOSE.split(value)
    if len(pieces) == 1 or len(pieces) > MOST_PARTS:
        return [(value, False)]
    found: list[tuple[str, bool]] = []
    rest = ""
    at = 0
    while at < len(pieces):
        ends = range(len(pieces) - (len(pieces) - at + 1) % 2, at, -2)
        end = next((end for end in ends if knows("".join(pieces[at:end]).strip())), None)
        if end is None:
            rest += "".join(pieces[at : at + 2])
            at += 2
            continue
        found.extend(_leave(rest))
        found.append(("".join(pieces[at:end]).strip(), True))
        rest, at = "", end + 1
    return [*found, *_leave(rest)]


def _leave(rest: str) -> list[tuple[str, bool]]:
    """Give what is left between known values, without what set it apart."""
    bare = LOOSE.sub(" ", rest) if not rest.strip(" ,/|+&\t•") else rest
    bare = re.sub(LOOSE.pattern + r"$", "", bare, flags=re.IGNORECASE).strip()
    return [(bare, False)] if bare and not says_nothing(bare) else []
