"""Who takes which place in a plan that stands: everybody swaps places in all rounds at once.

That leaves how often pairs meet as it is, and decides who they are: rooms are mixed, and
old acquaintances meet late. The rounds themselves can change order, too.
"""

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.loops import loop
from matcher.meetings.seating import Gathering

HOT, COLD = 1.0, 0.001
STEPS_EACH = 4_000


def take_places(
    gathering: Gathering, rooms: Ints, company: Floats, random: np.random.Generator
) -> Ints:
    """Give the rooms, (R, n), with people on the places that cost least.

    Parameters
    ----------
    gathering : Gathering
        With nobody away and nothing held before.
    rooms : (R, n) int array
    company : (R, n, n) float array
        Cost of a pair in one room, by round.
    random : numpy.random.Generator
    """
    taken = np.arange(gathering.count)
    best = taken.copy()
    steps = STEPS_EACH * gathering.count
    _swap(np.ascontiguousarray(rooms), company, taken, best, random, HOT, COLD, steps)
    placed = np.empty_like(rooms)
    placed[:, best] = rooms
    return placed


def order_rounds(gathering: Gathering, rooms: Ints) -> Ints:
    """Let the rounds with the fewest old acquaintances come first, among those of like rooms."""
    known = [int((gathering.ties & (row[:, None] == row)).sum()) for row in rooms]
    ordered = rooms.copy()
    for sizes in sorted(set(gathering.sizes)):
        alike = [r for r, own in enumerate(gathering.sizes) if own == sizes]
        ordered[alike] = rooms[sorted(alike, key=lambda r: known[r])]
    return ordered


@loop(nogil=True)
def _swap(rooms, company, taken, best, random, hot, cold, steps):  # type: ignore[no-untyped-def]
    """Swap the people of two places at a falling temperature; `best` becomes the cheapest."""
    rounds, count = rooms.shape
    cost = least = 0.0
    temperature, fall = hot, (cold / hot) ** (1.0 / steps)
    for _ in range(steps):
        temperature *= fall
        p, q = int(random.random() * count), int(random.random() * count)
        if p == q:
            continue
        a, b = taken[p], taken[q]
        change = 0.0
        for r in range(rounds):
            i, j = rooms[r, p], rooms[r, q]
            if i == j:
                continue
            for s in range(count):
                if s in (p, q):
                    continue
                if rooms[r, s] == i:
                    change += company[r, b, taken[s]] - company[r, a, taken[s]]
                elif rooms[r, s] == j:
                    change += company[r, a, taken[s]] - company[r, b, taken[s]]
        if change <= 0.0 or random.random() < np.exp(-change / temperature):
            taken[p], taken[q] = b, a
            cost += change
            if cost < least - 1e-9:
                least = cost
                for s in range(count):
                    best[s] = taken[s]
