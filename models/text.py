"""Sentences that exist in both of Koalition's languages."""

from enum import Enum, StrEnum
from numbers import Integral

from models.frozen import Frozen

HARD_SPACE = "\u00a0"
MINUS = "\u2212"


class Language(StrEnum):
    """Language of what people read."""

    SV = "sv"
    EN = "en"


class Text(Frozen):
    """The same sentence in Swedish and in English.

    Examples
    --------
    >>> Text(sv="{name}: {n:# plats|# platser}", en="{name}: {n:# seat|# seats}").format(
    ...     name="Öar", n=1
    ... ).en
    'Öar: 1\xa0seat'
    """

    sv: str
    en: str

    @classmethod
    def same(cls, text: str) -> "Text":
        """Give what is the same in both languages: a name, a key, a sign."""
        return cls(sv=text, en=text)

    def format(self, **params: object) -> "Text":
        """Fill the named places of both sentences.

        A parameter that is itself a `Text` is given in each sentence's own language. Where a
        place states two forms, `{n:# seat|# seats}`, a whole number chooses between the one and
        the many, and stands where # does, held to the word behind it.
        """
        return Text(
            sv=self.sv.format(**{k: _in(v, Language.SV) for k, v in params.items()}),
            en=self.en.format(**{k: _in(v, Language.EN) for k, v in params.items()}),
        )

    def in_language(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.sv if language is Language.SV else self.en


class _Count(int):
    """A whole number that chooses between the forms for one and for many."""

    between: str
    """What stands between thousands."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return super().__format__(spec)
        one, many = spec.split("|")
        number = f"{int(self):,}".replace(",", self.between).replace("-", MINUS)
        form = one if abs(self) == 1 else many
        return form.replace("# ", f"{number}{HARD_SPACE}").replace("#", number)


class _SwedishCount(_Count):
    between = HARD_SPACE


class _EnglishCount(_Count):
    between = ","


_COUNTS = {Language.SV: _SwedishCount, Language.EN: _EnglishCount}


def _in(value: object, language: Language) -> object:
    """Give a bilingual parameter in one language, a whole number as one that can count."""
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, Integral) and not isinstance(value, bool | Enum):
        return _COUNTS[language](int(value))
    return value
