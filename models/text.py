"""Sentences that exist in both of Koalition's languages."""

from enum import StrEnum

from models.frozen import Frozen


class Language(StrEnum):
    """Language of what people read."""

    SV = "sv"
    EN = "en"


class Text(Frozen):
    """The same sentence in Swedish and in English.

    Examples
    --------
    >>> Text(sv="{n} platser", en="{n} seats").format(n=3).en
    '3 seats'
    """

    sv: str
    en: str

    @classmethod
    def same(cls, text: str) -> "Text":
        """Give what is the same in both languages: a name, a key, a sign."""
        return cls(sv=text, en=text)

    def format(self, **params: object) -> "Text":
        """Fill the named places of both sentences.

        A parameter that is itself a `Text` is given in each sentence's own language.
        """
        return Text(
            sv=self.sv.format(**{k: _in(v, Language.SV) for k, v in params.items()}),
            en=self.en.format(**{k: _in(v, Language.EN) for k, v in params.items()}),
        )

    def in_language(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.sv if language is Language.SV else self.en


def _in(value: object, language: Language) -> object:
    """Give a bilingual parameter in one language and leave any other as it is."""
    return value.in_language(language) if isinstance(value, Text) else value
