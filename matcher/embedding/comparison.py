"""How near authors' words are to questions, before the map onto [0, 1].

Three things are added: the passages nearest to the question, the profile as a whole, and
the character n-grams that both have. Vectors are centred by language and, where the model
has one, taken over a bridge on which Swedish and English texts of the same content meet.

Before a short question one shared word counts in full only where meaning is near, too: a housing
company that mentions a summer job is not about first jobs.

A sentence that mostly repeats the question tells little of its author: passages with such
sentences bring it hardly nearer than its other passages do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.core.arrays import Bools, Floats, Ints
from matcher.embedding.bridge import cross
from matcher.embedding.languages import centre, find_middles, languages_of, read_middles, unit
from matcher.embedding.lexical import Grams, first_of
from matcher.embedding.passages import Passage
from matcher.embedding.port import Embedder, TextKind, Vectors
from models.ports.progress import Progress

STRETCH = 2
"""Passages in a row that are held against the question together."""
SECOND = 0.25
"""Share of the second-nearest stretch beside the nearest."""
WHOLE = 0.25
"""Weight of the profile as a whole beside its nearest stretches."""
LEXICAL = 1.5
"""Weight of the overlap of n-grams."""
PARTS = {"description": 1.0, "offers": 1.0, "seeks": 0.5}
"""What each column weighs in the profile as a whole, however long it is."""
QUOTED = 0.05
"""How much nearer than its author's other passages one counts that quotes the question."""
ONLY_QUOTED = 0.5
"""How near it counts at most where there are no others."""
QUOTED_SHARE = 1 / 3
"""Share of a passage's characters from which on it counts as quoting."""
EVEN = 128
"""Rows of matrix products are filled up to multiples of so many."""
UNMEANT, MEANT = 0.4, 0.8
"""How near a stretch is up to which one shared word does not make a shared matter, and from
which on it is one."""
_LEAST = 1e-9


@dataclass(frozen=True, eq=False)
class Questions:
    """Questions that have been read.

    Attributes
    ----------
    vectors : (Q, d) float array
        Centred unit vectors.
    """

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    vectors: Vectors

    def part(self, start: int, stop: int) -> "Questions":
        """Give some of the questions in a row."""
        which = slice(start, stop)
        return Questions(self.texts[which], self.languages[which], self.vectors[which])


@dataclass(frozen=True, eq=False)
class Profiles:
    """Authors whose words have been read.

    Attributes
    ----------
    passages : tuple of tuple of Passage
        By author; one without words has none.
    starts : (P + 1,) int array
        Where each author's passages start among all.
    vectors : (M, d) float array
        Centred unit vectors of all passages.
    shares : (M,) float array
        What each passage counts in its author's whole.
    whole : (P, d) float array
        The authors' whole; unit vectors, or zeros for one without words.
    """

    passages: tuple[tuple[Passage, ...], ...]
    starts: Ints
    vectors: Vectors
    shares: Floats
    whole: Vectors
    languages: tuple[str, ...]

    @cached_property
    def grams(self) -> Grams:
        """Their n-grams, found when first asked for."""
        texts = [" ".join(passage.text for passage in own) for own in self.passages]
        return Grams(texts, self.languages)

    @cached_property
    def reach(self) -> Floats:
        """Lengths of the authors' sums of passages by their shares, at least a little: (P,)."""
        sums = _sums(self.shares[:, None] * self.vectors, self.starts)
        lengths: Floats = np.maximum(np.linalg.norm(sums, axis=1), _LEAST)
        return lengths

    @cached_property
    def stretches(self) -> "Stretches":
        """Their stretches, found when first asked for."""
        return _find_stretches(self.starts, self.vectors)


