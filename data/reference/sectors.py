"""Words for the four sectors, in six languages; a new one has its home in `sector_words.csv`.

A word has the sector it is taken for, and in `also` those it may as well stand for: a
foundation is often of civil society, but universities and towns have them, too.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.reference.names import fold
from models.sectors import Sector

HINTED = ("sv", "en")
"""The languages whose words are suggested for one that is not known."""

_JOINT = re.compile(r"\s*[/,;&+]\s*|\s+(?:och|and|og|ja|und|eller|or)\s+")


@dataclass(frozen=True)
class SectorWord:
    """A word for a sector.

    Attributes
    ----------
    sector : Sector
        What it is taken for.
    also : tuple of Sector
        What it may stand for as well; empty where it is certain.
    language : str
        The first of the table's languages that has it.
    """

    word: str
    sector: Sector
    also: tuple[Sector, ...] = ()
    language: str = ""


def read_sector(text: str, extra: Mapping[str, Sector] | None = None) -> SectorWord | None:
    """Give what a word means, in any case, with or without full stops and spaces.

    Parameters
    ----------
    text : str
        One word, or several that mean the same sector: "kommun/region".
    extra : mapping of str to Sector, optional
        A season's own words, which count before the table's.

    Returns
    -------
    SectorWord or None
        None for an unknown word, and for words of different sectors.

    Examples
    --------
    >>> read_sector("Stiftelse").also
    (<Sector.PUBLIC: 'public'>, <Sector.PRIVATE: 'private'>, <Sector.ACADEMIA: 'academia'>)
    """
    own = {_to_key(word): SectorWord(word, sector) for word, sector in (extra or {}).items()}
    known = {**_load_by_key(), **own}
    if found := known.get(_to_key(text)):
        return found
    parts = [known.get(_to_key(part)) for part in _JOINT.split(fold(text))]
    words = [part for part in parts if part]
    if not words or len(words) < len(parts) or len({word.sector for word in words}) > 1:
        return None
    also = {sector for word in words for sector in word.also}
    return SectorWord(text, words[0].sector, tuple(s for s in Sector if s in also))


def part_sectors(text: str, extra: Mapping[str, Sector] | None = None) -> tuple[Sector, ...]:
    """Give the sectors that the words of a text mean; none where any of them is unknown.

    Examples
    --------
    >>> [str(sector) for sector in part_sectors("förening/företag")]
    ['private', 'civil_society']
    """
    found = [to_sector(part, extra) for part in _JOINT.split(fold(text))]
    return () if None in found else tuple(sector for sector in Sector if sector in found)


def to_sector(text: str, extra: Mapping[str, Sector] | None = None) -> Sector | None:
    """Give the sector that a word is taken for, or None for an unknown word.

    Examples
    --------
    >>> to_sector("Näringsliv"), to_sector("e.V.")
    (<Sector.PRIVATE: 'private'>, <Sector.CIVIL_SOCIETY: 'civil_society'>)
    """
    found = read_sector(text, extra)
    return found.sector if found else None


def _to_key(word: str) -> str:
    """Fold what words may differ in: case, hyphens, spaces, full stops and brackets."""
    return fold(re.sub(r"[.()]", "", word)).replace(" ", "")


@lru_cache(maxsize=1)
def load_sector_words() -> tuple[SectorWord, ...]:
    """Load the table, once."""
    path = Path(__file__).with_name("sector_words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            SectorWord(
                row["word"],
                Sector(row["sector"]),
                tuple(Sector(name) for name in row["also"].split()),
                row["language"],
            )
            for row in csv.DictReader(file)
        )


@lru_cache(maxsize=1)
def _load_by_key() -> dict[str, SectorWord]:
    """Give the table's words by their folded spelling."""
    return {_to_key(each.word): each for each in load_sector_words()}


def words_to_suggest() -> dict[str, Sector]:
    """Give the words to suggest for an unknown one, with what they are taken for."""
    return {each.word: each.sector for each in load_sector_words() if each.language in HINTED}
