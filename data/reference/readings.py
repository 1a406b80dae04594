"""What may be meant by a written place: broken letters mended, postal dress taken off."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from data.reference.countries import to_country_named
from data.reference.names import fold

BROKEN = (
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("mac_roman", "utf-8"),
    ("cp850", "utf-8"),
    ("cp437", "utf-8"),
    ("cp1252", "mac_roman"),
    ("latin-1", "mac_roman"),
    ("cp1252", "cp850"),
    ("latin-1", "cp850"),
    ("mac_roman", "cp1252"),
    ("cp850", "cp1252"),
)
"""Encodings that a text was read in and had been written in: "GÃ¶teborg", "S√∂dert√§lje"."""

_PARTS = re.compile(r"[,;()]|\s[/-]\s")
_POSTAL = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"^(?:[a-z]{1,3}[ -]?)?\d[\d -]*\d(?: [a-z]{2}(?= ))?\s+(?=\S)",
        r"\s+[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$",
        r"\s+(?:cedex\s*)?(?:[a-z]{1,3}-)?\d[\d -]*$",
        r"\s+cedex$",
        r"\s+(?:[a-z]|[ns][vø])$",
    )
)
"""Codes before and after a town: "S-223 62 Lund", "London SW7 2AZ", "Paris Cedex 5"."""


def read_names(written: str, country: str) -> tuple[str, ...]:
    """Give the folded names that may be meant, the most literal first.

    Parameters
    ----------
    written : str
        The cell as it stands.
    country : str
        The code of the country that the place is in; its name may stand after the place.

    Examples
    --------
    >>> read_names("S-223 62 LUND, Sweden", "SE")[-1]
    'lund'
    """
    texts = [written]
    if not written.isascii() or "&" in written:
        texts += _mend(written)
    found = [fold(text) for text in texts]
    for text in texts:
        found += [fold(part) for part in _undress(text, country)]
    return tuple(dict.fromkeys(name for name in found if name))


def find_other_country(written: str, country: str) -> str | None:
    """Give the code of another country that is named beside the place, if there is one."""
    named = (to_country_named(part) for part in _PARTS.split(written)[1:])
    return next((code for code in named if code and code != country), None)


def _mend(written: str) -> Iterator[str]:
    """Give the texts that may have been written before letters were read wrongly."""
    if (plain := unescape(written)) != written:
        yield plain
    for read_as, written_as in BROKEN:
        try:
            yield written.encode(read_as).decode(written_as)
        except UnicodeError:
            continue


def _undress(text: str, country: str) -> Iterable[str]:
    """Give the parts of an address without postal codes, districts' numbers and the country."""
    for number, part in enumerate(_PARTS.split(text)):
        bare = " ".join(part.split())
        for form in _POSTAL:
            bare = form.sub("", bare)
        words = bare.split(" ")
        if len(words) > 1 and to_country_named(words[-1]) == country:
            bare = " ".join(words[:-1])
        if number == 0 or to_country_named(bare) is None:
            yield bare
