"""Whether there are actors for the seats that cells ask for: a question of flow.

Actors flow from their class through the cells that they are in to the seats. Integer
demands that a flow can serve can be served by whole actors, and where it falls short a
smallest cut names cells that ask for more than all actors in them can take.
"""

from collections.abc import Iterable

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components, maximum_flow

from matcher.core.arrays import Ints
from matcher.optimise.cells import Cells, Cut
from models.errors import SolverFailure


class Flow:
    """The network of a season's classes and cells; only the demands change.

    Nodes are the cells, the classes, the source, the sink, and hubs. A hub leads to one of
    several cells: to like cells of many slots for actors who join one coalition only, or to
    those of one challenge for the actors of one class.
    """

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self._first_class = len(cells.slots)
        self._source = self._first_class + len(cells.classes)
        self._hubs: dict[tuple[int, ...], int] = {}
        self._arcs: dict[tuple[int, int], int] = {}
        counts = cells.counts.tolist()
        families = [np.flatnonzero(cells.families == f) for f in np.unique(cells.families)]
        for k, row in enumerate(cells.table.tolist()):
            self._arcs[self._source, self._first_class + k] = counts[k] * int(cells.capacity[k])
            is_single = cells.capacity[k] == 1
            for group in families if is_single else cells.siblings:
                entered = [row[s] for s in group if row[s] >= 0]
                if is_single and len(entered) < len(group):
                    self._lead(k, counts[k], [[d] for d in entered], ())
                elif entered:
                    self._lead(k, counts[k], [entered], () if is_single else (k,))
        self._size = self._source + 2 + len(self._hubs)
        ends = np.array(list(self._arcs), dtype=np.int64).reshape(-1, 2)
        sinks = np.full(len(cells.slots), self._source + 1)
        tails = np.r_[ends[:, 0], np.arange(len(cells.slots))]
        heads = np.r_[ends[:, 1], sinks]
        room = np.r_[list(self._arcs.values()), np.ones(len(cells.slots))].astype(np.int32)
        places = csr_array((np.arange(1, len(room) + 1), (tails, heads)), (self._size, self._size))
        places.sort_indices()
        self._graph = csr_array(
            (
                room[places.data - 1],
                places.indices.astype(np.int32),
                places.indptr.astype(np.int32),
            ),
            places.shape,
        )
        self._demands = np.empty(len(room), dtype=np.int64)
        self._demands[places.data - 1] = np.arange(len(room))
        self._demands = self._demands[len(self._arcs) :]

    def _lead(self, k: int, count: int, entered: list[list[int]], owner: tuple[int, ...]) -> None:
        """Lead a class into one of each group of cells."""
        for group in entered:
            head = group[0]
            if len(group) > 1:
                key = (*owner, -1, *group)
                if key not in self._hubs:
                    self._hubs[key] = self._source + 2 + len(self._hubs)
                    for d in group:
                        self._arcs[self._hubs[key], d] = int(self.cells.room[d])
                head = self._hubs[key]
            self._arcs[self._first_class + k, head] = count

    def serve(self, demands: Ints) -> tuple[list[Cut], csr_array]:
        """Serve demands, or say which cuts they break.

        Parameters
        ----------
        demands : (D,) int array

        Returns
        -------
        cuts : list of Cut
            Empty where the demands are served.
        flow : sparse matrix
            From node to node.

        Raises
        ------
        SolverFailure
            Where the flow serves too little though no cut is broken.
        """
        self._graph.data[self._demands] = demands
        result = maximum_flow(self._graph, self._source, self._source + 1)
        if result.flow_value == demands.sum():
            return [], result.flow
        left = csr_array(self._graph - result.flow)
        left.eliminate_zeros()
        cuts: list[Cut] = []
        for cells in (self._behind(left), self._before(left)):
            for part in self._connected(cells):
                cut = self.cells.cut(part)
                if demands[part].sum() > cut.most:
                    cuts.append(cut)
        if not cuts:
            raise SolverFailure("solver_failed", status="flow")
        return cuts, result.flow

    def _behind(self, left: csr_array) -> Ints:
        """Give the cells that no more can flow to."""
        reached = breadth_first_order(left, self._source, return_predecessors=False)
        return np.setdiff1d(np.arange(self._first_class), reached)

    def _before(self, left: csr_array) -> Ints:
        """Give the cells from which more could flow to the sink."""
        back = csr_array(left.T)
        reached = breadth_first_order(back, self._source + 1, return_predecessors=False)
        return np.sort(reached[reached < self._first_class]).astype(np.int64)

    def _connected(self, cells: Ints) -> Iterable[Ints]:
        """Part cells into those that no actor is in both of."""
        touched = self.cells.touches(cells)
        classes, slots = np.nonzero(touched)
        ends = self.cells.table[classes, slots]
        links = coo_array(
            (np.ones(len(ends)), (ends, self._first_class + classes)),
            (self._source, self._source),
        )
        _, parts = connected_components(links, directed=False)
        order = cells[np.argsort(parts[cells], kind="stable")]
        return np.split(order, np.flatnonzero(np.diff(parts[order])) + 1)

    def members(self, flow: csr_array) -> tuple[Ints, ...]:
        """Deal actors to the slots as a flow says that their classes go."""
        taken = np.zeros(self.cells.table.shape, dtype=np.int64)
        moved = coo_array(flow)
        into: dict[int, list[list[int]]] = {}
        out: list[tuple[int, int, int]] = []
        for tail, head, count in zip(moved.row, moved.col, moved.data, strict=True):
            if count <= 0 or head in (self._source, self._source + 1) or tail == self._source:
                continue
            if tail < self._source and head < self._first_class:
                taken[tail - self._first_class, self.cells.slots[head]] += count
            elif tail < self._source:
                into.setdefault(int(head), []).append([int(tail) - self._first_class, int(count)])
            else:
                out.append((int(tail), int(self.cells.slots[head]), int(count)))
        for hub, s, count in out:
            waiting, wanted = into[hub], count
            while wanted:
                k, there = waiting[-1]
                moved_on = min(there, wanted)
                taken[k, s] += moved_on
                wanted -= moved_on
                waiting[-1][1] -= moved_on
                if not waiting[-1][1]:
                    waiting.pop()
        return _deal(self.cells.classes, taken)


def _deal(classes: tuple[Ints, ...], taken: Ints) -> tuple[Ints, ...]:
    """Deal each class's actors to the slots in turn, so that capacities hold."""
    members: list[list[int]] = [[] for _ in range(taken.shape[1])]
    turns = [0] * len(classes)
    for k, s in np.argwhere(taken).tolist():
        actors = classes[k]
        for _ in range(int(taken[k, s])):
            members[s].append(int(actors[turns[k] % len(actors)]))
            turns[k] += 1
    return tuple(np.array(sorted(chosen), dtype=np.int64) for chosen in members)
