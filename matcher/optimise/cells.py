"""Cells and classes: which actors are alike to the rows of one slot, and of all.

To the rows of one slot actors differ by their marks only. Those with the same marks form
a cell, and rules speak of how many seats each cell gets. Actors who are in the same cell
of every slot and can join as many coalitions form a class.
"""

from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Bools, Ints
from matcher.core.problem import Problem, Slot

ROWS_AT_ONCE = 30
"""Marks of so many rows, of three values each, fit a 64-bit number."""


@dataclass(frozen=True, eq=False)
class Cut:
    """Cells that together get so many seats at most.

    Attributes
    ----------
    cells : int array
    """

    cells: Ints
    most: int


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of all slots, D in all, and the classes of actors, K in all.

    Attributes
    ----------
    examples : (D,) int array
        One actor of each cell; the cells of a slot lie side by side.
    slots : (D,) int array
        The slot of each cell.
    room : (D,) int array
        How many actors of each cell are let into its slot.
    classes : tuple of int arrays
        The actors of each class.
    capacity : (K,) int array
        How many coalitions each actor of a class can join.
    table : (K, S) int array
        The cell of each class in each slot, -1 where it is not let in.
    families : (S,) int array
        The same number for slots that have alike cells.
    siblings : tuple of tuple of int
        Slots that never share an actor.
    """

    examples: Ints
    slots: Ints
    room: Ints
    classes: tuple[Ints, ...]
    capacity: Ints
    table: Ints
    families: Ints
    siblings: tuple[tuple[int, ...], ...]

    @property
    def counts(self) -> Ints:
        """Give the actors of each class: (K,)."""
        return np.array([len(actors) for actors in self.classes], dtype=np.int64)

    def touches(self, cells: Ints) -> Bools:
        """Say which classes some cells would take from, slot by slot: (K, S)."""
        inside = np.zeros(len(self.slots) + 1, dtype=bool)
        inside[cells] = True
        touched: Bools = inside[self.table]
        return touched

    def cut(self, cells: Ints) -> Cut:
        """Give the most seats that all actors together can take in some cells."""
        starts = [group[0] for group in self.siblings]
        groups = np.logical_or.reduceat(self.touches(cells), starts, axis=1).sum(axis=1)
        return Cut(cells, int((self.counts * np.minimum(self.capacity, groups)).sum()))

    def first_cuts(self) -> list[Cut]:
        """Give the cuts that every model needs: of what one class alone can fill, and of all."""
        feeders = np.bincount(self.table[self.table >= 0], minlength=len(self.slots))
        own = np.where((self.table >= 0) & (feeders[self.table] == 1), self.table, -1)
        sets = [row[row >= 0] for row in own]
        for k in np.flatnonzero(self.capacity > 1):
            sets += [row[row >= 0] for row in (own[k, list(group)] for group in self.siblings)]
        offsets = np.arange(len(self.slots)) - np.searchsorted(self.slots, self.slots)
        kinds = self.families[self.slots] * len(self.slots) + offsets
        _, kinds = np.unique(kinds, return_inverse=True)
        order = np.argsort(kinds, kind="stable")
        sets += np.split(order, np.flatnonzero(np.diff(kinds[order])) + 1)
        sets.append(np.arange(len(self.slots)))
        cuts = [self.cut(cells) for cells in sets if len(cells) > 1]
        return [cut for cut in cuts if self.room[cut.cells].sum() > cut.most]


def find_cells(problem: Problem, *, is_each_alone: bool = False) -> Cells:
    """Find the cells and classes of a season.

    Parameters
    ----------
    is_each_alone : bool
        Give every actor a cell of its own in each slot, as rules about pairs need.
    """
    count = problem.pool.size
    labels = []
    for s, slot in enumerate(problem.slots):
        held = sorted({actor for actor, group in problem.pins if s in group})
        alone = np.arange(count) if is_each_alone else np.array(held, dtype=np.int64)
        labels.append(_label(slot, alone, count))
    sizes = [int(row.max()) + 1 for row in labels]
    first = np.cumsum([0, *sizes[:-1]])
    is_open = np.stack([slot.allowed & (problem.pool.capacity > 0) for slot in problem.slots])
    cells = np.where(is_open, np.stack(labels) + first[:, None], -1).T
    classes: dict[bytes, list[int]] = {}
    for actor, row in enumerate(np.c_[problem.pool.capacity, cells]):
        classes.setdefault(row.tobytes(), []).append(actor)
    families: dict[bytes, int] = {}
    firsts = [actors[0] for actors in classes.values()]
    return Cells(
        examples=np.concatenate([np.unique(row, return_index=True)[1] for row in labels]),
        slots=np.repeat(np.arange(len(labels)), sizes),
        room=np.bincount(cells[cells >= 0], minlength=sum(sizes)),
        classes=tuple(np.array(actors, dtype=np.int64) for actors in classes.values()),
        capacity=problem.pool.capacity[firsts],
        table=cells[firsts],
        families=np.array([families.setdefault(row.tobytes(), len(families)) for row in labels]),
        siblings=problem.siblings,
    )


def _label(slot: Slot, alone: Ints, count: int) -> Ints:
    """Number the cells of one slot; actors in `alone` have each their own."""
    labels = np.zeros(count, dtype=np.int64)
    labels[alone] = 1 + np.arange(len(alone))
    marks = [row.marks for rule in slot.rules for row in rule.counts if not row.is_size]
    for begin in range(0, len(marks), ROWS_AT_ONCE):
        code = np.zeros(count, dtype=np.int64)
        for column in marks[begin : begin + ROWS_AT_ONCE]:
            code = 3 * code + column + 1
        _, code = np.unique(code, return_inverse=True)
        _, labels = np.unique(labels * (count + 1) + code, return_inverse=True)
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)
