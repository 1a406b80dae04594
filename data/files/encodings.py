"""Which older encoding a Swedish text is in, where only one of them makes sense."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Encoding:
    """An encoding: what Python calls it, and what people do."""

    codec: str
    title: str


CANDIDATES = (Encoding("cp1252", "Windows-1252"), Encoding("mac_roman", "Mac Roman"))

LETTERS = "åäöÅÄÖéÉèÈêëüÜáàâçñóôíøØæÆšŠžŽœŒ"
MARKS = "–—‘’“”„…•«»§°´·€£©®™½\u00a0\u00ad"
SWEDISH = re.compile(r"[a-z][åäö]|[åäö][a-z]")
"""A Swedish letter inside a word: what a right decoding shows."""
FOREIGN = re.compile(rf"[^\x00-\x7f{LETTERS}{MARKS}]|[\x00-\x08\x0e-\x1f\x7f]")
"""A character that Swedish texts do not have."""
CAPITAL_WITHIN = re.compile(r"[a-zåäöéüšžœ][ÅÄÖÉÈÜØÆŠŽŒ]")
"""A capital after a small letter, as a wrong decoding makes of most Swedish words."""


def find_encoding(raw: bytes) -> Encoding | None:
    """Give the one encoding in which a text can be Swedish; None where that is unclear.

    Examples
    --------
    >>> find_encoding("Malmö är där".encode("mac_roman")).title
    'Mac Roman'
    >>> find_encoding("Ö".encode("cp1252"))
    """
    possible = {encoding: text for encoding in CANDIDATES if (text := _try(raw, encoding))}
    if len(possible) != 1:
        return None
    ((encoding, text),) = possible.items()
    return encoding if SWEDISH.search(text) else None


def _try(raw: bytes, encoding: Encoding) -> str | None:
    """Decode a text; None where the outcome can't be one."""
    try:
        text = raw.decode(encoding.codec)
    except UnicodeDecodeError:
        return None
    return None if FOREIGN.search(text) or CAPITAL_WITHIN.search(text) else text
