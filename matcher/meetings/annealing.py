"""Who sits with whom, searched: annealing over swaps of two people within a round.

What a seating costs is a sum over pairs, by how often they meet, plus a sum over pairs that
share a room, by round, plus a toll for every sector that a room lacks. So a swap is priced
by the people in the two rooms alone.

References
----------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983), Optimization by simulated annealing.
"""

from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.loops import loop
from matcher.meetings.seating import AWAY, Gathering, meet
from matcher.optimise.compiling import compiled


@dataclass(frozen=True, eq=False)
class SeatingCosts:
    """What a seating costs.

    Attributes
    ----------
    meetings : (T,) float array
        Cost of a pair that meets 0, 1, 2, … times, kept rounds included.
    company : (R, n, n) float array
        Cost of a pair in one room, by round; symmetric, with a zero diagonal.
    toll : float
        Cost of a room without a sector that is large enough to be in every room.
    """

    meetings: Floats
    company: Floats
    toll: float = 0.0


class ChangingSeating:
    """A seating that changes, with how often each pair meets in it.

    Parameters
    ----------
    gathering : Gathering
    rooms : (R, n) int array
        Rooms in the rounds to be planned, of the sizes asked for.
    """

    def __init__(self, gathering: Gathering, rooms: Ints) -> None:
        rounds, count = rooms.shape
        most = max(len(sizes) for sizes in gathering.sizes)
        self.room = np.array(rooms, dtype=np.int64)
        self.seat = np.argsort(self.room, axis=1, kind="stable")
        self.first = np.zeros((rounds, most + 1), dtype=np.int64)
        for r, sizes in enumerate(gathering.sizes):
            away = count - sum(sizes)
            self.first[r] = count
            self.first[r, : len(sizes) + 1] = away + np.cumsum([0, *sizes])
        self.met = meet(gathering, self.room)
        self.sector = gathering.sector
        sectors = int(self.sector.max()) + 1
        self.held = np.zeros((rounds, most, sectors), dtype=np.int64)
        self.wanted = np.zeros((rounds, sectors), dtype=np.bool_)
        for r, sizes in enumerate(gathering.sizes):
            there = gathering.present[r]
            np.add.at(self.held[r], (self.room[r, there], self.sector[there]), 1)
            self.wanted[r] = self.held[r].sum(axis=0) >= len(sizes)

    def anneal(
        self, costs: SeatingCosts, random: np.random.Generator, hot: float, cold: float, steps: int
    ) -> Ints:
        """Anneal for so many steps and give the cheapest rooms seen, (R, n)."""
        best = self.room.copy()
        _anneal(
            *(self.room, self.seat, self.first, self.met),
            *(self.sector, self.held, self.wanted),
            *(costs.meetings, costs.company, costs.toll),
            *(best, random, hot, cold, steps),
        )
        return best


def deal(gathering: Gathering, random: np.random.Generator) -> Ints:
    """Deal everybody who is there to rooms at random: (R, n)."""
    rooms = np.full(gathering.present.shape, AWAY, dtype=np.int64)
    for row, there, sizes in zip(rooms, gathering.present, gathering.sizes, strict=True):
        row[there] = random.permutation(np.repeat(np.arange(len(sizes)), sizes))
    return rooms


@loop(nogil=True)
def _anneal(  # type: ignore[no-untyped-def]
    room,
    seat,
    first,
    met,
    sector,
    held,
    wanted,
    prices,
    company,
    toll,
    best,
    random,
    hot,
    cold,
    steps,
):
    """Swap at a falling temperature; `best` becomes the cheapest rooms."""
    rounds, count = room.shape
    cost = least = 0.0
    temperature, fall = hot, (cold / hot) ** (1.0 / steps)
    for _ in range(steps):
        temperature *= fall
        r = int(random.random() * rounds)
        away = first[r, 0]
        if count - away < 2:
            continue
        there = count - away
        p = away + int(random.random() * there)
        q = away + int(random.random() * there)
        a, b = seat[r, p], seat[r, q]
        i, j = room[r, a], room[r, b]
        if i == j:
            continue
        change = _price(prices, met, company, seat, first, r, i, a, b)
        change += _price(prices, met, company, seat, first, r, j, b, a)
        if toll > 0.0 and sector[a] != sector[b]:
            change += toll * _lack(held, wanted, r, i, j, sector[a], sector[b])
        if change > 0.0 and random.random() >= np.exp(-change / temperature):
            continue
        _move(met, seat, first, r, i, a, b)
        _move(met, seat, first, r, j, b, a)
        held[r, i, sector[a]] -= 1
        held[r, i, sector[b]] += 1
        held[r, j, sector[b]] -= 1
        held[r, j, sector[a]] += 1
        seat[r, p], seat[r, q] = b, a
        room[r, a], room[r, b] = j, i
        cost += change
        if cost < least - 1e-9:
            least = cost
            for k in range(rounds):
                for c in range(count):
                    best[k, c] = room[k, c]


@compiled(inline="always")
def _price(prices, met, company, seat, first, r, i, a, b):  # type: ignore[no-untyped-def]
    """Price that in room i somebody gives its seat to another."""
    change = 0.0
    for s in range(first[r, i], first[r, i + 1]):
        c = seat[r, s]
        if c != a:
            change += prices[met[a, c] - 1] - prices[met[a, c]] - company[r, a, c]
            change += prices[met[b, c] + 1] - prices[met[b, c]] + company[r, b, c]
    return change


@compiled(inline="always")
def _move(met, seat, first, r, i, a, b):  # type: ignore[no-untyped-def]
    """Count whom the two meet when in room i the one gives its seat to the other."""
    for s in range(first[r, i], first[r, i + 1]):
        c = seat[r, s]
        if c != a:
            met[a, c] -= 1
            met[c, a] -= 1
            met[b, c] += 1
            met[c, b] += 1


@compiled(inline="always")
def _lack(held, wanted, r, i, j, of_a, of_b):  # type: ignore[no-untyped-def]
    """Count how many more sectors two rooms lack when one of each swap."""
    lack = 0
    if wanted[r, of_a]:
        lack += (held[r, i, of_a] == 1) - (held[r, j, of_a] == 0)
    if wanted[r, of_b]:
        lack += (held[r, j, of_b] == 1) - (held[r, i, of_b] == 0)
    return lack
