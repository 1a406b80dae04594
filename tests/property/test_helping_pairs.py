"""Pairs of helpers: whoever can be in one is, nobody popular takes all, and themes keep few."""

from collections import Counter

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from matcher.ideas.drafts import Draft
from matcher.ideas.pairing import FEW, Match, choose_pairs
from models.idea_maps import CardKind
from tests.kit.ideas import speak

MEMBERS = 6
DRAFTS = [
    Draft(kind, f"{kind} {i}", speak(i), "sv")
    for kind in (CardKind.OFFER, CardKind.NEED)
    for i in range(MEMBERS)
]
"""An offer and a need of each member: the offer of i at i, its need at MEMBERS + i."""
FITS = st.lists(
    st.tuples(
        st.integers(0, MEMBERS - 1), st.integers(0, MEMBERS - 1), st.integers(500_000, 1_000_000)
    ).filter(lambda each: each[0] != each[1]),
    unique_by=lambda each: each[:2],
)
THEMES = st.lists(
    st.one_of(st.none(), st.integers(1, 3)), min_size=2 * MEMBERS, max_size=2 * MEMBERS
)


@given(FITS, THEMES)
def test_everybody_with_a_match_is_in_a_pair(
    fits: list[tuple[int, int, int]], themes: list[int | None]
) -> None:
    matches = sorted(Match(round(1 - fit / 1e6, 6), i, MEMBERS + j) for i, j, fit in fits)
    chosen = choose_pairs(matches, DRAFTS, themes)
    assert set(chosen) <= set(matches)
    assert list(chosen) == sorted(set(chosen))
    able = {place for i, j, _ in fits for place in (i, j)}
    members = [{match.offer, match.need - MEMBERS} for match in chosen]
    assert set().union(*members) == able
    ways = [(match.offer, match.need) for match in chosen]
    assert len(set(ways)) == len(ways)
    graph = nx.Graph([(match.offer, match.need - MEMBERS) for match in chosen])
    everything = nx.Graph([(i, j) for i, j, _ in fits])
    assert len(nx.max_weight_matching(graph, maxcardinality=True)) == len(
        nx.max_weight_matching(everything, maxcardinality=True)
    )
    counts = Counter(themes[match.need] for match in chosen)
    needed = MEMBERS
    assert all(count <= FEW + needed for count in counts.values())


@given(FITS)
def test_the_best_match_of_all_is_chosen_where_its_theme_has_room(
    fits: list[tuple[int, int, int]],
) -> None:
    matches = sorted(Match(round(1 - fit / 1e6, 6), i, MEMBERS + j) for i, j, fit in fits)
    spread = [None, *range(1, 2 * MEMBERS)]
    chosen = choose_pairs(matches, DRAFTS, spread)
    for need in {match.need for match in matches}:
        own = [match for match in matches if match.need == need]
        taken = [match for match in chosen if match.need == need]
        assert len(taken) >= min(FEW, len(own))
