"""What a facet is called: a phrase that actors say, else a few of its telling words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matcher.core.arrays import Floats
from matcher.embedding.port import Vectors
from matcher.facets.phrases import Nearness, Phrase, choose_phrase
from matcher.facets.words import is_kindred, stem_of
from models.canonical import DECIMALS
from models.wording import list_words

NAMED = 3
"""Words of a label at most where no phrase is said."""


@dataclass(frozen=True, eq=False)
class FacetLabeller:
    """Names the themes that a challenge's telling words fall into.

    Attributes
    ----------
    words : sequence of str
        The telling words.
    weights : (W,) float array
    places : (W, d) float array
        Where they lie.
    phrases : sequence of mappings of phrase to int
        What near actors say, and how many do; the first in which a theme has one is taken.
    title : str
        The challenge's, which no label repeats.
    language : str
    nearness : callable
        Gives, for the places of a theme's words, what says how near phrases are to it.
    spell : callable
        Gives the usual ending of a word.
    """

    words: Sequence[str]
    weights: Floats
    places: Vectors
    phrases: Sequence[Mapping[Phrase, int]]
    title: str
    language: str
    nearness: Callable[[Vectors], Nearness]
    spell: Callable[[str], str]

    def name(self, themes: Sequence[Sequence[int]]) -> list[str]:
        """Name themes by the rows of their words, the strongest first.

        No word stands in two labels. A theme of which a single word is left has none.
        """
        taken: list[str] = []
        labels = []
        for theme in themes:
            own = [i for i in theme if stem_of(self.words[i]) not in self.title.casefold()]
            phrase = self._find(theme, own, taken)
            if phrase is not None:
                taken += [phrase[0], phrase[-1]]
                labels.append(" ".join(phrase))
            elif len(named := self._list(own, taken)) > 1:
                taken += named
                labels.append(list_words([self.spell(word) for word in named], self.language))
        return labels

    def _find(
        self, theme: Sequence[int], own: Sequence[int], taken: Sequence[str]
    ) -> Phrase | None:
        """Find the phrase that tells most of a theme, among those that tell more than its title."""
        weights = {self.words[i]: float(self.weights[i]) for i in own}
        nearness = self.nearness(self.places[list(theme)])
        found = (choose_phrase(said, weights, taken, nearness) for said in self.phrases)
        return next((phrase for phrase in found if phrase is not None), None)

    def _list(self, own: Sequence[int], taken: Sequence[str]) -> list[str]:
        """Give a theme's strongest words, the nearest other one beside a single one."""
        free = [i for i, word in enumerate(self.words) if not _is_taken(word, taken)]
        named = [i for i in own if i in free][:NAMED]
        if len(named) == 1:
            [only] = named
            near = self.places @ self.places[only]
            beside = [i for i in free if not is_kindred(self.words[i], self.words[only])]
            named += sorted(beside, key=lambda i: (-round(float(near[i]), DECIMALS), i))[:1]
        return [self.words[i] for i in named]


def _is_taken(word: str, taken: Sequence[str]) -> bool:
    return any(is_kindred(word, other) for other in taken)
