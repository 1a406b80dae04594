"""Proposes the sub-needs (facets) of a challenge, in its own words and in the pool's.

1. The questions in a challenge's description are facets by themselves where there are several.
2. Of the actors near the challenge, the telling words are taken: rare ones that several of
   them say, that others hardly say, and that lie near the challenge in meaning. What nearly
   all or only one of them says tells no parts apart.
3. The words are clustered by what they mean and by the passages that they stand in. The phrase
   of near actors that tells most of a cluster is its label, else its strongest words.
4. Each label is held against everybody's words as the criterion `coverage` will do it.

Only visible actors lend words. Nothing is drawn at random, and the order of the actors does
not matter.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.embedding.comparison import Profiles, Questions, compare_profiles, read_questions
from matcher.embedding.languages import unit
from matcher.embedding.port import Embedder, Vectors
from matcher.embedding.reading import read_words
from matcher.embedding.scales import scale_of
from matcher.embedding.trial import reference_texts
from matcher.facets.labels import FacetLabeller
from matcher.facets.phrases import Nearness, Phrase, find_phrases, find_verbs, is_content
from matcher.facets.words import (
    ENDING,
    FEWEST,
    MOST,
    cluster_words,
    is_inflected,
    is_kindred,
    stem_of,
)
from models.canonical import DECIMALS
from models.challenges import Challenge
from models.discretion import Discretion
from models.errors import NotFound
from models.facets import ProposedFacet, ProposedFacets
from models.people import People
from models.ports.progress import Progress
from models.seasons import Season
from models.text import Language
from models.viewers import PUBLIC, may_see

LEAST_FIT = 0.5
"""Fit from which on an actor is near a challenge, or speaks of a facet."""
LEAST_ACTORS = 6
"""Near actors from which on their words are worth clustering."""
MOST_ACTORS = 150
"""Near actors whose words are taken at most."""
OTHERS = 600
"""Other actors that their words are held against at most."""
WORDS = 30
"""Telling words of a challenge."""
BEST = 3
COMMON = 0.6
"""Share of the near actors who say a word that no longer tells them apart."""
EVERYDAY = 0.1
"""Share of the other actors who say a word that is no longer of the matter."""
SOME = 0.2
"""What is added to the nearness of a phrase to a theme beside that to the challenge."""
AWAY = 0.7
"""How much of what all near words share, the challenge itself, is taken off to cluster them."""

_HOST = re.compile(r"\S+://\S+|\b\w+\.\w[\w.]*")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
_QUESTION = re.compile(r"[^.!?…\n]+\?")


def propose_facets(
    season: Season,
    people: People,
    embedder: Embedder,
    progress: Progress,
    challenge_id: str | None = None,
    count: int | None = None,
) -> tuple[ProposedFacets, ...]:
    """Propose facets for a challenge, or for all of them in the file's order.

    Parameters
    ----------
    people : People
        Whose addresses no example gives away.
    count : int, optional
        How many for each at most; without it, as many as the words fall into.

    Raises
    ------
    NotFound
        `challenge_not_found`: there is no such challenge.
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    known = list(season.challenge_index)
    if challenge_id is not None and challenge_id not in known:
        raise NotFound("challenge_not_found", name=challenge_id, known=", ".join(known))
    reading = read_words(season, embedder, progress, with_offers=False)
    carriers = reading.carriers
    assert carriers is not None
    finder = FacetFinder(
        season, people, carriers.profiles, carriers.questions, reading.relevance, embedder, progress
    )
    asked = known if challenge_id is None else [challenge_id]
    return tuple(finder.propose(each, count) for each in asked)


