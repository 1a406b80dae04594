"""Short excerpts of what an actor has published about itself, with nobody's address in them."""

import re
from collections.abc import Iterable
from functools import cached_property

from models.actors import Actor

LONGEST = 120
"""Letters of an excerpt."""

_ELLIPSIS = "…"
_CONTACT = re.compile(
    r"\S*@\S*|\S+\s*[(\[{]\s*(?:at|snabel-?a|a)\s*[)\]}]\s*\S+|\+?\d(?:[\s()/.–-]*\d){5,}",
    re.IGNORECASE,
)
"""Addresses, also with the sign spelt out, and whatever may be a telephone number."""

_PIECES = re.compile(r"[^;.!?\n]+")
_WORDS = re.compile(r"\w+")
_GRAM = 4


class Discretion:
    """Knows whom an excerpt must not name.

    Parameters
    ----------
    hidden : iterable of Actor
        The actors that are not shown to others.
    """

    def __init__(self, hidden: Iterable[Actor]) -> None:
        self._hidden = tuple(hidden)

    @cached_property
    def _names(self) -> dict[str, list[list[str]]]:
        """Give the words of names and ids by their first word."""
        names: dict[str, list[list[str]]] = {}
        for actor in self._hidden:
            for name in (actor.name, actor.id):
                words = _words(name)
                if words:
                    names.setdefault(words[0], []).append(words)
        return names

    def names_somebody(self, text: str) -> bool:
        """Say whether a text names a hidden actor, in the genitive too."""
        words = _words(text)
        return any(
            _is_said(name, words[at : at + len(name)])
            for at, word in enumerate(words)
            for start in {word, word.removesuffix("s")}
            for name in self._names.get(start, ())
        )

    def excerpt(self, author: Actor, text: str, sought: str) -> str:
        """Give the piece of an author's text that shares most with what is sought.

        Empty where nothing is left that may be shown.
        """
        if author.email:
            text = re.sub(re.escape(author.email), " ", text, flags=re.IGNORECASE)
        pieces = [" ".join(piece.split()) for piece in _PIECES.findall(_CONTACT.sub(";", text))]
        shown = [piece for piece in pieces if _WORDS.search(piece)]
        shown = [piece for piece in shown if not self.names_somebody(piece)]
        wanted = _grams(sought)
        return _shorten(max(shown, key=lambda piece: len(_grams(piece) & wanted), default=""))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _is_said(name: list[str], words: list[str]) -> bool:
    """Compare the words of a name with as many of a text; the last may have an s."""
    if len(words) < len(name):
        return False
    return words[:-1] == name[:-1] and words[-1] in (name[-1], f"{name[-1]}s")


def _grams(text: str) -> set[str]:
    """Give all runs of letters in the words of a text, so that inflections still meet."""
    return {word[at : at + _GRAM] for word in _words(text) for at in range(len(word) - _GRAM + 1)}


def _shorten(text: str) -> str:
    """Cut a text at a space where it is too long."""
    text = text.strip(" ,:–-")
    if len(text) <= LONGEST:
        return text
    head, _, _ = text[:LONGEST].rpartition(" ")
    return (head or text[: LONGEST - 1]).rstrip(" ,:–-") + _ELLIPSIS
