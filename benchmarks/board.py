"""Time a board: laying it, a move, hints to all coalitions, all sheets.

    python -m benchmarks.board [--actors 2000] [--coalitions 100] [--times 20]

The season is made of the demo's vocabulary; fits of words are drawn, since a board reads no
words. Prints the median of seconds passed and of processor seconds, in milliseconds.
"""

import argparse
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from api.bootstrap import Installation
from benchmarks.make_season import make_season
from benchmarks.tables import print_header, print_row
from matcher.board import Board
from matcher.core.arrays import Ints
from matcher.core.fits import Fits
from matcher.core.offers import OffersTable
from matcher.core.problem import Problem, build_problem
from models.seasons import Season

COLUMNS = ("what", "ms", "processor ms")


def open_large(count: int, coalitions: int, seed: int) -> Season:
    """Make a season in which every criterion has its data."""
    with tempfile.TemporaryDirectory() as folder:
        make_season(Path(folder), count, seed, 6.0, slots=10)
        season = Installation().open_season(Path(folder)).season
    each, odd = divmod(coalitions, len(season.challenges))
    challenges = tuple(
        challenge.evolve(
            coalitions=each + (c < odd),
            facets=challenge.facets or ("who", "what", "where"),
        )
        for c, challenge in enumerate(season.challenges)
    )
    return season.evolve(challenges=challenges)


def draw_fits(season: Season, seed: int) -> Fits:
    """Draw fits of words."""
    numbers, count = np.random.default_rng(seed), len(season.actors)
    return Fits(
        np.round(numbers.random((count, len(season.challenges))), 6),
        {c.id: np.round(numbers.random((count, len(c.facets))), 6) for c in season.challenges},
        OffersTable(np.round(numbers.random((count, count)), 6)),
    )


def deal(problem: Problem, seed: int) -> tuple[Ints, ...]:
    """Deal shuffled actors to the coalitions, as many as each wishes for."""
    order = random.Random(seed).sample(range(problem.pool.size), problem.pool.size)
    actors = iter(order)
    return tuple(
        np.array(sorted(itertools.islice(actors, slot.challenge.wished_size)), dtype=np.int64)
        for slot in problem.slots
    )


def wander(board: Board, seed: int) -> Iterator[Callable[[], object]]:
    """Give moves, each of another actor to another coalition, and the hints for it."""
    draw = random.Random(seed)
    season, slots = board.problem.pool.season, [slot.id for slot in board.problem.slots]
    seated = sorted(a for chosen in board.members for a in chosen.tolist())
    for a in draw.sample(seated, len(seated)):
        actor = season.actors[a].id
        source = board.places_of(actor)[0]
        target = draw.choice([slot for slot in slots if slot != source])
        yield lambda actor=actor, source=source, target=target: board.move(actor, source, target)


def time_all(what: str, jobs: list[Callable[[], object]]) -> None:
    """Run jobs and print their medians."""
    passed, used = [], []
    for job in jobs:
        began, worked = time.perf_counter(), time.process_time()
        job()
        used.append(time.process_time() - worked)
        passed.append(time.perf_counter() - began)
    print_row((what, *(f"{1000 * statistics.median(times):.1f}" for times in (passed, used))))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=2000)
    parser.add_argument("--coalitions", type=int, default=100)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    season = open_large(given.actors, given.coalitions, given.seed)
    problem = build_problem(season, draw_fits(season, given.seed))
    members = deal(problem, given.seed)
    print(f"{len(problem.slots)} coalitions, {len(problem.weights)} criteria")
    print_header(COLUMNS)
    time_all("laying, and all sheets", [lambda: Board(problem, members).sheets()] * given.times)
    board = Board(problem, members)
    board.sheets()
    moves = list(itertools.islice(wander(board, given.seed), given.times))
    time_all("a move", moves)
    seated = [season.actors[int(chosen[0])].id for chosen in members]
    placed = {a for chosen in members for a in chosen.tolist()}
    free = [actor.id for a, actor in enumerate(season.actors) if a not in placed]
    for what, actors in (("hints, seated", seated), ("hints, from the pool", free)):
        jobs = [lambda actor=actor: board.hints(actor) for actor in actors[: given.times]]
        time_all(what, jobs)
    time_all("all sheets again", [board.sheets] * given.times)


if __name__ == "__main__":
    main()
