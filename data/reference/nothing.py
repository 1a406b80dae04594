"""Words and marks that people write where they have nothing to say."""

import re

from data.reference.names import fold

WORDS = frozenset(
    (
        *("n/a", "n.a", "n.a.", "na", "none", "null", "nan", "nothing", "no answer", "blank"),
        *("missing", "unknown", "not applicable", "not available", "not stated", "tba", "tbd"),
        *("ingen", "inga", "inget", "ingenting", "saknas", "uppgift saknas", "saknar", "tomt"),
        *("ej aktuellt", "inte aktuellt", "ej tillämpligt", "ej angivet", "ej angett", "ej svar"),
        *("vet ej", "vet inte", "okänt", "oklart", "don't know", "do not know", "inget svar"),
        *("ingen uppgift", "inga uppgifter", "kommer", "kommer senare", "fylls i senare"),
        *("keine", "keine angabe", "k. a.", "k.a.", "ei ole", "ei tietoa", "ingen svar"),
    )
)
"""Answers that state nothing, folded; a new one has its home here."""
MARKS = re.compile(r"[\s.\-–—―_?…/\\*~=:;,|!]+")
ELSEWHERE = re.compile(
    r"(?:(?:se|läs|see|cf)\b.{0,20}\b(?:bilaga|bilagan|bifogat|bifogad(?: fil)?|hemsida|hemsidan"
    r"|webbplats|webbplatsen|ovan|nedan|länk|länken|attached|attachment|above|below|website"
    r"|homepage|link)"
    r"|(?:beskrivning|beskrivningen|text|texten|description|info|information)"
    r" (?:saknas|kommer(?: senare)?|missing|follows))"
)
LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
LETTER = re.compile(r"[^\W_]")
WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_]")


def says_nothing(cell: str) -> bool:
    """Say whether a cell of any column holds only words or marks that state nothing.

    Examples
    --------
    >>> [says_nothing(cell) for cell in ("–", "N/A", "Ingen", "(saknas)", "Inga gränser", "✓")]
    [True, True, True, True, False, False]
    """
    if MARKS.fullmatch(cell):
        return True
    if len(cell) > 30:
        return False
    bare = fold(cell).strip("()[]<>\"'!? ")
    return bare in WORDS or bare.rstrip(".") in WORDS


def tells_nothing(text: str) -> bool:
    """Say whether a text has no words of its own: links, pictures, or where to look instead.

    Examples
    --------
    >>> [tells_nothing(text) for text in ("https://example.org", "🙂👍🏽", "Se bilaga.", "0")]
    [True, True, True, True]
    >>> tells_nothing("Läs mer på www.example.org om våra kurser")
    False
    """
    rest = LINK.sub(" ", text)
    if says_nothing(text) or not LETTER.search(rest) or rest.strip().isdecimal():
        return True
    return len(rest) <= 60 and bool(ELSEWHERE.fullmatch(fold(rest).strip("()[]!.: ")))


def count_words(text: str) -> int:
    """Count a text's words, links left out.

    Examples
    --------
    >>> count_words("Vi odlar 30 sorter: https://example.org")
    3
    """
    return len(WORD.findall(LINK.sub(" ", text)))
