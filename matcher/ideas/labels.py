"""What a theme is called: a phrase of its own cards, else two or three of their telling words.

A word tells where several of the theme's cards say it, other cards hardly do, few texts do at
large, and it lies near the theme in meaning. The phrase is the one with most of such words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats
from matcher.embedding.comparison import read_questions
from matcher.embedding.languages import unit
from matcher.embedding.port import Embedder, Vectors
from matcher.embedding.trial import reference_texts
from matcher.facets.phrases import Phrase, choose_phrase, find_phrases, find_verbs, is_content
from matcher.facets.words import is_kindred, stem_of
from matcher.ideas.drafts import Draft
from models.canonical import DECIMALS
from models.ports.progress import Progress
from models.text import Language
from models.wording import list_words

NAMED = 3
"""Words of a label at most."""
WEAK = 0.5
"""Share of the strongest word's weight below which a third word does not stand beside it, and a
word does not make a phrase."""
SOME = 0.2
"""What is added to the nearness of words and phrases to a theme."""
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
                word: round(weight * max(0.0, SOME + float(meant[word] @ middle)), DECIMALS)
                for word, weight in own.items()
            }
            phrase = self._say(rows, strength, middle, taken)
            chosen = [phrase[0], phrase[-1]] if phrase else _choose(strength, taken)
            taken += chosen
            labels.append(" ".join(phrase) or list_words(chosen, self._language(rows)))
        return labels

    def _say(
        self, rows: Sequence[int], strength: dict[str, float], middle: Vectors, taken: Sequence[str]
    ) -> Phrase:
        """Give the phrase of a theme's cards that tells most of it, or none."""
        language = self._language(rows)
        texts = [_begin(self.drafts[i].text) for i in rows if self.drafts[i].language == language]
        least = WEAK * max(strength.values(), default=0.0)
        strong = {word: own for word, own in strength.items() if own >= least}

        def measure(phrases: Sequence[str]) -> Floats:
            spoken = [language] * len(phrases)
            vectors = read_questions(phrases, self.embedder, self.progress, spoken).vectors
            near: Floats = np.maximum(0, SOME + vectors @ middle).astype(np.float64)
            return near

        found = find_phrases(texts, self._is_telling, self._verbs)
        return choose_phrase(found, strong, taken, measure) or ()

    def _language(self, rows: Sequence[int]) -> str:
        """Give the language that most of a theme's cards are in, the first of equals."""
        spoken = Counter(self.drafts[row].language for row in rows)
        return min(spoken, key=lambda language: (-spoken[language], language))

    def _weigh(self, rows: Sequence[int]) -> dict[str, float]:
        """Weigh the words of a theme's language by how much they tell it from the others."""
        language = self._language(rows)
        own = [row for row in rows if self.drafts[row].language == language]
        words = {word for row in own for word in _words_of(self.drafts[row].text)}
        content = {word for word in words if is_content(word) and word not in self._verbs}
        found = {}
        for word in sorted(content or words):
            stem = stem_of(word)
            within = sum(stem in self._texts[row] for row in rows)
            among = sum(stem in text for text in self._texts)
            usual = self._share_at_large(stem)
            if usual <= EVERYDAY:
                rarity = -np.log(max(usual, 0.5 / len(self._usual)))
                found[word] = float(within * within / among * rarity)
        return found

    def _share_at_large(self, stem: str) -> float:
        return sum(stem in text for text in self._usual) / len(self._usual)

    def _is_telling(self, word: str) -> bool:
        return self._share_at_large(stem_of(word)) <= EVERYDAY

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return find_verbs([*self._texts, *self._usual])

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


def _begin(text: str) -> str:
    """Give a text with a small letter first: a capital there is no sign of a name."""
    return text[:1].lower() + text[1:]


def _words_of(text: str) -> list[str]:
    """Give the words of a text that are not names."""
    return [word for word in _WORD.findall(_begin(text)) if word == word.lower()]


def _choose(strength: dict[str, float], taken: Sequence[str]) -> list[str]:
    """Choose the strongest words that are neither kin of each other nor of those taken."""
    chosen: list[str] = []
    order = sorted(strength, key=lambda word: (-strength[word], word))
    for word in order:
        if len(chosen) > 1 and strength[word] < WEAK * strength[chosen[0]]:
            break
        if not any(is_kindred(word, other) for other in (*chosen, *taken)):
            chosen.append(word)
        if len(chosen) == NAMED:
            break
    return chosen or order[:1]
