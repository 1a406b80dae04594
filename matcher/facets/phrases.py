"""Phrases of two telling words as they stand in texts: "cirkulär upphandling", "care at home".

A phrase is two content words, side by side or with one linking word between, before a sign, a
verb or a linking word, so that nothing is cut off in its middle. No tagger of parts of speech is
at hand: a word counts as a verb that mostly follows an infinitive's mark, a modal verb or a
subject, and two words side by side are no phrase where the first looks like a plural or a verb.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from matcher.core.arrays import Floats
from matcher.facets.stop_words import stop_words
from matcher.facets.words import LEAST_LETTERS, has_part, is_kindred
from models.canonical import DECIMALS

Phrase: TypeAlias = tuple[str, ...]
Nearness: TypeAlias = Callable[[Sequence[str]], Floats]

MOSTLY = 0.5
"""Share of its occurrences in a verb's place from which on a word is a verb."""
AGAIN = 0.25
"""How much more a phrase weighs for each further text that it stands in."""
WEIGHED = 12
"""Phrases whose meaning is read at most."""

_LINKS = """
and at auf av bei et for fra från für för i im in med mellan mit mot och of om on og or på til till
und utan with without zum zur
"""
_AHEAD = """
att can could der ich jag kan können man may must måste ni ska skal skall skulle som they to vi vil
vill we who will wir you
"""
_LINKING, _BEFORE_VERBS = frozenset(_LINKS.split()), frozenset(_AHEAD.split())
_TOKEN = re.compile(r"[\w-]+|[^\w\s]")
_PLURAL = re.compile(r"(?:ar|er|or|as)$")


def find_verbs(texts: Iterable[str]) -> frozenset[str]:
    """Find the words that mostly stand where verbs do, in lower case."""
    said: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for text in texts:
        tokens = _TOKEN.findall(text.casefold())
        said.update(tokens)
        placed.update(word for ahead, word in pairwise(tokens) if ahead in _BEFORE_VERBS)
    return frozenset(word for word, count in placed.items() if count >= MOSTLY * said[word])


def is_content(word: str) -> bool:
    """Say whether a word is one of content, and not written as a name is."""
    return (
        len(word) >= LEAST_LETTERS
        and word.isalpha()
        and word == word.lower()
        and word not in stop_words()
    )


def find_phrases(
    texts: Iterable[str], is_telling: Callable[[str], bool], verbs: frozenset[str]
) -> Counter[Phrase]:
    """Find the phrases of texts, and in how many of them each stands.

    Parameters
    ----------
    is_telling : callable
        Says whether a word of content may be in a phrase.
    verbs : frozenset of str
        Words that are in none.

    Examples
    --------
    >>> texts = ["Färdiga mallar för cirkulär upphandling, och vi lagar cyklar i parken."]
    >>> [" ".join(phrase) for phrase in find_phrases(texts, lambda word: True, frozenset())]
    ['cirkulär upphandling', 'cyklar i parken']
    """
    found: Counter[Phrase] = Counter()
    for text in texts:
        found.update(list(dict.fromkeys(_phrases_of(text, is_telling, verbs))))
    return found


def _phrases_of(
    text: str, is_telling: Callable[[str], bool], verbs: frozenset[str]
) -> Iterator[Phrase]:
    """Give the phrases of a text, again where they stand again."""
    tokens = [*_TOKEN.findall(text), "", "", ""]
    fits = [is_content(word) and word not in verbs for word in tokens]
    for i in range(len(tokens) - 3):
        if not fits[i]:
            continue
        is_linked = tokens[i + 1].lower() in _LINKING
        last = i + 2 if is_linked else i + 1
        if not fits[last] or _goes_on(tokens[last + 1], verbs):
            continue
        if not is_linked and _PLURAL.search(tokens[i]):
            continue
        if is_telling(tokens[i]) and is_telling(tokens[last]):
            yield tuple(tokens[i : last + 1])


def _goes_on(word: str, verbs: frozenset[str]) -> bool:
    """Say whether what stands before a word may be cut off there: no link, verb or sign."""
    return word.isalpha() and word.lower() not in _LINKING | _BEFORE_VERBS | verbs


def choose_phrase(
    found: Mapping[Phrase, int],
    weights: Mapping[str, float],
    taken: Sequence[str],
    nearness: Nearness,
) -> Phrase | None:
    """Choose the phrase that tells most of a theme, the first by letters of equals.

    Parameters
    ----------
    found : mapping of phrase to int
        In how many texts each stands.
    weights : mapping of str to float
        The theme's words, one of which a phrase has at least.
    taken : sequence of str
        Words that no phrase may have again.
    nearness : callable
        Gives how near phrases are to the theme in meaning, 0 and more.
    """
    weighed = {}
    for phrase, count in found.items():
        ends = (phrase[0], phrase[-1])
        if any(is_kindred(word, other) for word in ends for other in taken):
            continue
        own = sum(w for word, w in weights.items() if any(has_part(one, word) for one in ends))
        if own > 0 and not is_kindred(*ends):
            weighed[phrase] = own * (1 + AGAIN * (count - 1))
    best = sorted(weighed, key=lambda phrase: (-weighed[phrase], phrase))[:WEIGHED]
    if not best:
        return None
    near = nearness([" ".join(phrase) for phrase in best])
    told = [
        round(weighed[phrase] * float(n), DECIMALS) for phrase, n in zip(best, near, strict=True)
    ]
    return min(zip(best, told, strict=True), key=lambda one: (-one[1], one[0]))[0]
