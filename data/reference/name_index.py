"""Things by the names they go by, however these are spelt."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from data.reference.names import fold, keeps_letters, to_digraphs, to_loose, to_plain

Entry = TypeVar("Entry")

EXACT, PLAIN, LOOSE = range(3)
"""Spellings as written, without diacritics, and without digraphs and spaces too."""
TIERS = (EXACT, PLAIN, LOOSE)

LOST = re.compile(r"[?\ufffd]+")
"""Signs that stand where a letter outside ASCII was lost."""


class NameIndex(Generic[Entry]):
    """Finds entries by name; of several under one spelling the earlier ones first."""

    def __init__(self, named: Iterable[tuple[str, Entry]]) -> None:
        self._named = [(fold(name), entry) for name, entry in named]

    def find(self, folded: str, tier: int) -> Sequence[Entry]:
        """Give the entries whose name is spelt so, by the letters that the tier counts.

        Letters may have lost their marks; one that has another mark is another letter.
        """
        found = self._tiers[tier].get(_to_keys(folded, tier)[0], ())
        kept = [entry for name, entry in found if tier == EXACT or keeps_letters(folded, name)]
        return list({id(entry): entry for entry in kept}.values())

    def find_lost(self, folded: str) -> Sequence[Entry]:
        """Give the entries of the only name that fits letters and gaps ("g?teborg")."""
        gap = r"[^\x00-\x7f]"
        parts, marks = LOST.split(folded), LOST.findall(folded)
        if not marks or len("".join(parts)) < 3:
            return ()
        form = "".join(
            re.escape(part) + (f"{gap}{{1,{len(mark)}}}" if mark else "")
            for part, mark in zip(parts, (*marks, ""), strict=True)
        )
        fitting = [name for name in self._tiers[EXACT] if re.fullmatch(form, name)]
        return self.find(fitting[0], EXACT) if len(fitting) == 1 else ()

    @cached_property
    def _tiers(self) -> "_Tiers[Entry]":
        """The entries by spelling, each tier made when it is first needed."""
        return _Tiers(self._named)


class _Tiers(dict[int, dict[str, list[tuple[str, Entry]]]]):
    """Names and entries by spelling, for each tier that was asked for."""

    def __init__(self, named: list[tuple[str, Entry]]) -> None:
        super().__init__()
        self._named = named

    def __missing__(self, tier: int) -> dict[str, list[tuple[str, Entry]]]:
        found: dict[str, list[tuple[str, Entry]]] = {}
        for name, entry in self._named:
            for key in _to_keys(name, tier):
                found.setdefault(key, []).append((name, entry))
        self[tier] = found
        return found


def _to_keys(folded: str, tier: int) -> tuple[str, ...]:
    """Give the ways to spell a name; what is looked up is looked up by the first."""
    if tier == EXACT:
        return (folded,)
    if tier == PLAIN:
        return to_plain(folded), to_plain(to_digraphs(folded))
    return (to_loose(folded),)
