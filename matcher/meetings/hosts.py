"""Who hosts each room: everybody once before anybody twice, in turn by sector."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.meetings.seating import AWAY, Flags

AGAIN = 1_000.0
"""Cost of a host who has hosted while another who is still to come has not."""
UNSUITED = 1e6
"""Cost of a host who is not in the room; there is always one who is."""
UNSURE = 1e5
"""Cost of a host who has said that it cannot come."""
SAME_SECTOR = 1.0
"""Cost of a host whose sector is not the one in turn."""


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
    Rooms are taken in the order of time, as many at once as there are members still to come
    who have not hosted since everybody last had, and get their hosts by the cheapest
    assignment. Only
    where a room has nobody left who has not hosted does somebody host again too early.
    """
    slots = [(r, room) for r, row in enumerate(rooms) for room in range(int(row.max()) + 1)]
    hosted = np.bincount(np.array(before, dtype=np.int64), minlength=rooms.shape[1])
    hosted[(rooms == AWAY).all(axis=0)] = len(slots) + len(before)
    hosts: dict[tuple[int, int], int] = {}
    turn = len(before)
    while slots:
        waiting = int((hosted == hosted.min()).sum())
        together = sum(r == slots[0][0] for r, _ in slots)
        size = max(waiting, together)
        batch, slots = slots[:size], slots[size:]
        for slot, host in zip(
            batch, _assign(rooms, sector, batch, hosted, turn, unsure), strict=True
        ):
            hosts[slot] = host
            hosted[host] += 1
        turn += len(batch)
    return [[hosts[r, room] for room in range(int(row.max()) + 1)] for r, row in enumerate(rooms)]


def _assign(
    rooms: Ints,
    sector: Ints,
    slots: list[tuple[int, int]],
    hosted: Ints,
    turn: int,
    unsure: Flags | None,
) -> list[int]:
    """Give the hosts of some rooms that cost least together; nobody twice unless it must be."""
    from scipy.optimize import linear_sum_assignment

    sectors = int(sector.max()) + 1
    cost = np.empty((len(slots), 2, len(sector)))
    for k, (r, room) in enumerate(slots):
        cost[k] = np.where(rooms[r] == room, 0.0, UNSUITED)
        if unsure is not None:
            cost[k] += UNSURE * unsure[r]
        cost[k] += SAME_SECTOR * (sector != (turn + k) % sectors)
    early = AGAIN * (hosted - hosted.min())
    cost[:, 0] += early
    cost[:, 1] += early + AGAIN
    _, chosen = linear_sum_assignment(cost.reshape(len(slots), -1))
    return [int(choice) % len(sector) for choice in chosen]
