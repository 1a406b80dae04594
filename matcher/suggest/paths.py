"""Who could introduce two actors: the nearest way over known ties.

Only visible actors are on the way. Among equally short ways it is the one whose first
middleman comes first in the order of ids, then the second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, triu

from matcher.core.arrays import Bools

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Way:
    """A way from an actor to another.

    Attributes
    ----------
    middlemen : tuple of int
        One or two actors.
    others : int
        How many more there are whom both know.
    """

    middlemen: tuple[int, ...]
    others: int = 0

    @property
    def steps(self) -> int:
        """Number of ties on the way."""
        return len(self.middlemen) + 1


def make_tie_graph(tied: csr_array, visible: Bools) -> "nx.Graph[int]":
    """Make the graph of the ties between visible actors.

    Parameters
    ----------
    tied : (A, A) sparse symmetric matrix
    visible : (A,) bool array
    """
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(np.flatnonzero(visible).tolist())
    pairs = triu(tied, k=1).tocoo()
    shown = visible[pairs.row] & visible[pairs.col]
    graph.add_edges_from(zip(pairs.row[shown].tolist(), pairs.col[shown].tolist(), strict=True))
    return graph


def find_way(graph: "nx.Graph[int]", known: Sequence[int], other: int) -> Way | None:
    """Find the nearest way to a stranger with one or two middlemen, or None.

    Parameters
    ----------
    graph : networkx.Graph
        Ties between visible actors.
    known : sequence of int, ascending
        The visible actors whom the asker knows; the asker itself may be hidden.
    other : int
        Somebody visible who is not among them.
    """
    import networkx as nx

    common = [actor for actor in known if graph.has_edge(actor, other)]
    if common:
        return Way((common[0],), len(common) - 1)
    for first in known:
        second = set(nx.common_neighbors(graph, first, other))
        if second:
            return Way((first, min(second)))
    return None
