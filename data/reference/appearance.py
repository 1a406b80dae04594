"""What the eye sees of a text: marks without width, spaces and dashes of every kind.

The marks are Unicode's default ignorable code points and those that only turn the direction;
variation selectors and the tags of flags belong to an emoji and stay.
"""

import re
import unicodedata

_JOINED = "\u0600-\u1fff\U0001f000-\U0001faff\u2600-\u27bf\ufe0f"
"""Letters and pictures that a joiner between them shapes: Persian, Indic, emoji."""
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]"
    f"|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
)
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
"""What looks like a space and is another character."""
_DASHES = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)
_QUOTES = {**dict.fromkeys(map(ord, "‘’ʼ´`"), "'"), **dict.fromkeys(map(ord, "“”„"), '"')}


def strip_invisible(text: str) -> str:
    """Take the marks away that nobody sees.

    Examples
    --------
    >>> strip_invisible("\u200eungas\u00adkraft\u200b")
    'ungaskraft'
    """
    return text if text.isascii() else INVISIBLE.sub("", text)


def see(text: str) -> str:
    """Give what two texts have in common that look alike, whatever their capitals.

    Examples
    --------
    >>> see("AB\u00a0Volvo – Lastvagnar") == see("ab volvo - lastvagnar\u200b")
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", strip_invisible(SPACES.sub(" ", text)))
        text = text.translate(_DASHES).translate(_QUOTES)
    return " ".join(text.casefold().split())