@dataclass(frozen=True, eq=False)
class Stretches:
    """Passages in a row; an author of fewer passages than `STRETCH` has one stretch.

    Attributes
    ----------
    first, last : (W,) int arrays
        Its first passage among all, and the one after its last.
    lengths : (W,) float array
        Of the sums of its passages' vectors, at least a little.
    starts : (P + 1,) int array
        Where each author's stretches start.
    """

    first: Ints
    last: Ints
    lengths: Floats
    starts: Ints

    def near(self, passages: Floats) -> Floats:
        """Give how near stretches are, by their mean vectors, from passages (M, Q): (W, Q)."""
        near: Floats = _stretch_sums(passages, self.first, self.last) / self.lengths[:, None]
        return near

    def part(self, authors: Ints, passage_starts: Ints) -> "Stretches":
        """Give those of some authors, whose passages start there among theirs."""
        own = list_passages(self.starts, authors)
        counts = np.diff(self.starts)[authors]
        owners = np.repeat(np.arange(len(authors)), counts)
        moved = (
            passage_starts[owners]
            - np.minimum.reduceat(self.first[own], np.cumsum([0, *counts[:-1]]))[owners]
            if len(own)
            else own
        )
        return Stretches(
            self.first[own] + moved,
            self.last[own] + moved,
            self.lengths[own],
            np.cumsum([0, *counts], dtype=np.int64),
        )


@dataclass(frozen=True, eq=False)
class TextComparison:
    """How near profiles are to questions.

    Attributes
    ----------
    view : (P, Q) float array
        −1 or so for strangers' words, 0 for chance, 1 and more for the same matter.
    nearest : (P, Q) int array
        Number of the author's passage that is nearest, or −1 where there is none.
    """

    view: Floats
    nearest: Ints


def read_questions(
    texts: Sequence[str],
    embedder: Embedder,
    progress: Progress,
    languages: Sequence[str] | None = None,
) -> Questions:
    """Read questions; see `Embedder.embed` for what it raises.

    Parameters
    ----------
    languages : sequence of str, optional
        Told from the texts where they are not given.
    """
    spoken = tuple(languages or languages_of(texts, embedder))
    vectors = embedder.embed(texts, TextKind.QUERY, progress)
    middles = read_middles(embedder, TextKind.QUERY, progress)
    centred = centre(vectors, spoken, middles)
    return Questions(tuple(texts), spoken, cross(embedder, centred))


def read_profiles(
    passages: Sequence[Sequence[Passage]],
    embedder: Embedder,
    progress: Progress,
    languages: Sequence[str] | None = None,
) -> Profiles:
    """Read authors' passages; see `Embedder.embed` for what it raises.

    Parameters
    ----------
    languages : sequence of str, optional
        The authors'; told from their texts where they are not given.
    """
    if languages is None:
        texts = [" ".join(one.text for one in own) for own in passages]
        languages = languages_of(texts, embedder)
    spoken = [lang for lang, own in zip(languages, passages, strict=True) for _ in own]
    words = [passage.text for own in passages for passage in own]
    vectors = embedder.embed(words, TextKind.PASSAGE, progress)
    reference = read_middles(embedder, TextKind.PASSAGE, progress)
    middles = find_middles(vectors, spoken, reference, first_of(words))
    centred = cross(embedder, centre(vectors, spoken, middles))
    starts = np.cumsum([0, *(len(own) for own in passages)], dtype=np.int64)
    shares = _shares(passages)
    return Profiles(
        passages=tuple(tuple(own) for own in passages),
        starts=starts,
        vectors=centred,
        shares=shares,
        whole=unit(_sums(shares[:, None] * centred, starts).astype(np.float32)),
        languages=tuple(languages),
    )


