"""Splits an actor's words into passages that are read one by one.

A long profile speaks of several things; one vector of the whole blurs them. A passage is a
sentence, or a line where there are none; very short ones are read with the next, very long
ones are cut. What is said twice is read once, so that repeating oneself changes nothing.
"""

import re
from dataclasses import dataclass

from models.actors import Actor

LONG = 320
"""Characters of a sentence at most: some fifty words."""
SHORT = 20
"""A sentence shorter than this is read together with the next."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")
_PARTS = ("description", "offers", "seeks")


@dataclass(frozen=True)
class Passage:
    """Some of an actor's words.

    Attributes
    ----------
    part : str
        The column that they stand in.
    sentences : tuple of str
    """

    part: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the words on one line."""
        return " ".join(self.sentences)


def passages_of(actor: Actor) -> tuple[Passage, ...]:
    """Give an actor's passages in the order of its columns, each sentence once."""
    seen: set[str] = set()
    return tuple(
        Passage(part, sentences)
        for part in _PARTS
        for sentences in split_passages(getattr(actor, part) or "", seen)
    )


def split_passages(text: str, seen: set[str] | None = None) -> list[tuple[str, ...]]:
    """Split a text into passages of whole sentences.

    Parameters
    ----------
    text : str
    seen : set of str, optional
        Sentences that are left out because they have been said; grows.

    Returns
    -------
    list of tuple of str
        The sentences of each passage.

    Examples
    --------
    >>> text = "We mend bicycles. We mend bicycles! Whoever comes may learn how that is done."
    >>> split_passages(text)
    [('We mend bicycles.', 'Whoever comes may learn how that is done.')]
    """
    seen = set() if seen is None else seen
    found: list[tuple[str, ...]] = []
    kept: list[str] = []
    for line in text.splitlines():
        for sentence in _sentences(line):
            key = " ".join(re.findall(r"\w+", sentence.casefold())) or sentence
            if key in seen:
                continue
            seen.add(key)
            kept.append(sentence)
            if _length(kept) >= SHORT:
                found.append(tuple(kept))
                kept = []
    if kept and found:
        kept = [*found.pop(), *kept]
    return [*found, tuple(kept)] if kept else found


def _sentences(line: str) -> list[str]:
    """Give a line's sentences; one without an end in sight is cut between words."""
    found: list[str] = []
    for sentence in _SENTENCE_ENDS.split(" ".join(line.split())):
        rest = sentence
        while len(rest) > LONG:
            space = rest.rfind(" ", 0, LONG)
            cut = space if space > 0 else LONG
            found.append(rest[:cut])
            rest = rest[cut:].strip()
        if rest:
            found.append(rest)
    return found


def _length(sentences: list[str]) -> int:
    """Characters that sentences take with the spaces after them."""
    return sum(len(sentence) + 1 for sentence in sentences)
