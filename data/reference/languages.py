"""Languages to meet in: by code (ISO 639), or by their Swedish, English or own name."""

import re

from data.reference.names import fold

NAMES: dict[str, tuple[str, ...]] = {
    "af": ("afrikaans",),
    "am": ("amhariska", "amharic"),
    "ar": ("arabiska", "arabic", "العربية", "ara"),
    "be": ("belarusiska", "vitryska", "belarusian"),
    "bg": ("bulgariska", "bulgarian", "български"),
    "bn": ("bengali", "bangla"),
    "bs": ("bosniska", "bosnian", "bosanski"),
    "ca": ("katalanska", "catalan", "català"),
    "cs": ("tjeckiska", "czech", "čeština"),
    "cy": ("kymriska", "walesiska", "welsh"),
    "da": ("danska", "danish", "dansk", "dan"),
    "de": ("tyska", "german", "deutsch", "deu", "ger"),
    "el": ("grekiska", "greek", "ελληνικά"),
    "en": ("engelska", "english", "eng", "englisch", "engelsk", "englanti"),
    "es": ("spanska", "spanish", "español", "spa", "castellano"),
    "et": ("estniska", "estonian", "eesti"),
    "eu": ("baskiska", "basque", "euskara"),
    "fa": ("persiska", "persian", "farsi", "فارسی"),
    "fi": ("finska", "finnish", "suomi", "fin"),
    "fit": ("meänkieli", "tornedalsfinska"),
    "fo": ("färöiska", "faroese", "føroyskt"),
    "fr": ("franska", "french", "français", "fra", "fre"),
    "ga": ("iriska", "irish", "gaeilge"),
    "he": ("hebreiska", "hebrew", "עברית"),
    "hi": ("hindi",),
    "hr": ("kroatiska", "croatian", "hrvatski"),
    "hu": ("ungerska", "hungarian", "magyar"),
    "hy": ("armeniska", "armenian"),
    "id": ("indonesiska", "indonesian"),
    "is": ("isländska", "icelandic", "íslenska"),
    "it": ("italienska", "italian", "italiano", "ita"),
    "ja": ("japanska", "japanese", "日本語"),
    "ka": ("georgiska", "georgian"),
    "kl": ("grönländska", "greenlandic", "kalaallisut"),
    "ko": ("koreanska", "korean", "한국어"),
    "ku": ("kurdiska", "kurdish", "kurmanji", "kurmandji", "kurdî"),
    "ckb": ("sorani", "centralkurdiska", "central kurdish"),
    "lt": ("litauiska", "lithuanian", "lietuvių"),
    "lv": ("lettiska", "latvian", "latviešu"),
    "mk": ("makedonska", "macedonian"),
    "mn": ("mongoliska", "mongolian"),
    "mt": ("maltesiska", "maltese", "malti"),
    "nl": ("nederländska", "holländska", "dutch", "nederlands"),
    "no": ("norska", "norwegian", "norsk", "bokmål", "nynorsk", "nb", "nn", "nor"),
    "pa": ("punjabi", "panjabi"),
    "pl": ("polska", "polish", "polski", "pol"),
    "prs": ("dari",),
    "ps": ("pashto", "pashtu"),
    "pt": ("portugisiska", "portuguese", "português"),
    "rom": ("romani", "romani chib", "romska"),
    "ro": ("rumänska", "romanian", "română"),
    "ru": ("ryska", "russian", "русский", "rus"),
    "se": ("nordsamiska", "samiska", "sami", "northern sami", "davvisámegiella"),
    "sma": ("sydsamiska", "southern sami"),
    "smj": ("lulesamiska", "lule sami"),
    "sk": ("slovakiska", "slovak", "slovenčina"),
    "sl": ("slovenska", "slovenian", "slovene", "slovenščina"),
    "so": ("somaliska", "somali", "soomaali"),
    "sq": ("albanska", "albanian", "shqip"),
    "sr": ("serbiska", "serbian", "srpski"),
    "sv": ("svenska", "swedish", "swe", "svensk", "schwedisch", "ruotsi"),
    "sw": ("swahili", "kiswahili"),
    "swl": ("teckenspråk", "svenskt teckenspråk", "swedish sign language", "sign language"),
    "ta": ("tamil", "tamilska"),
    "th": ("thailändska", "thai"),
    "ti": ("tigrinja", "tigrinska", "tigrinya"),
    "tl": ("filippinska", "tagalog"),
    "tr": ("turkiska", "turkish", "türkçe"),
    "uk": ("ukrainska", "ukrainian", "українська"),
    "ur": ("urdu",),
    "vi": ("vietnamesiska", "vietnamese"),
    "yi": ("jiddisch", "yiddish"),
    "zh": ("kinesiska", "chinese", "mandarin", "中文"),
}
"""By code; a new language or spelling has its home here."""

_CODES = {fold(name): code for code, names in NAMES.items() for name in (code, *names)}
WORDS = tuple(_CODES)
"""Every word for a language, folded."""
_REGION = re.compile(r"([A-Za-z]{2,3})[-_][A-Za-z]{2,4}")
_ASIDE = re.compile(r"\([^()]*\)")


def to_language(text: str) -> str | None:
    """Give the code of a language, or None for one that is not known.

    Examples
    --------
    >>> to_language("Tyska"), to_language("en-GB"), to_language("Suomi (lite)")
    ('de', 'en', 'fi')
    """
    if region := _REGION.fullmatch(text.strip()):
        return _CODES.get(fold(region[1]))
    return _CODES.get(fold(text)) or _CODES.get(fold(_ASIDE.sub(" ", text)))
