"""The lexical view: character n-grams, which find names, terms and the parts of compounds.

Cosine of TF-IDF vectors of 3 to 5 characters within words, a strong baseline in Swedish.
Equal texts count once, however many authors have them, and the profiles of
`matcher.embedding.trial` count as authors too, so that few authors don't make the statistics.

A short question has few words, and one of them would bring a text as near to it as a shared matter
does. What the word that brings most brings beyond `MOST` is told apart, as a surplus.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.sparse import csr_array

from matcher.core.arrays import Bools, Floats, Ints
from matcher.embedding.trial import reference_texts
from models.text import Language

MOST = 0.05
"""Cosine that one word of a short question brings without doubt."""
SHORT, LONG = 200, 400
"""N-grams of a question up to which it is a short one, and from which on it is none."""
HELP = 8
"""Authors that the expected overlap counts as, beside a season's own."""
EXPECTED = {True: 0.055, False: 0.015}
"""Mean cosine of unrelated texts in the same language, and in two; from docs/quality.md."""
QUOTED = 0.01
"""How much more cosine words bring that stand in the question, too."""
HALF = 0.5
"""Share of squared weights from which on words count as a question's own."""
USUAL_MOST = 0.15
"""What one author counts at most in what texts have in common anyway."""
EVERYDAY = 0.12
"""Share of the reference texts of a kind that say a word which is no evidence."""
WORD = re.compile(r"\w{3,}")
_CHUNK = 4_000


@dataclass(frozen=True, eq=False)
class AskedGrams:
    """The n-grams of questions.

    Attributes
    ----------
    rows : (Q, G) sparse array
    short : (Q,) float array
        How short each question is, from 0 to 1.
    words : (W, G) sparse array
        The part of the n-grams that stand in one word of a short question, word by word.
    starts : (Q + 1,) int array
        Where each question's words start.
    """

    rows: csr_array
    short: Floats
    words: csr_array
    starts: Ints

    def part(self, questions: Ints) -> "AskedGrams":
        """Give some of the questions, in their order."""
        counts = np.diff(self.starts)[questions]
        starts = np.cumsum([0, *counts], dtype=np.int64)
        words = np.arange(starts[-1]) + np.repeat(self.starts[questions] - starts[:-1], counts)
        return AskedGrams(self.rows[questions], self.short[questions], self.words[words], starts)


