"""Measure how well cards fall into their themes.

    python -m benchmarks.quality.ideas --data FOLDER [--part held]

FOLDER holds `sdg_en`, `almedalen_sv` and `swecris_kth`. Sixty meetings are drawn of each: three
to nine themes with one to eight cards. Half the cards, at random, are needs and half are offers.
*ARI* is the adjusted Rand index, *AMI* adjusted mutual information, *V* the V-measure. *twins*:
how often the Swedish and the English version of a title, both in the meeting, share a theme.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.cluster import HDBSCAN, AffinityPropagation, AgglomerativeClustering
from sklearn.metrics import (
    adjusted_mutual_info_score,
    adjusted_rand_score,
    silhouette_score,
    v_measure_score,
)

from api.bootstrap import Installation
from benchmarks.quality.idea_texts import Card, read_events, read_goals, read_projects
from benchmarks.quality.task import PARTS, Floats, Ints
from benchmarks.tables import print_header, print_row
from matcher.ideas import grouping
from matcher.ideas.drafts import Draft
from matcher.ideas.grouping import group_cards, place_cards
from models.idea_maps import CardKind
from models.ports.progress import Silence

SETS = {"Swedish events": read_events, "English goals": read_goals, "Both languages": read_projects}
MEETINGS = 60
Clustering = Callable[[Floats], Ints]


def draw_meetings(cards: Sequence[Card], twins: bool) -> Iterator[list[Card]]:
    """Draw the cards of each meeting; both versions of a text only where twins are asked for."""
    random = np.random.default_rng(1)
    themes: dict[str, dict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        themes[card.theme][card.source].append(card)
    names = sorted(themes)
    for _ in range(MEETINGS):
        drawn: list[Card] = []
        count = min(len(names), int(random.integers(3, 10)))
        for theme in random.choice(len(names), count, replace=False):
            sources = sorted(themes[names[theme]])
            most = min(len(sources), int(random.integers(1, 9)))
            for place in random.choice(len(sources), most, replace=False):
                own = themes[names[theme]][sources[place]]
                drawn += own if twins else [own[int(random.integers(len(own)))]]
        yield drawn


def by_engine(likeness: Floats) -> Ints:
    """Cluster as the engine does."""
    labels = np.zeros(len(likeness), dtype=np.int64)
    for number, rows in enumerate(group_cards(likeness)):
        labels[rows] = number
    return labels


def by_linkage(linkage: str) -> Clustering:
    """Cluster by a linkage into as many groups as have the best silhouette."""

    def cluster(likeness: Floats) -> Ints:
        found: list[tuple[float, Ints]] = []
        for count in range(2, max(3, 2 * len(likeness) // 3)):
            model = AgglomerativeClustering(count, metric="precomputed", linkage=linkage)
            labels = model.fit_predict(1 - likeness)
            found.append((silhouette_score(1 - likeness, labels, metric="precomputed"), labels))
        return max(found, key=lambda each: each[0])[1]

    return cluster


def by_density(likeness: Floats) -> Ints:
    """Cluster by density; noise stands alone."""
    labels = HDBSCAN(2, metric="precomputed", copy=True).fit_predict(1 - likeness)
    alone = np.flatnonzero(labels < 0)
    labels[alone] = labels.max() + 1 + np.arange(len(alone))
    return np.asarray(labels, dtype=np.int64)


def by_affinity(likeness: Floats) -> Ints:
    """Cluster by affinity propagation."""
    model = AffinityPropagation(affinity="precomputed", damping=0.8, max_iter=1000, random_state=0)
    return np.asarray(model.fit_predict(likeness), dtype=np.int64)


CLUSTERINGS: dict[str, Clustering] = {
    "average linkage to 0.95 (the engine)": by_engine,
    "average linkage, best silhouette": by_linkage("average"),
    "complete linkage, best silhouette": by_linkage("complete"),
    "HDBSCAN": by_density,
    "affinity propagation": by_affinity,
}
READINGS: dict[str, dict[str, float]] = {
    "the engine": {},
    "without the n-grams": {"LEXICAL": 0.0},
    "without the cards' own middle, apart at 0.87": {"HELP": 1e9, "FARTHEST": 0.87},
    "groups apart at 0.9": {"FARTHEST": 0.9},
    "groups apart at 1": {"FARTHEST": 1.0},
}


def measure(cards: Sequence[Card], cluster: Clustering, settings: dict[str, float]) -> Floats:
    """Give ARI, AMI, V, themes found and themes there were, in the mean over the meetings."""
    usual = {name: getattr(grouping, name) for name in settings}
    try:
        for name, value in settings.items():
            setattr(grouping, name, value)
        rows = []
        for drawn in draw_meetings(cards, twins=False):
            labels, true = cluster(read(drawn)), [card.theme for card in drawn]
            scores = [f(true, labels) for f in (adjusted_rand_score, adjusted_mutual_info_score)]
            counts = [len(set(labels.tolist())), len(set(true))]
            rows.append([*scores, v_measure_score(true, labels), *counts])
    finally:
        for name, value in usual.items():
            setattr(grouping, name, value)
    means: Floats = np.mean(rows, axis=0)
    return means


def read(cards: Sequence[Card]) -> Floats:
    """Give the likeness of cards, half of them needs and half offers."""
    kinds = np.random.default_rng(len(cards)).integers(0, 2, len(cards))
    two = (CardKind.NEED, CardKind.OFFER)
    drafts = [
        Draft(two[int(kind)], card.text, None, card.language)
        for card, kind in zip(cards, kinds, strict=True)
    ]
    return place_cards(drafts, Installation().open_embedder(), Silence())[1]


def share_of_twins(cards: Sequence[Card]) -> float:
    """Give how often two versions of a text share a theme."""
    together = []
    for drawn in draw_meetings(cards, twins=True):
        labels, home = by_engine(read(drawn)), dict[str, int]()
        for card, label in zip(drawn, labels.tolist(), strict=True):
            if card.source in home:
                together.append(home[card.source] == label)
            home[card.source] = label
    return float(np.mean(together))


def main() -> None:
    """Read the arguments and print two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=PARTS, default=PARTS[0])
    given = parser.parse_args()
    sets = {name: reader(given.data, given.part) for name, reader in SETS.items()}
    print_header(("cards", "how", "ARI", "AMI", "V", "themes", "true"))
    for name, cards in sets.items():
        ways = [(way, by_engine, settings) for way, settings in READINGS.items() if settings]
        ways = [*((way, cluster, {}) for way, cluster in CLUSTERINGS.items()), *ways]
        for way, cluster, settings in ways:
            ari, ami, v, found, true = measure(cards, cluster, settings)
            figures = (f"{ari:.3f}", f"{ami:.3f}", f"{v:.3f}", f"{found:.1f}", f"{true:.1f}")
            print_row((name, way, *figures))
    print(f"twins: {share_of_twins(sets['Both languages']):.3f}")


if __name__ == "__main__":
    main()
