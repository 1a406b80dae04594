"""Ways between strangers are the shortest that networkx finds, and never over a hidden actor."""

import itertools

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from matcher.suggest.paths import Way, find_way, make_tie_graph


def draw_ties(seed: int, count: int, density: float) -> csr_array:
    numbers = np.random.default_rng(seed)
    upper = np.triu(numbers.random((count, count)) < density, k=1)
    return csr_array((upper | upper.T).astype(float))


@pytest.mark.parametrize("seed", range(30))
def test_ways_are_the_first_of_the_shortest(seed: int) -> None:
    count = 25
    tied = draw_ties(seed, count, [0.06, 0.09, 0.15][seed % 3])
    visible = np.random.default_rng(seed).random(count) < 0.8
    graph = make_tie_graph(tied, visible)
    told = 0
    for own, other in itertools.permutations(range(count), 2):
        if not visible[other] or tied[own, other]:
            continue
        shown = nx.from_scipy_sparse_array(tied).subgraph([*np.flatnonzero(visible), own])
        known = sorted(shown[own])
        way = find_way(graph, known, other)
        try:
            ways = [each[1:-1] for each in nx.all_shortest_paths(shown, own, other)]
        except nx.NetworkXNoPath:
            ways = [[]]
        if len(ways[0]) not in (1, 2):
            assert way is None
            continue
        told += 1
        assert way is not None
        assert way.middlemen == tuple(min(ways))
        assert way.steps == nx.shortest_path_length(shown, own, other)
        assert all(visible[list(way.middlemen)])
        if len(ways[0]) == 1:
            assert way.others == len([*nx.common_neighbors(shown, own, other)]) - 1
        else:
            assert way.others == 0
    assert told > 0


def test_three_middlemen_are_too_many() -> None:
    chain = csr_array(np.eye(5, k=1) + np.eye(5, k=-1))
    graph = make_tie_graph(chain, np.ones(5, dtype=bool))
    assert find_way(graph, [1], 3) == Way((1, 2))
    assert find_way(graph, [1], 4) is None


def test_a_hidden_actor_is_neither_in_the_graph_nor_on_a_way() -> None:
    chain = csr_array(np.eye(3, k=1) + np.eye(3, k=-1))
    graph = make_tie_graph(chain, np.array([True, False, True]))
    assert sorted(graph) == [0, 2]
    assert not graph.edges
    assert find_way(graph, [], 2) is None
