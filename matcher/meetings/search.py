"""The search for rooms: annealings that get longer, until a bound is reached or work is spent."""

from collections.abc import Iterator
from itertools import cycle
from math import ceil

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.meetings.annealing import ChangingSeating, SeatingCosts, deal
from matcher.meetings.bound import bound_coincidences, count_slots
from matcher.meetings.seating import Gathering, count_pairs, meet
from models.meetings import Aim
from models.ports.progress import Progress
from models.seasons import Effort

LOOKS = {Effort.QUICK: 10_000_000, Effort.NORMAL: 80_000_000, Effort.THOROUGH: 1_200_000_000}
"""Work units: at how many neighbours in rooms a search looks."""
SHORTEST = 2_000
"""Steps per person and round in the shortest annealing."""
SHORT_ONES = 8
"""How many annealings have the shortest length; half as many are twice as long, and so on."""
HOT, COLD = 0.5, 0.1
"""Temperatures, in pairs that do not meet."""
REPEATS = (0.02, 0.3)
"""What a coincidence of two meetings costs beside a pair that does not meet, by turns."""
EXCESS, TOLL = 3.0, 20.0
"""What it costs that a pair meets too often, and that a room lacks a sector."""


def search(
    gathering: Gathering,
    aim: Aim,
    bound: int,
    planned: Ints | None,
    random: np.random.Generator,
    effort: Effort,
    progress: Progress,
) -> Ints:
    """Give the best rooms found, (R, n), none worse than those planned.

    Notes
    -----
    Ends early where the bound of pairs and that of repeats are both reached.
    """
    company = np.zeros((gathering.rounds, gathering.count, gathering.count))
    priced = (aim, Aim.PAIRS) if aim is Aim.EVEN else (aim,)
    costs = cycle(
        SeatingCosts(price_meetings(gathering, each, repeat), company, price_lack(aim))
        for each in priced
        for repeat in REPEATS
    )
    goal = (-bound, bound_coincidences(gathering))
    best = deal(gathering, random) if planned is None else planned
    rank = rank_rooms(gathering, aim, best)
    work = LOOKS[effort]
    done = 0
    for steps in _lengths(gathering, work):
        seating = ChangingSeating(gathering, deal(gathering, random))
        found = seating.anneal(next(costs), random, HOT, COLD, steps)
        ranked = rank_rooms(gathering, aim, found)
        if ranked < rank:
            best, rank = found, ranked
        done += steps * _looks_each(gathering)
        progress.report("stage_meetings", round(100 * done / work), 100)
        if (rank[0] == 0 and rank[1:] <= goal) or progress.is_cancelled():
            break
    return best


def price_meetings(gathering: Gathering, aim: Aim, repeat: float) -> Floats:
    """Price how often a pair meets, by number from 0, in pairs that do not meet."""
    times = np.arange(len(gathering.kept) + gathering.rounds + 2)
    prices: Floats = (times == 0) + repeat * (times * (times - 1) / 2)
    if aim is Aim.EVEN:
        prices += EXCESS * np.maximum(0, times - fair_share(gathering)) ** 2
    return prices


def price_lack(aim: Aim) -> float:
    """Price a room that lacks a sector."""
    return TOLL if aim is Aim.SECTORS else 0.0


def fair_share(gathering: Gathering) -> int:
    """Say how often a pair meets, rounded up, when all meet alike."""
    return ceil(count_slots(gathering) / max(1, gathering.count * (gathering.count - 1) // 2))


def rank_rooms(gathering: Gathering, aim: Aim, rooms: Ints) -> tuple[int, int, int]:
    """Rank rooms, the better the less: what the aim asks first, pairs met, coincidences."""
    met = meet(gathering, rooms)
    first = 0
    if aim is Aim.EVEN:
        first = max(0, int(met.max()) - fair_share(gathering))
    elif aim is Aim.SECTORS:
        first = count_lacks(gathering, rooms)
    return first, -count_pairs(met), int((met * (met - 1)).sum()) // 4


def count_lacks(gathering: Gathering, rooms: Ints) -> int:
    """Count the sectors that rooms lack though enough of them are there."""
    lacks = 0
    for row, there, sizes in zip(rooms, gathering.present, gathering.sizes, strict=True):
        held = np.zeros((len(sizes), int(gathering.sector.max()) + 1), dtype=np.int64)
        np.add.at(held, (row[there], gathering.sector[there]), 1)
        lacks += int(((held == 0) & (held.sum(axis=0) >= len(sizes))).sum())
    return lacks


def _lengths(gathering: Gathering, work: int) -> Iterator[int]:
    """Yield numbers of steps that get longer, until the work is spent."""
    shortest = SHORTEST * gathering.count * gathering.rounds
    each = _looks_each(gathering)
    longer = 0
    while True:
        for _ in range(max(1, SHORT_ONES >> longer)):
            steps = min(shortest << longer, work // each)
            if steps < 1:
                return
            yield steps
            work -= steps * each
        longer += 1


def _looks_each(gathering: Gathering) -> int:
    """Say at how many neighbours a step looks."""
    return max(2, 2 * max(max(sizes) for sizes in gathering.sizes) - 2)