@dataclass(frozen=True, eq=False)
class FacetFinder:
    """Finds facets in the words of a season's actors.

    Attributes
    ----------
    profiles : Profiles
        The actors' words, in the order of the season's actors.
    questions : Questions
        The challenges, in the order of the season's.
    relevance : (A, C) float array
    """

    season: Season
    people: People
    profiles: Profiles
    questions: Questions
    relevance: Floats
    embedder: Embedder
    progress: Progress

    def propose(self, challenge_id: str, count: int | None = None) -> ProposedFacets:
        """Propose facets for a challenge.

        Parameters
        ----------
        count : int, optional
            How many at most; without it, as many as the words fall into.

        Returns
        -------
        ProposedFacets
            Fewer facets, or none, where too few actors are near.
        """
        column = self.season.challenge_index[challenge_id]
        near = self._near(column)
        own = _own_questions(self.season.challenges[column])[: count or MOST]
        labels = [*own, *self._themes(column, near, None if count is None else count - len(own))]
        facets = self._measure(labels[: count or MOST])
        return ProposedFacets(challenge_id=challenge_id, near=len(near), facets=facets)

    @cached_property
    def _discretion(self) -> Discretion:
        return Discretion.towards(PUBLIC, self.season.actors)

    @cached_property
    def _shown(self) -> tuple[str, ...]:
        """Each actor's words without addresses and without the names of hidden actors."""
        return tuple(
            self._show(" ".join(passage.text for passage in own)) for own in self.profiles.passages
        )

    @cached_property
    def _stated(self) -> tuple[tuple[str, ...], ...]:
        """What each actor offers and seeks, as shown; a first word that is no name is small."""
        known = {word for text in self._shown for word in _WORD.findall(text) if is_content(word)}

        def begin(text: str) -> str:
            lowered = text[:1].lower() + text[1:]
            return lowered if known.intersection(_WORD.findall(lowered)[:1]) else text

        return tuple(
            tuple(begin(self._show(part.text)) for part in own if part.part != "description")
            for own in self.profiles.passages
        )

    def _show(self, text: str) -> str:
        return _HOST.sub(" ", self._discretion.tidy(text))

    @cached_property
    def _verbs(self) -> frozenset[str]:
        reference = [text for one in Language for texts in reference_texts(one) for text in texts]
        return find_verbs([*self._shown, *reference])

    def _near(self, column: int) -> list[int]:
        """Give the visible actors near a challenge, the nearest first."""
        actors, fits = self.season.actors, self.relevance[:, column]
        near = [a for a, one in enumerate(actors) if may_see(PUBLIC, one) and fits[a] >= LEAST_FIT]
        return sorted(near, key=lambda a: (-fits[a], actors[a].id))[:MOST_ACTORS]

    def _themes(self, column: int, near: list[int], count: int | None) -> list[str]:
        """Label the themes of the near actors' telling words."""
        if len(near) < LEAST_ACTORS or (count is not None and count < 1):
            return []
        words, weights, vectors = self._telling(column, near)
        if len(words) < FEWEST:
            return []
        places = self._place(words, vectors, column, near)
        language, candidates = self.questions.languages[column], self._candidates(column, near)
        labeller = FacetLabeller(
            words=words,
            weights=weights,
            places=places,
            phrases=self._phrases(column, near),
            title=self.season.challenges[column].title,
            language=language,
            nearness=lambda theme: self._nearness(column, theme),
            spell=lambda word: self._spell(word, candidates, near),
        )
        return labeller.name(cluster_words(places, weights, count))

    def _phrases(self, column: int, near: list[int]) -> tuple[Counter[Phrase], ...]:
        """Find the phrases of what near actors offer and seek, and those of all their words.

        Things are offered and sought, where descriptions tell of deeds. Words that most of the
        near actors say, or many of the others, are in none.
        """
        texts = [text.casefold() for text in self._shown]
        language, others = self.questions.languages[column], self._others(column)

        @cache
        def is_telling(word: str) -> bool:
            within = sum(word in texts[a] for a in near)
            elsewhere = sum(word in texts[a] for a in others)
            return within <= COMMON * len(near) and elsewhere <= EVERYDAY * len(others)

        own = [a for a in near if self.profiles.languages[a] == language]
        parts = ([text for a in own for text in self._stated[a]], [self._shown[a] for a in own])
        return tuple(find_phrases(part, is_telling, self._verbs) for part in parts)

    def _nearness(self, column: int, theme: Vectors) -> Nearness:
        """Give what says how near phrases are to a challenge and to a theme's words."""
        language, asked = self.questions.languages[column], self.questions.vectors[column]
        middle = unit(theme.sum(axis=0, keepdims=True))[0]

        def measure(phrases: Sequence[str]) -> Floats:
            spoken = [language] * len(phrases)
            vectors = read_questions(phrases, self.embedder, self.progress, spoken).vectors
            to_both = np.maximum(0, vectors @ asked), np.maximum(0, SOME + vectors @ middle)
            near: Floats = np.prod(to_both, axis=0, dtype=np.float64)
            return near

        return measure

    def _telling(self, column: int, near: list[int]) -> tuple[list[str], Floats, Vectors]:
        """Give the telling words, their weights (W,) and vectors (W, d), the strongest first."""
        texts = [text.casefold() for text in self._shown]
        language = self.questions.languages[column]
        others = self._others(column)
        said, common = {}, []
        for word in self._candidates(column, near):
            stem = stem_of(word)
            count = sum(stem in texts[a] for a in near)
            elsewhere = sum(stem in texts[a] for a in others)
            if count > COMMON * len(near):
                common.append(word)
            elif count > 1 and elsewhere <= EVERYDAY * len(others):
                rarity = np.log((len(near) + len(others)) / (count + elsewhere))
                said[word] = count * rarity * count / (count + elsewhere)
        words = [word for word in said if not any(is_inflected(word, one) for one in common)]
        if not words:
            return [], np.zeros(0), np.zeros((0, self.embedder.dim), dtype=np.float32)
        spoken = [language] * len(words)
        vectors = read_questions(words, self.embedder, self.progress, spoken).vectors
        meant = np.maximum(0, vectors @ self.questions.vectors[column])
        weights = np.round(np.array([said[word] for word in words]) * meant**2, DECIMALS)
        chosen: list[int] = []
        for i in sorted(range(len(words)), key=lambda i: (-weights[i], words[i])):
            if weights[i] <= 0 or len(chosen) == WORDS:
                break
            if not any(is_kindred(words[i], words[j]) for j in chosen):
                chosen.append(i)
        return [words[i] for i in chosen], weights[chosen], vectors[chosen]

    def _others(self, column: int) -> list[int]:
        """Give the actors who are not near, evenly thinned out where there are many."""
        actors, fits = self.season.actors, self.relevance[:, column]
        far = [a for a in range(len(actors)) if fits[a] < LEAST_FIT]
        far.sort(key=lambda a: actors[a].id)
        return far[:: max(1, -(-len(far) // OTHERS))]

    def _candidates(self, column: int, near: list[int]) -> list[str]:
        """Give the words that may be telling, in order.

        They are in the challenge's language, no verbs and not written as names are. What is
        offered or sought are things rather than deeds, so words from there go before those of
        descriptions, where most say what they offer or seek.
        """
        language = self.questions.languages[column]
        own = [a for a in near if self.profiles.languages[a] == language]
        words = {word for a in own for word in _WORD.findall(self._shown[a])}
        words = {word for word in words if is_content(word) and word not in self._verbs}
        if sum(bool(self._stated[a]) for a in near) > len(near) / 2:
            texts = [text for own in self._stated for text in own] + [self.questions.texts[column]]
            words &= {word for text in texts for word in _WORD.findall(text)}
        return sorted(words)

    def _spell(self, word: str, candidates: Sequence[str], near: list[int]) -> str:
        """Give the ending that a word has most often, the shortest of equals."""
        said = [set(_WORD.findall(self._shown[a])) for a in near]
        alike = [
            one
            for one in candidates
            if abs(len(one) - len(word)) <= ENDING
            and (one.startswith(word) or word.startswith(one))
        ]
        return min(alike, key=lambda one: (-sum(one in own for own in said), len(one), one))

    def _place(self, words: list[str], vectors: Vectors, column: int, near: list[int]) -> Vectors:
        """Give where words lie: between their meaning and the passages they stand in, (W, d)."""
        starts, passages = self.profiles.starts, self.profiles.passages
        rows = [
            (int(starts[a]) + i, passage.text.casefold())
            for a in near
            for i, passage in enumerate(passages[a])
        ]
        around = np.zeros_like(vectors)
        for i, word in enumerate(words):
            standing = [row for row, text in rows if stem_of(word) in text]
            around[i] = self.profiles.vectors[standing].sum(axis=0)
        places = unit(vectors + unit(around))
        shared = self.questions.vectors[column]
        return unit(places - AWAY * (places @ shared)[:, None] * shared)

    def _measure(self, labels: Sequence[str]) -> tuple[ProposedFacet, ...]:
        """Hold labels against everybody's words; what most speak of first."""
        if not labels:
            return ()
        found = compare_profiles(
            self.profiles, read_questions(labels, self.embedder, self.progress)
        )
        fits = np.round(scale_of(self.embedder).to_fit(found.view), DECIMALS)
        facets = [
            self._describe(label, fits[:, i], found.nearest[:, i]) for i, label in enumerate(labels)
        ]
        return tuple(sorted(facets, key=lambda facet: (-facet.actors, facet.label)))

    def _describe(self, label: str, fits: Floats, nearest: Ints) -> ProposedFacet:
        actors = self.season.actors
        order = sorted(range(len(actors)), key=lambda a: (-fits[a], actors[a].id))
        best = [a for a in order if may_see(PUBLIC, actors[a]) and nearest[a] >= 0][:BEST]
        said = (
            self._discretion.excerpt(
                self.profiles.passages[a][int(nearest[a])].text,
                label,
                self.people.email_of(actors[a].id),
            )
            for a in best
        )
        return ProposedFacet(
            label=label,
            actors=int((fits >= LEAST_FIT).sum()),
            coverage=round(float(np.sort(fits)[-BEST:].mean()), DECIMALS),
            best=tuple(actors[a].id for a in best),
            example=next((text for text in said if text), ""),
        )


def _own_questions(challenge: Challenge) -> list[str]:
    """Give the questions of a description where there are several."""
    found = [" ".join(part.split()) for part in _QUESTION.findall(challenge.description)]
    unlike = list(dict.fromkeys(text.replace(";", ",") for text in found))
    return unlike if len(unlike) > 1 else []