def compare_profiles(
    profiles: Profiles, questions: Questions, *, may_quote: bool = False
) -> TextComparison:
    """Compare every profile with every question.

    Parameters
    ----------
    may_quote : bool
        Let a passage of the question's own words count in full: what is sought is best met
        by an offer in the same words.
    """
    starts = profiles.starts
    near = (profiles.vectors @ questions.vectors.T).astype(np.float64)
    instead: dict[tuple[int, int], str] = {}
    quoting = None if may_quote else _quoting(profiles, questions)
    if quoting is not None and quoting.any():
        honest, _ = _two_largest(np.where(quoting, -np.inf, near), starts)
        most = np.where(np.isinf(honest), ONLY_QUOTED, honest + QUOTED)
        owners = np.repeat(np.arange(len(honest)), np.diff(starts))
        near = np.where(quoting, np.minimum(near, most[owners]), near)
        quotes = (_sums(quoting, starts) > 0) & ~np.isinf(honest)
        instead = {
            (a, q): _unquoted(profiles, a, quoting[:, q]) for a, q in np.argwhere(quotes).tolist()
        }
    overlap = profiles.grams.overlap(questions.texts, questions.languages, instead)
    whole = _sums(profiles.shares[:, None] * near, starts) / profiles.reach[:, None]
    surplus = profiles.grams.surplus(profiles.grams.read(questions.texts))
    for author, question in instead:
        surplus[author, question] = 0
    view = _view(near, profiles.stretches, whole, overlap, surplus)
    return TextComparison(view, _nearest(near, starts))


def view_part(
    profiles: Profiles, authors: Ints, questions: Vectors, overlap: Floats, surplus: Floats
) -> Floats:
    """View some authors as `compare_profiles` does among all, where quoting counts in full: (p, q).

    Parameters
    ----------
    authors : (p,) int array
        Who have passages, all of them.
    questions : (q, d) float array
        Centred unit vectors.
    overlap : (p, q) float array
        Of their n-grams, as `Grams.overlap` gives it.
    surplus : (p, q) float array
        As `Grams.surplus` gives it.
    """
    own = list_passages(profiles.starts, authors)
    starts = np.cumsum([0, *np.diff(profiles.starts)[authors]], dtype=np.int64)
    near = _product(profiles.vectors[own], questions).astype(np.float64)
    whole = _sums(profiles.shares[own, None] * near, starts) / profiles.reach[authors, None]
    return _view(near, profiles.stretches.part(authors, starts), whole, overlap, surplus)


def _view(
    near: Floats, stretches: Stretches, whole: Floats, overlap: Floats, surplus: Floats
) -> Floats:
    """Add up what brings authors near to questions; a word's surplus by what is meant alone."""
    best, second = _two_largest(stretches.near(near), stretches.starts)
    overlap = overlap - np.clip((MEANT - best) / (MEANT - UNMEANT), 0, 1) * surplus
    view: Floats = (1 - SECOND) * best + SECOND * second + WHOLE * whole + LEXICAL * overlap
    return view


def _product(passages: Vectors, questions: Vectors) -> Vectors:
    """Give the cosines of passages with questions, each the same whatever stands beside it.

    Matrix products sum few rows in another order than many: both sides are filled up.
    """
    filled = []
    for rows in (passages, questions):
        count = -len(rows) % EVEN + len(rows)
        filled.append(np.zeros((count, rows.shape[1]), dtype=np.float32))
        filled[-1][: len(rows)] = rows
    product: Vectors = (filled[0] @ filled[1].T)[: len(passages), : len(questions)]
    return product


def list_passages(starts: Ints, authors: Ints) -> Ints:
    """Give the places of all that some authors have, one author after the other."""
    counts = np.diff(starts)[authors]
    ends = np.cumsum(counts)
    places: Ints = np.arange(counts.sum()) + np.repeat(starts[authors] - ends + counts, counts)
    return places


def _unquoted(profiles: Profiles, author: int, quoting: Bools) -> str:
    """Give an author's words without the passages that quote."""
    own = zip(profiles.passages[author], quoting[profiles.starts[author] :], strict=False)
    return " ".join(passage.text for passage, quotes in own if not quotes)


