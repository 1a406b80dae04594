"""Spellings: which written names mean the same place.

A new English name or an odd official one has its home in `OTHER_NAMES`.
"""

import re
import unicodedata

from data.reference.appearance import see

OTHER_NAMES = {
    "gothenburg": "Göteborg",
    "gothenborg": "Göteborg",
    "gothenbourg": "Göteborg",
    "gotenburg": "Göteborg",
    "göteburg": "Göteborg",
    "hälsingborg": "Helsingborg",
    "upsala": "Uppsala",
    "falu": "Falun",
    "region gotland": "Gotland",
    "gbg": "Göteborg",
    "göteb": "Göteborg",
    "sthlm": "Stockholm",
    "sthm": "Stockholm",
    "stlm": "Stockholm",
    "hbg": "Helsingborg",
    "jkpg": "Jönköping",
    "lkpg": "Linköping",
    "nkpg": "Norrköping",
    "ö vik": "Örnsköldsvik",
    "övik": "Örnsköldsvik",
}
"""Other names of municipalities, folded: English, older, official and short ones."""

_MUNICIPAL = (
    re.compile(r"^(?P<name>.+) (?:kommune?|stad|municipality)$"),
    re.compile(r"^(?:city|municipality|town) of (?P<name>.+)$"),
)
_PLAIN = str.maketrans("øđðłı", "oddli", "'’‘`´.") | str.maketrans(
    {"æ": "ae", "œ": "oe", "þ": "th"}
)
_OWN = "åäöü"
_NEIGHBOURS = str.maketrans("øæ", "öä")
_ONE_LETTER = (("aa", "å"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü"))
_DIGRAPHS = {"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "æ": "ae", "ü": "ue"}


def fold(name: str) -> str:
    """Fold case, hyphens, spaces and invisible marks away, and keep the letters.

    Examples
    --------
    >>> fold("  Upplands–Väsby\u200b ")
    'upplands väsby'
    """
    return " ".join(see(name).replace("-", " ").split())


def to_plain(folded: str) -> str:
    """Give the spelling without diacritics: å, ä → a, ö → o.

    Examples
    --------
    >>> to_plain("göteborg")
    'goteborg'
    """
    apart = unicodedata.normalize("NFKD", folded.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def to_digraphs(folded: str) -> str:
    """Give the spelling of old telegrams and addresses: å → aa, ä → ae, ö → oe."""
    return "".join(_DIGRAPHS.get(letter, letter) for letter in folded)


def to_loose(folded: str) -> str:
    """Give the spelling that is left when diacritics, old digraphs and spaces are gone.

    Examples
    --------
    >>> to_loose("växjö"), to_loose("vaexjo")
    ('vaxjo', 'vaxjo')
    """
    plain = to_plain(folded).replace(" ", "")
    return plain.replace("aa", "a").replace("ae", "a").replace("oe", "o").replace("ue", "u")


def keeps_letters(written: str, name: str) -> bool:
    """Say whether a name has the å, ä, ö and ü that were written: these are letters of their own.

    What was written may have lost some, and may have those of the neighbours (ø, æ).

    Examples
    --------
    >>> keeps_letters("växjo", "växjö"), keeps_letters("hälla", "hålla")
    (True, False)
    """
    for pair, letter in _ONE_LETTER:
        name = name.replace(pair, letter)
    remaining = iter(name.translate(_NEIGHBOURS))
    return all(letter in remaining for letter in written.translate(_NEIGHBOURS) if letter in _OWN)


def strip_municipal(folded: str) -> str | None:
    """Give the name inside "… kommun", "… stad" and the like, or None where there is none.

    The genitive s stays, since only the list of names can tell "Leksands" from "Borås".
    """
    for pattern in _MUNICIPAL:
        if match := pattern.match(folded):
            return match["name"]
    return None


def strip_county(name: str) -> str:
    """Give a county's name without "län": "Blekinge län" and "Skånes län" are bare.

    Examples
    --------
    >>> strip_county("Stockholms län"), strip_county("Blekinge")
    ('Stockholm', 'Blekinge')
    """
    bare = re.sub(r"\s+län$", "", name.strip(), flags=re.IGNORECASE)
    return bare.removesuffix("s") if bare != name.strip() else bare


def to_slug(name: str) -> str:
    """Give the id that a name has when none is stated.

    Examples
    --------
    >>> to_slug("Föreningen Ängen & Ån")
    'foreningen-angen-an'
    """
    return re.sub(r"[^a-z0-9]+", "-", to_plain(name.casefold())).strip("-")
