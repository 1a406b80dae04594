"""Time partner suggestions: one asker of many actors, and the command on a season of 400.

    python -m benchmarks.suggestions [--actors 100000] [--askers 50] [--seed 1]

The demo's profiles and their vectors, read by the bundled model, are repeated; each copy's
vectors are moved at random, so that no two actors are alike. Places are Swedish
municipalities, one actor in ten is hidden, each has six ties on average. The first answer,
which makes the graph of ties and the eight-bit copies, is timed by itself. The command runs
in a process of its own on a season of `benchmarks.make_season`, all vectors cached.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from api.bootstrap import Installation
from benchmarks.make_season import make_season
from benchmarks.tables import print_header, print_row
from data.reference.gazetteer import load_gazetteer
from data.samples import DEMO
from matcher.embedding.partners import Partners, Stated
from matcher.embedding.port import Vectors
from matcher.embedding.reading import read_partners
from matcher.suggest import Matchmaker
from models.people import People
from models.ports.progress import Silence
from models.seasons import Season
from models.sectors import Sector
from models.suggestions import Selection, Taste
from models.ties import Tie

NOISE = 0.7
"""Length of what a copy's vector is moved by, against the vector's own length of 1."""

HIDDEN_SHARE = 0.1
DEGREE = 6.0
COMMAND = "from api.cli import main; main()"
RUNS = 5

SELECTIONS = {
    "ten partners": Selection(),
    "near liked": Selection(prefer=Taste.NEAR),
    "within 100 km": Selection(within_km=100),
    "academia, meeting in English": Selection(sector=Sector.ACADEMIA, language="en"),
    "fifty, known ones too": Selection(k=50, include_known=True),
}


def make_many(count: int, seed: int) -> tuple[Season, Partners]:
    """Make a season of many actors, and the fits between them."""
    draw = random.Random(f"{seed}/{count}")
    installation = Installation()
    demo = installation.open_season(DEMO).season
    read = read_partners(demo, installation.open_embedder(), Silence())
    places = [item.place for item in load_gazetteer().municipalities]
    originals = [draw.randrange(len(demo.actors)) for _ in range(count)]
    actors = tuple(
        demo.actors[original].evolve(
            id=f"a{number:06}",
            name=f"{demo.actors[original].name} {number}",
            sector=draw.choice(list(Sector)),
            place=draw.choice(places),
            languages=draw.choice([(), ("sv",), ("sv", "en")]),
            visible=draw.random() >= HIDDEN_SHARE,
        )
        for number, original in enumerate(originals)
    )
    ties = {}
    while len(ties) < count * DEGREE / 2:
        a, b = sorted((draw.randrange(count), draw.randrange(count)))
        if a != b:
            ties[a, b] = Tie(actor_a=actors[a].id, actor_b=actors[b].id)
    season = Season(
        name="many", actors=actors, challenges=demo.challenges, ties=tuple(ties.values())
    )
    numbers = np.random.default_rng(seed)
    sides = (_repeat(side, originals, numbers) for side in (read.words, read.offers, read.seeks))
    return season, Partners(*sides)


def _repeat(stated: Stated, originals: list[int], numbers: np.random.Generator) -> Stated:
    """Repeat texts, each copy moved at random."""
    rows = stated.row_of[originals]
    stating = np.flatnonzero(rows >= 0)
    dim = stated.vectors.shape[1]
    moved: Vectors = numbers.standard_normal((len(stating), dim), dtype=np.float32)
    moved *= np.float32(NOISE / np.sqrt(dim))
    moved += stated.vectors[rows[stating]]
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    row_of = np.full(len(originals), -1, dtype=np.int64)
    row_of[stating] = np.arange(len(stating))
    return Stated(moved, row_of)


def time_ms(work: Callable[[], object]) -> tuple[float, float]:
    """Give how many milliseconds something takes, on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)


def time_askers(count: int, askers: int, seed: int) -> None:
    """Print the table of single askers."""
    season, fits = make_many(count, seed)
    began = time.perf_counter()
    matchmaker = Matchmaker(season, fits, People())
    aligned = time.perf_counter() - began
    first, _ = time_ms(lambda: matchmaker.suggest(season.actors[0].id))
    print(f"{count} actors: aligned in {aligned:.1f} s, first answer in {first / 1000:.1f} s\n")
    print_header(("asked for", "median, ms", "95th percentile, ms", "processor, median, ms"))
    chosen = random.Random(seed).sample(season.actors, askers)
    for title, selection in SELECTIONS.items():
        took = [time_ms(partial(matchmaker.suggest, a.id, selection)) for a in chosen]
        clock, processor = (sorted(column) for column in zip(*took, strict=True))
        late = statistics.quantiles(clock, n=20)[-1]
        middle = (statistics.median(clock), late, statistics.median(processor))
        print_row((title, *(f"{ms:.1f}" for ms in middle)))


def time_command(seed: int) -> None:
    """Print how long the command takes on a season of 400 actors."""
    with tempfile.TemporaryDirectory() as folder:
        season = Path(folder)
        make_season(season, 400, seed, DEGREE)
        print()
        print_header(("command, 400 actors", "median, s", "processor, s"))
        for title, asked in (("one actor", ("--actor", "a00000")), ("every actor", ("--all",))):
            run_command(season, *asked)
            runs = [run_command(season, *asked) for _ in range(RUNS)]
            wall, processor = (statistics.median(column) for column in zip(*runs, strict=True))
            print_row((title, f"{wall:.2f}", f"{processor:.2f}"))


def run_command(season: Path, *asked: str) -> tuple[float, float]:
    """Run the command once; give seconds on the clock and of the processor."""
    before = os.times()
    subprocess.run(
        [sys.executable, "-c", COMMAND, "suggest", str(season), *asked, "--json"],
        check=True,
        capture_output=True,
    )
    after = os.times()
    used = after.children_user - before.children_user
    used += after.children_system - before.children_system
    return after.elapsed - before.elapsed, used


def main() -> None:
    """Read the arguments and print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--askers", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    time_askers(given.actors, given.askers, given.seed)
    time_command(given.seed)


if __name__ == "__main__":
    main()