def _find_stretches(passage_starts: Ints, vectors: Vectors) -> Stretches:
    """Find the stretches of authors' passages and how long their sums are."""
    counts = np.diff(passage_starts)
    own = np.where(counts > 0, np.maximum(1, counts - STRETCH + 1), 0)
    starts = np.r_[0, np.cumsum(own)]
    owners = np.repeat(np.arange(len(counts)), own)
    first = passage_starts[owners] + np.arange(len(owners)) - starts[owners]
    last = np.minimum(first + STRETCH, passage_starts[owners + 1])
    lengths = np.linalg.norm(_stretch_sums(vectors, first, last), axis=1)
    return Stretches(first, last, np.maximum(lengths, _LEAST), starts)


def _quoting(profiles: Profiles, questions: Questions) -> Bools:
    """Say which passages mostly repeat a question: (M, Q)."""
    passages = [passage for own in profiles.passages for passage in own]
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    copied = profiles.grams.copied(sentences, questions.texts)
    lengths = np.array([len(sentence) for sentence in sentences], dtype=np.float64)
    starts = np.cumsum([0, *(len(passage.sentences) for passage in passages)])[:-1]
    if not len(sentences):
        return np.zeros((0, len(questions.texts)), dtype=bool)
    repeated = np.add.reduceat(copied * lengths[:, None], starts, axis=0)
    quoting: Bools = repeated > QUOTED_SHARE * np.add.reduceat(lengths, starts)[:, None]
    return quoting


def _two_largest(values: Floats, starts: Ints) -> tuple[Floats, Floats]:
    """Give each author's largest and second-largest value: (P, Q) each.

    None is −∞; one alone stands for both.
    """
    shape = (len(starts) - 1, values.shape[1])
    best, second = np.full(shape, -np.inf), np.full(shape, -np.inf)
    spoken = np.diff(starts) > 0
    if spoken.any():
        firsts = starts[:-1][spoken]
        best[spoken] = np.maximum.reduceat(values, firsts, axis=0)
        others = values.copy()
        places = firsts[:, None] + _nearest(values, starts)[spoken]
        np.put_along_axis(others, places, -np.inf, axis=0)
        second[spoken] = np.maximum.reduceat(others, firsts, axis=0)
    return best, np.where(np.isinf(second), best, second)


def _nearest(values: Floats, starts: Ints) -> Ints:
    """Give the number of each author's first largest value: (P, Q), −1 for none."""
    nearest = np.full((len(starts) - 1, values.shape[1]), -1, dtype=np.int64)
    spoken = np.diff(starts) > 0
    if spoken.any():
        firsts = starts[:-1][spoken]
        best = np.maximum.reduceat(values, firsts, axis=0)
        is_best = values == np.repeat(best, np.diff(starts)[spoken], axis=0)
        numbers = np.where(is_best, np.arange(len(values))[:, None], len(values))
        nearest[spoken] = np.minimum.reduceat(numbers, firsts, axis=0) - firsts[:, None]
    return nearest


def _sums(values: NDArray[Any], starts: Ints) -> Floats:
    """Give each author's sums, which depend on no other author: (P, …) of (M, …)."""
    sums = np.zeros((len(starts) - 1, *values.shape[1:]))
    spoken = np.diff(starts) > 0
    if spoken.any():
        sums[spoken] = np.add.reduceat(values.astype(np.float64), starts[:-1][spoken], axis=0)
    return sums


def _stretch_sums(values: NDArray[Any], first: Ints, last: Ints) -> Floats:
    """Give the sums of stretches from a first row to before a last one: (W, …) of (M, …)."""
    sums: Floats = values[first].astype(np.float64)
    for k in range(1, STRETCH):
        goes_on = first + k < last
        sums[goes_on] += values[first[goes_on] + k]
    return sums


def _shares(passages: Sequence[Sequence[Passage]]) -> Floats:
    """Give what each passage counts: (M,), a column as a whole by its weight."""
    shares = []
    for own in passages:
        counts = Counter(passage.part for passage in own)
        shares += [PARTS[passage.part] / counts[passage.part] for passage in own]
    return np.array(shares, dtype=np.float64)