class Grams:
    """The n-grams of some authors' texts.

    Parameters
    ----------
    texts : sequence of str
        One for each author.
    languages : sequence of str
    """

    def __init__(self, texts: Sequence[str], languages: Sequence[str]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._languages = sorted(set(languages))
        self.spoken = np.array([self._languages.index(one) for one in languages], dtype=np.int64)
        """The number of each author's language, in alphabetical order: (P,)."""
        self._counted = first_of(texts)
        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32
        )
        reference = [text for language in Language for text in reference_texts(language)[1]]
        self._vectorizer.fit([*dict.fromkeys(texts), *reference])
        self._documents = self._transform(texts)

    def overlap(
        self,
        questions: Sequence[str],
        languages: Sequence[str],
        instead: Mapping[tuple[int, int], str],
    ) -> Floats:
        """Give the cosines less what texts of those languages have in common anyway: (P, Q).

        Parameters
        ----------
        instead : mapping of (author, question) to str
            Texts that stand for an author's own before a question, as far as they give less.
        """
        asked = self.read(questions)
        cosines = self.cosines(asked)
        if instead:
            texts = list(dict.fromkeys(instead.values()))
            row = {text: i for i, text in enumerate(texts)}
            others = np.asarray((self._transform(texts) @ asked.rows.T).toarray())
            for (author, question), text in instead.items():
                other = float(others[row[text], question]) + QUOTED
                cosines[author, question] = min(cosines[author, question], other)
        cosines -= self.usual(cosines, languages)[self.spoken]
        return cosines

    def read(self, questions: Sequence[str]) -> "AskedGrams":
        """Give the n-grams of questions."""
        rows = self._transform(questions)
        counts = np.diff(rows.indptr).astype(np.float64)
        short = np.clip((LONG - counts) / (LONG - SHORT), 0, 1)
        words = [
            dict.fromkeys(question.lower().split()) if share > 0 else {}
            for question, share in zip(questions, short.tolist(), strict=True)
        ]
        starts = np.cumsum([0, *map(len, words)], dtype=np.int64)
        said = self._transform([word for own in words for word in own])
        said.data[:] = 1.0
        owners = np.repeat(np.arange(len(words)), np.diff(starts))
        return AskedGrams(rows, short, csr_array(said.multiply(rows[owners])), starts)

    def cosines(self, asked: "AskedGrams", authors: Ints | None = None) -> Floats:
        """Give the cosines of some authors' texts, or of all, with questions: (P, Q)."""
        documents = self._documents if authors is None else self._documents[authors]
        return np.asarray((documents @ asked.rows.T).toarray(), dtype=np.float64)

    def surplus(self, asked: "AskedGrams", authors: Ints | None = None) -> Floats:
        """Give what one word of a short question brings beyond `MOST`, else 0: (P, Q)."""
        documents = self._documents if authors is None else self._documents[authors]
        brought = (documents @ asked.words.T).tocoo()
        is_much = brought.data > MOST
        owners = np.repeat(np.arange(len(asked.short)), np.diff(asked.starts))
        surplus = np.zeros((documents.shape[0], len(asked.short)))
        places = brought.row[is_much], owners[brought.col[is_much]]
        np.maximum.at(surplus, places, brought.data[is_much] - MOST)
        return surplus * asked.short

    def _transform(self, texts: Sequence[str]) -> csr_array:
        """Give the n-grams of texts, a row each, with squares whose sum is 1."""
        if not len(texts):
            return csr_array((0, len(self._vectorizer.vocabulary_)), dtype=np.float32)
        return csr_array(self._vectorizer.transform(texts))

    def usual(self, cosines: Floats, languages: Sequence[str]) -> Floats:
        """Give what texts have in common with questions anyway, by the authors' language: (L, Q).

        Parameters
        ----------
        cosines : (P, Q) float array
            Of all authors.
        languages : sequence of str
            Of the questions.
        """
        usual = np.zeros((len(self._languages), len(languages)))
        for number, language in enumerate(self._languages):
            same = np.array([EXPECTED[language == other] for other in languages])
            counted = (self.spoken == number) & self._counted
            sums = np.minimum(cosines[counted], USUAL_MOST).sum(axis=0) + HELP * same
            usual[number] = sums / (counted.sum() + HELP)
        return usual

    def copied(self, sentences: Sequence[str], questions: Sequence[str]) -> Bools:
        """Say which sentences mostly consist of a question's words: (S, Q)."""
        asked = csr_array(self._vectorizer.transform(questions))
        asked.data[:] = 1.0
        found = np.zeros((len(sentences), len(questions)), dtype=bool)
        for start in range(0, len(sentences), _CHUNK):
            part = csr_array(self._vectorizer.transform(sentences[start : start + _CHUNK]))
            part.data **= 2
            found[start : start + _CHUNK] = (part @ asked.T).toarray() > HALF
        return found

    def shared_words(self, text: str, question: str, count: int) -> tuple[str, ...]:
        """Give the words of a text that a question has too, whole or in part.

        Parameters
        ----------
        count : int
            How many at most.

        Returns
        -------
        tuple of str
            Those of which more than half lies in the question, the rarest first; none that
            are said whatever a text is about.
        """
        said = dict.fromkeys(WORD.findall(text.casefold()))
        words = [word for word in said if word not in everyday_words()]
        if not words:
            return ()
        rows = csr_array(self._vectorizer.transform(words))
        asked = csr_array(self._vectorizer.transform([question]))
        asked.data[:] = 1.0
        rarity = (rows != 0).astype(np.float64) @ self._vectorizer.idf_**2
        rows.data **= 2
        share = (rows @ asked.T).toarray()[:, 0]
        order = np.argsort(-share * rarity, kind="stable")
        return tuple(words[i] for i in order.tolist() if share[i] > HALF)[:count]


@cache
def everyday_words() -> frozenset[str]:
    """Give the words that are said whatever a text is about, by the reference texts."""
    found: set[str] = set()
    for language in Language:
        questions, profiles = reference_texts(language)
        for texts in (questions, profiles):
            said = Counter(word for text in texts for word in set(WORD.findall(text.casefold())))
            found |= {word for word, count in said.items() if count >= EVERYDAY * len(texts)}
    return frozenset(found)


def first_of(texts: Sequence[str]) -> Bools:
    """Say which texts have not come before: (n,)."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(text, i) == i for i, text in enumerate(texts)], dtype=bool)
