"""Names and sentences put together, as each language does it."""

from collections.abc import Iterable, Sequence

from models.messages import MESSAGES, say
from models.text import Language, Text


def listing(parts: Sequence[Text]) -> Text:
    """Put names behind each other: a, b and c.

    Examples
    --------
    >>> listing([Text.same("a"), Text.same("b"), Text.same("c")])
    Text(sv='a, b och c', en='a, b and c')
    """
    return Text(
        sv=list_words([part.sv for part in parts], Language.SV),
        en=list_words([part.en for part in parts], Language.EN),
    )


def list_words(words: Sequence[str], language: str) -> str:
    """Put words behind each other, as Swedish or else as English does it.

    Examples
    --------
    >>> list_words(["a", "b"], Language.EN), list_words(["a"], Language.EN)
    ('a and b', 'a')
    """
    if len(words) < 2:
        return "".join(words)
    word_and = say("and")
    conjunction = word_and.sv if language == Language.SV else word_and.en
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def join_texts(parts: Iterable[Text], between: str = ", ") -> Text:
    """Put texts behind each other, with the same sign between them in both languages."""
    texts = tuple(parts)
    return Text(
        sv=between.join(text.sv for text in texts), en=between.join(text.en for text in texts)
    )


def sentences(parts: Iterable[Text]) -> Text:
    """Put sentences behind each other."""
    return join_texts(parts, " ")


def word(prefix: str, key: str) -> Text:
    """Give the name of a key, or the key itself where this version has no name for it."""
    return MESSAGES.get(f"{prefix}_{key}", Text.same(key))


def capital(text: str) -> str:
    """Begin with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence_case(text: Text) -> Text:
    """Begin both sentences with a capital letter."""
    return Text(sv=capital(text.sv), en=capital(text.en))


def alphabetical(name: str) -> str:
    """Give what a name is sorted by: å, ä, ö come last, in this order.

    Examples
    --------
    >>> sorted(["Öland", "Ängen", "Ån", "zon"], key=alphabetical)
    ['zon', 'Ån', 'Ängen', 'Öland']
    """
    return name.casefold().translate(str.maketrans("åäö", "{|}"))


def translate(text: Text | str, language: Language) -> str:
    """Give a text in one language, and a name as it is."""
    return text if isinstance(text, str) else text.in_language(language)
