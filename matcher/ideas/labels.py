"""What a theme is called: one to three telling words of its own cards.

A word tells where several of the theme's cards say it, other cards hardly do, few texts do at
large, and it lies near the theme in meaning.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.embedding.comparison import read_questions
from matcher.embedding.languages import unit
from matcher.embedding.port import Embedder, Vectors
from matcher.embedding.trial import reference_texts
from matcher.facets.words import is_kindred, stem_of
from matcher.ideas.drafts import Draft
from models.canonical import DECIMALS
from models.ports.progress import Progress
from models.text import Language
from models.wording import list_words

NAMED = 3
"""Words of a label at most."""
WEAK = 0.5
"""Share of the strongest word's weight below which a word does not stand beside it."""
EVERYDAY = 0.15
"""Share of texts at large that say a word which is of no matter in particular."""

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")


@dataclass(frozen=True, eq=False)
class Labeller:
    """Names themes.

    Attributes
    ----------
    drafts : sequence of Draft
    vectors : (n, k) float array
        The cards'.
    at_large : sequence of str
        Other texts, whose words are everyday ones where many say them.
    """

    drafts: Sequence[Draft]
    vectors: Vectors
    at_large: Sequence[str]
    embedder: Embedder
    progress: Progress

    def name(self, themes: Sequence[Sequence[int]]) -> list[str]:
        """Name themes by the rows of their cards; no word stands in two labels."""
        weighed = [self._weigh(rows) for rows in themes]
        words = sorted({word for own in weighed for word in own})
        meant = self._mean(words)
        taken: list[str] = []
        labels = []
        for rows, own in zip(themes, weighed, strict=True):
            middle = unit(self.vectors[list(rows)].sum(axis=0, keepdims=True))[0]
            strength = {
                word: round(weight * max(0.0, 0.2 + float(meant[word] @ middle)), DECIMALS)
                for word, weight in own.items()
            }
            chosen = _choose(strength, taken)
            taken += chosen
            labels.append(list_words(chosen, self._language(rows)))
        return labels

    def _language(self, rows: Sequence[int]) -> str:
        """Give the language that most of a theme's cards are in, the first of equals."""
        spoken = Counter(self.drafts[row].language for row in rows)
        return min(spoken, key=lambda language: (-spoken[language], language))

    def _weigh(self, rows: Sequence[int]) -> dict[str, float]:
        """Weigh the words of a theme's language by how much they tell it from the others."""
        language = self._language(rows)
        own = [row for row in rows if self.drafts[row].language == language]
        words = {word for row in own for word in _words_of(self.drafts[row].text)}
        found = {}
        for word in sorted(words):
            stem = stem_of(word)
            within = sum(stem in self._texts[row] for row in rows)
            among = sum(stem in text for text in self._texts)
            usual = sum(stem in text for text in self._usual) / len(self._usual)
            if usual <= EVERYDAY:
                rarity = -np.log(max(usual, 0.5 / len(self._usual)))
                found[word] = float(within * within / among * rarity)
        return found

    def _mean(self, words: Sequence[str]) -> dict[str, Vectors]:
        """Give the vector of each word."""
        if not words:
            return {}
        languages = [self._spoken[word] for word in words]
        vectors = read_questions(words, self.embedder, self.progress, languages).vectors
        return dict(zip(words, vectors, strict=True))

    @cached_property
    def _spoken(self) -> dict[str, str]:
        """Give the language of the first card that says a word."""
        spoken: dict[str, str] = {}
        for draft in self.drafts:
            for word in _words_of(draft.text):
                spoken.setdefault(word, draft.language)
        return spoken

    @cached_property
    def _texts(self) -> list[str]:
        return [draft.text.casefold() for draft in self.drafts]

    @cached_property
    def _usual(self) -> list[str]:
        reference = [text for language in Language for text in reference_texts(language)[1]]
        return [text.casefold() for text in (*self.at_large, *reference)]


def _words_of(text: str) -> list[str]:
    """Give the words of a text that are not names; a capital at its beginning is no sign of one."""
    lowered = text[:1].lower() + text[1:]
    return [word for word in _WORD.findall(lowered) if word == word.lower()]


def _choose(strength: dict[str, float], taken: Sequence[str]) -> list[str]:
    """Choose the strongest words that are neither kin of each other nor of those taken."""
    chosen: list[str] = []
    order = sorted(strength, key=lambda word: (-strength[word], word))
    for word in order:
        if chosen and strength[word] < WEAK * strength[chosen[0]]:
            break
        if not any(is_kindred(word, other) for other in (*chosen, *taken)):
            chosen.append(word)
        if len(chosen) == NAMED:
            break
    return chosen or order[:1]
