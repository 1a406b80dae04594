"""Languages to meet in, by code (ISO 639-1) or by name in Swedish or English."""

from data.reference.names import fold

NAMES: dict[str, tuple[str, ...]] = {
    "ar": ("arabiska", "arabic"),
    "bg": ("bulgariska", "bulgarian"),
    "bs": ("bosniska", "bosnian"),
    "cs": ("tjeckiska", "czech"),
    "da": ("danska", "danish", "dansk"),
    "de": ("tyska", "german", "deutsch"),
    "el": ("grekiska", "greek"),
    "en": ("engelska", "english"),
    "es": ("spanska", "spanish", "español"),
    "et": ("estniska", "estonian"),
    "fa": ("persiska", "persian", "farsi"),
    "fi": ("finska", "finnish", "suomi"),
    "fr": ("franska", "french", "français"),
    "ga": ("iriska", "irish"),
    "hr": ("kroatiska", "croatian"),
    "hu": ("ungerska", "hungarian"),
    "is": ("isländska", "icelandic"),
    "it": ("italienska", "italian", "italiano"),
    "lt": ("litauiska", "lithuanian"),
    "lv": ("lettiska", "latvian"),
    "mt": ("maltesiska", "maltese"),
    "nl": ("nederländska", "holländska", "dutch"),
    "no": ("norska", "norwegian", "norsk"),
    "pl": ("polska", "polish"),
    "pt": ("portugisiska", "portuguese"),
    "ro": ("rumänska", "romanian"),
    "ru": ("ryska", "russian"),
    "se": ("nordsamiska", "samiska", "sami", "northern sami"),
    "sk": ("slovakiska", "slovak"),
    "sl": ("slovenska", "slovenian", "slovene"),
    "so": ("somaliska", "somali"),
    "sq": ("albanska", "albanian"),
    "sr": ("serbiska", "serbian"),
    "sv": ("svenska", "swedish"),
    "tr": ("turkiska", "turkish"),
    "uk": ("ukrainska", "ukrainian"),
}

_CODES = {fold(name): code for code, names in NAMES.items() for name in (code, *names)}


def to_language(text: str) -> str | None:
    """Give the code of a language, or None for one that is not known.

    Examples
    --------
    >>> to_language("Tyska")
    'de'
    """
    return _CODES.get(fold(text))
