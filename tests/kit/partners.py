"""Fits between partners from vectors given by hand, and suggestions worked out in plain Python.

Nothing here is shared with the engine but the vocabulary: shares, map and texts are written
down once more.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from matcher.embedding.partners import Partners, state_all, state_some
from matcher.embedding.port import Vectors
from models.places import great_circle_km
from models.seasons import Season
from models.suggestions import Selection, Suggestion

SHARES = {
    "kinship": 0.35,
    "offers": 0.15,
    "seeks": 0.15,
    "sector": 0.15,
    "novelty": 0.10,
    "distance": 0.10,
}
DIM = 6


@dataclass(frozen=True, eq=False)
class Given:
    """Unit vectors of everybody's words, offers and seeks: (A, d) each."""

    words: Vectors
    offers: Vectors
    seeks: Vectors


def draw_vectors(seed: int, count: int, dim: int = DIM) -> Given:
    """Draw unit vectors, some of them alike."""
    numbers = np.random.default_rng(seed)
    sides = []
    for _ in range(3):
        drawn = numbers.standard_normal((count, dim)).astype(np.float32)
        for copy, original in numbers.integers(0, count, (count // 4, 2)):
            drawn[copy] = drawn[original]
        sides.append(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))
    return Given(*sides)


def give_fits(season: Season, given: Given) -> Partners:
    """Give the fits that these vectors make, for the offers and seeks that are stated."""
    count = len(season.actors)
    offering = [a for a, actor in enumerate(season.actors) if actor.offers]
    seeking = [a for a, actor in enumerate(season.actors) if actor.seeks]
    return Partners(
        state_all(given.words),
        state_some(given.offers[offering], offering, count),
        state_some(given.seeks[seeking], seeking, count),
    )


def map_cosine(one: Vectors, other: Vectors, steepness: float = 6, middle: float = 0.1) -> float:
    """Take a cosine onto [0, 1], as that of whole profiles is taken."""
    cosine = sum(float(x) * float(y) for x, y in zip(one, other, strict=True))
    return 1 / (1 + math.exp(-steepness * (cosine - middle)))


def map_exchange(offered: Vectors, sought: Vectors) -> float:
    """Take the cosine of an offer and a need onto [0, 1]."""
    return map_cosine(offered, sought, steepness=11, middle=0.168)


@dataclass(frozen=True, eq=False)
class ByHand:
    """Suggestions for one actor, worked out the long way."""

    season: Season
    given: Given
    own: int
    asked: Selection

    def is_tied(self, other: int) -> bool:
        pair = {self.season.actors[self.own].id, self.season.actors[other].id}
        return any({tie.actor_a, tie.actor_b} == pair for tie in self.season.ties)

    def km(self, other: int) -> float:
        one, two = (self.season.actors[a].place for a in (self.own, other))
        return great_circle_km(one.lat, one.lon, two.lat, two.lon)

    @property
    def eligible(self) -> list[int]:
        """Whom the selection allows."""
        return [
            a
            for a, actor in enumerate(self.season.actors)
            if a != self.own
            and actor.visible
            and (self.asked.include_known or not self.is_tied(a))
            and self.asked.sector in (None, actor.sector)
            and (self.asked.within_km is None or self.km(a) <= self.asked.within_km)
            and (self.asked.language is None or self.asked.language in actor.languages)
        ]

    def values(self, other: int) -> dict[str, float]:
        """Give the value of every part that has data."""
        actors, given = self.season.actors, self.given
        asker, partner = actors[self.own], actors[other]
        rest = [actor for a, actor in enumerate(actors) if a != self.own and actor.visible]
        values = {"kinship": map_cosine(given.words[self.own], given.words[other])}
        if asker.seeks and any(actor.offers for actor in rest):
            fit = map_exchange(given.seeks[self.own], given.offers[other])
            values["offers"] = fit if partner.offers else 0.0
        if asker.offers and any(actor.seeks for actor in rest):
            fit = map_exchange(given.offers[self.own], given.seeks[other])
            values["seeks"] = fit if partner.seeks else 0.0
        values["sector"] = float(partner.sector is not asker.sector)
        values["novelty"] = float(not self.is_tied(other))
        if self.asked.prefer != "any":
            near = 0.5 ** (self.km(other) / 100)
            values["distance"] = near if self.asked.prefer == "near" else 1 - near
        return values

    def score(self, other: int) -> float:
        """Give the weighted mean of the values, rounded as they are.

        By NumPy's rounding, since halves of the last decimal are common here.
        """
        values = {key: float(np.round(value, 6)) for key, value in self.values(other).items()}
        total = sum(SHARES[key] for key in values)
        weighed = sum(SHARES[key] * value for key, value in values.items())
        return float(np.round(weighed / total, 6))

    def likeness(self, one: int, other: int) -> float:
        """Give how alike two actors are."""
        first, second = self.season.actors[one], self.season.actors[other]
        cosine = map_cosine(self.given.words[one], self.given.words[other])
        kindred = float(np.round(cosine, 6))
        same = (first.sector is second.sector) + (first.place.county == second.place.county)
        return (same + kindred) / 3

    def chosen(self) -> list[int]:
        """Choose by maximal marginal relevance, and list by score and id."""
        scores = {a: self.score(a) for a in self.eligible}
        ordered = sorted(scores, key=lambda a: (-scores[a], a))
        if not self.asked.k:
            return ordered
        taken: list[int] = []
        while len(taken) < min(self.asked.k, len(ordered)):
            worth = {
                a: 0.7 * scores[a] - 0.3 * max((self.likeness(a, t) for t in taken), default=0.0)
                for a in ordered
                if a not in taken
            }
            most = max(worth.values())
            taken.append(next(a for a in worth if worth[a] > most - 1e-9))
        return [a for a in ordered if a in taken]

    def way(self, other: int) -> list[str] | None:
        """Give the ids on the nearest way over visible actors, one or two of them."""
        actors = self.season.actors
        shown = {actor.id for actor in actors if actor.visible} | {actors[self.own].id}
        graph = nx.Graph()
        graph.add_nodes_from(shown)
        graph.add_edges_from(
            (tie.actor_a, tie.actor_b)
            for tie in self.season.ties
            if tie.actor_a in shown and tie.actor_b in shown
        )
        ends = actors[self.own].id, actors[other].id
        if not nx.has_path(graph, *ends):
            return None
        ways = [way[1:-1] for way in nx.all_shortest_paths(graph, *ends)]
        return min(ways) if len(ways[0]) in (1, 2) else None


def strings_in(partners: Sequence[Suggestion]) -> list[str]:
    """Give every text of suggestions, in both languages."""
    texts = ([p.actor_id, p.name, p.place] for p in partners)
    reasons = ([r.text.sv, r.text.en] for p in partners for r in p.reasons)
    return list(itertools.chain(*texts, *reasons))
