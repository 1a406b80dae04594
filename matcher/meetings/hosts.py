"""Who hosts each room: everybody once before anybody twice, in turn by sector.

Rooms are taken in the order of time. Each is hosted by somebody who has hosted as seldom as
can be without an earlier room's host having hosted oftener. That is one comparison of all
rooms of all meetings, from the first on, and it is solved exactly: level by level, the rooms
whose host has hosted nought times, once, twice and so on are the greedy basis of a transversal
matroid (Edmonds and Fulkerson, 1965). Somebody who is in a room that a level leaves out has
hosted at that level already, before it, whichever matching is taken, so that levels do not
disturb each other.
"""

from collections import deque
from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.meetings.seating import Flags

OUT_OF_TURN = 1.0
"""Cost of a host whose sector is not the one in turn."""
UNSUITED = 1e6
"""Cost of a host who is not to be had; there is always one who is."""

Graph = list[Ints]
"""By room: who could host it, in rising order."""


def choose_hosts(
    rooms: Ints, sector: Ints, before: tuple[int, ...] = (), unsure: Flags | None = None
) -> list[list[int]]:
    """Choose a host for every room.

    Parameters
    ----------
    rooms : (R, n) int array
        Room of each member in each round, `AWAY` for who is not there.
    sector : (n,) int array
    before : tuple of int
        Who has hosted already, in turn.
    unsure : (R, n) bool array, optional
        Who has said that it cannot come, and hosts only where nobody else can.

    Returns
    -------
    list of list of int
        Hosts by round and room.

    Notes
    -----
    In a room, nobody hosts again while somebody else who could has hosted less often. Among
    all choices that are equal in this, the largest number of hosts come from the sector in
    turn, level by level; then the first room has the first member, and so on.
    """
    able = _list_able(rooms, unsure)
    hosted = np.bincount(np.array(before, dtype=np.int64), minlength=rooms.shape[1])
    turns = (np.arange(len(able)) + len(before)) % (int(sector.max()) + 1)
    hosts: dict[int, int] = {}
    waiting = list(range(len(able)))
    level = 0
    while waiting:
        fresh = hosted <= level
        taken = _match(able, waiting, fresh)
        if taken:
            cost = np.full((len(taken), len(sector)), UNSUITED)
            for row, slot in zip(cost, taken, strict=True):
                there = able[slot][fresh[able[slot]]]
                row[there] = OUT_OF_TURN * (sector[there] != turns[slot])
            hosts |= zip(taken, _assign(cost), strict=True)
        waiting = [slot for slot in waiting if slot not in hosts]
        level += 1
    told = iter(sorted(hosts))
    return [[hosts[next(told)] for _ in range(int(row.max()) + 1)] for row in rooms]


def _list_able(rooms: Ints, unsure: Flags | None) -> Graph:
    """List who could host each room, rooms in the order of time."""
    able = []
    for r, row in enumerate(rooms):
        for room in range(int(row.max()) + 1):
            there = np.flatnonzero(row == room)
            sure = there if unsure is None else there[~unsure[r, there]]
            able.append(sure if len(sure) else there)
    return able


def _match(able: Graph, slots: Sequence[int], fresh: Flags) -> list[int]:
    """Give the slots, as early as can be, that can have hosts of their own among the fresh.

    Slots are added one after the other along augmenting paths; whoever a search that failed
    has reached is in earlier slots' hands for good.
    """
    holder: dict[int, int] = {}
    closed: set[int] = set()
    taken = []
    for slot in slots:
        came: dict[int, int] = {}
        queue = deque([slot])
        free = None
        while queue and free is None:
            asking = queue.popleft()
            for person in able[asking].tolist():
                if not fresh[person] or person in closed or person in came:
                    continue
                came[person] = asking
                if person not in holder:
                    free = person
                    break
                queue.append(holder[person])
        if free is None:
            closed |= came.keys()
            continue
        held = {each: person for person, each in holder.items()}
        while True:
            asking = came[free]
            holder[free] = asking
            if asking == slot:
                break
            free = held[asking]
        taken.append(slot)
    return taken


def _assign(cost: Floats) -> list[int]:
    """Give each row a column of its own at least cost; of equals the first in the first row."""
    chosen, best = _solve(cost)
    for row in range(len(cost)):
        least = cost[row + 1 :].min(axis=1).sum()
        for column in np.flatnonzero(cost[row] < UNSUITED).tolist():
            if column == chosen[row]:
                break
            if column in chosen[:row] or cost[row, column] + least > best:
                continue
            rest = cost[row + 1 :].copy()
            rest[:, [*chosen[:row], column]] = UNSUITED
            after, total = _solve(rest)
            if cost[row, column] + total == best:
                chosen[row:] = [column, *after]
                break
        best -= float(cost[row, chosen[row]])
    return chosen


def _solve(cost: Floats) -> tuple[list[int], float]:
    """Give the cheapest column for each row, all different, and what they cost together."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(cost)
    return columns.tolist(), float(cost[rows, columns].sum())
