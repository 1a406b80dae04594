"""How many pairs meet in breakout rounds, beside plain annealing and rounds drawn one by one.

python -m benchmarks.breakouts [--all]
"""

import argparse
import time

import numpy as np

from matcher.core.arrays import Ints
from matcher.meetings.annealing import deal
from matcher.meetings.search import count_lacks
from matcher.meetings.seating import AWAY, Gathering, share_rooms
from matcher.meetings.seats import SeatingPlan, find_seats
from models.meetings import Aim
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.gatherings import make_gathering

TABLE = (
    (18, 3, 4),
    (18, 6, 4),
    (18, 4, 4),
    (12, 3, 4),
    (15, 3, 4),
    (16, 4, 4),
    (20, 4, 4),
    (24, 4, 4),
    (25, 5, 4),
    (32, 8, 10),
    (16, 3, 4),
    (18, 3, 8),
    (15, 5, 7),
    (60, 3, 4),
)
GREEDY_TRIES = 2_000


def main() -> None:
    """Print the table of known sizes, the aims of eighteen, or every size there may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--all", action="store_true", help="6 to 60 people in 3 rooms, 2 to 6 rounds"
    )
    if parser.parse_args().all:
        print_all()
        return
    find_seats(make_gathering(6, 3, 2), Aim.PAIRS, 1, Effort.QUICK, Silence())
    print("| n, rooms, rounds | pairs | bound | meets 0, 1, 2, … times | processor s | greedy |")
    print("| --- | --- | --- | --- | --- | --- |")
    for count, rooms, rounds in TABLE:
        print_row(make_gathering(count, rounds, rooms), Aim.PAIRS)
    print("| eighteen, by aim | | | | | |")
    for aim in Aim:
        print_row(make_gathering(18, 4, 3), aim)


def print_row(gathering: Gathering, aim: Aim) -> None:
    """Print one plan's figures beside those of a greedy one."""
    seats, seconds = take_time(gathering, aim, Effort.NORMAL)
    times = np.bincount(seats.met[np.triu_indices(gathering.count, 1)])
    size = f"{gathering.count}, {len(gathering.sizes[0])}, {gathering.rounds}, {aim.value}"
    greedy = int((share_rooms(plan_greedily(gathering)) > 0).sum()) // 2
    lacks = f" ({count_lacks(gathering, seats.rooms)} lacks)" if aim is Aim.SECTORS else ""
    listed = " ".join(str(pairs) for pairs in times)
    print(
        f"| {size} | {seats.pairs}{lacks} | {seats.bound} | {listed} | {seconds:.2f} | {greedy} |",
        flush=True,
    )


def take_time(gathering: Gathering, aim: Aim, effort: Effort) -> tuple[SeatingPlan, float]:
    """Plan, and say how many processor seconds that took."""
    began = time.process_time()
    seats = find_seats(gathering, aim, 1, effort, Silence())
    return seats, time.process_time() - began


def plan_greedily(gathering: Gathering) -> Ints:
    """Draw each round many times and keep the one with the most new pairs, as common tools do."""
    random = np.random.default_rng(1)
    rooms = np.full((gathering.rounds, gathering.count), AWAY, dtype=np.int64)
    for r in range(gathering.rounds):
        most = -1
        before = share_rooms(rooms[:r])
        for _ in range(GREEDY_TRIES):
            row = deal(gathering, random)[0]
            new = int(((row[:, None] == row) & (before == 0)).sum())
            if new > most:
                most, rooms[r] = new, row
    return rooms


def print_all() -> None:
    """Plan every size in the usual three rooms; print the slowest and how many are proven."""
    slowest, proven, plans = 0.0, 0, 0
    for count in range(6, 61):
        for rounds in range(2, 7):
            gathering = make_gathering(count, rounds, 3)
            seats, seconds = take_time(gathering, Aim.PAIRS, Effort.NORMAL)
            slowest, plans = max(slowest, seconds), plans + 1
            proven += seats.pairs == seats.bound
    print(f"plans {plans}, proven {proven}, slowest {slowest:.2f} s")


if __name__ == "__main__":
    main()
