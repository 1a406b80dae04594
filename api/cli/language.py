"""The language of a command before its options are read: for help and for what was mistyped."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from models.text import Language

LANG = "--lang"
SETTING = "KOALITION_LANG"
SETTINGS_FILE = "season.toml"

_WORDS: ContextVar[tuple[str, ...]] = ContextVar("words", default=())


@contextmanager
def hearing(words: Sequence[str]) -> Iterator[None]:
    """Keep the words of a command in mind while it runs."""
    token = _WORDS.set(tuple(words))
    try:
        yield
    finally:
        _WORDS.reset(token)


def words_typed() -> tuple[str, ...]:
    """Give the words of the command."""
    return _WORDS.get()


def spoken() -> Language:
    """Give the language asked for by option, else by environment, else by a season named."""
    words = _WORDS.get()
    return asked_in(words) or _known(os.environ.get(SETTING)) or _of_season(words) or Language.EN


def asked_in(words: Sequence[str]) -> Language | None:
    """Give the language that the words of a command ask for, the command's own after all's.

    Examples
    --------
    >>> asked_in(["check", "autumn", "--lang=sv"]), asked_in(["--lang", "fi", "check"])
    (<Language.SV: 'sv'>, None)
    """
    asked = None
    for word, following in zip(words, (*words[1:], ""), strict=False):
        name, equals, value = word.partition("=")
        if name == LANG:
            asked = _known(value if equals else following) or asked
    return asked


def carry_on(folder: Path | str) -> str:
    """Give a folder, or what stands for it, as a command that a text recommends names it.

    The language asked for goes with it.
    """
    named = f'"{folder}"' if isinstance(folder, Path) and " " in str(folder) else str(folder)
    asked = asked_in(_WORDS.get())
    return f"{named} {LANG} {asked}" if asked else named


def _known(word: str | None) -> Language | None:
    return Language(word) if word in list(Language) else None


def _of_season(words: Sequence[str]) -> Language | None:
    """Give the language of the first folder named that holds a season's settings."""
    for word in words:
        if not word.startswith("-") and (Path(word) / SETTINGS_FILE).is_file():
            from data.files.reading import find_language

            return find_language(Path(word))
    return None
