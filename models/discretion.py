"""What may be told of actors' own words: no address, no telephone number, nobody hidden."""

import re
from collections.abc import Iterable
from functools import cached_property

from models.actors import Actor
from models.contact_details import find_contact_details
from models.scores import Conflict
from models.text import Text
from models.viewers import Viewer, list_hidden

LONGEST = 120
"""Letters of an excerpt."""

ELLIPSIS = "…"
"""Stands for what was left out."""
_PIECES = re.compile(r"(?:[^;.!?\n]|\.(?=\S))+")
"""Sentences and items of a list; a full stop within a word, as in an address, ends nothing."""

_WORDS = re.compile(r"\w+")
_SINGLE = {"actor", "actors"}
"""Keys of the rules that speak of single actors."""

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

    @classmethod
    def towards(cls, viewer: Viewer, actors: Iterable[Actor]) -> "Discretion":
        """Know whom a viewer may not hear of."""
        return cls(list_hidden(viewer, actors))

    @cached_property
    def _names(self) -> dict[str, list[list[str]]]:
        """Give the words of names and ids by their first word; numbers alone name nobody."""
        names: dict[str, list[list[str]]] = {}
        for actor in self._hidden:
            for name in (actor.name, actor.id):
                words = _words(name)
                if any(not word.isdecimal() for word in words):
                    names.setdefault(words[0], []).append(words)
        return names

    def excerpt(self, text: str, sought: str, address: str) -> str:
        """Give the piece of an author's text that shares most with what is sought.

        Pieces with an address, a telephone number or a hidden actor's name are left out;
        empty where nothing remains.

        Parameters
        ----------
        address : str
            The author's own, which is left out however it is written; empty where none is
            known.
        """
        secret = [*self._find_named(text), *find_contact_details(text)]
        shown = [
            " ".join(piece[0].split())
            for piece in _PIECES.finditer(text)
            if _WORDS.search(piece[0])
            and not (address and address.casefold() in piece[0].casefold())
            and not any(piece.start() < end and start < piece.end() for start, end in secret)
        ]
        wanted = _grams(sought)
        return _shorten(max(shown, key=lambda piece: len(_grams(piece) & wanted), default=""))

    def tidy(self, text: str) -> str:
        """Give a text without addresses, telephone numbers and names of hidden actors."""
        words = self.leave_out_names(text)
        kept, at = [], 0
        for start, end in find_contact_details(words):
            kept.append(words[at:start])
            at = end
        return " ".join(ELLIPSIS.join([*kept, words[at:]]).split())

    def leave_out_names(self, text: str) -> str:
        """Give a text without the names of hidden actors."""
        kept, at = [], 0
        for start, end in sorted(self._find_named(text)):
            kept.append(text[at:start])
            at = max(at, end)
        return " ".join([*kept, text[at:]])

    def tidy_conflict(self, conflict: Conflict, place: str, rule: Text) -> Conflict:
        """Give a conflict without whom it must not name.

        One of single actors is told without all of them: no rule of such is told to others
        than the organiser, whoever is in it.

        Parameters
        ----------
        place : str
            What its coalition is called.
        rule : Text
            What its rule is called.
        """
        keys = {key: self._tidy_key(value) for key, value in conflict.keys.items()}
        text = conflict.text
        if keys.keys() & _SINGLE:
            keys = {key: value for key, value in keys.items() if key not in _SINGLE}
            text = Text(sv=f"{place}: {rule.sv}.", en=f"{place}: {rule.en}.")
        told = {lang: self.leave_out_names(words) for lang, words in text}
        return conflict.evolve(keys=keys, text=Text.model_validate(told))

    def _tidy_key(self, value: object) -> object:
        return self.leave_out_names(value) if isinstance(value, str) else value

    def _find_named(self, text: str) -> list[tuple[int, int]]:
        """Find where a text names hidden actors, in the genitive too."""
        spans = [match.span() for match in _WORDS.finditer(text)]
        words = [text[start:end].casefold() for start, end in spans]
        return [
            (spans[at][0], spans[at + len(name) - 1][1])
            for at, word in enumerate(words)
            for start in {word, word.removesuffix("s")}
            for name in self._names.get(start, ())
            if _is_said(name, words[at : at + len(name)])
        ]


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
    return (head or text[: LONGEST - 1]).rstrip(" ,:–-") + ELLIPSIS
