"""Many who write to one SQLite file at once, each a process of its own.

    python -m benchmarks.faults.writers [--writers 8] [--writes 200]

Each edits an actor of its own over and over, through the service. Prints how many writes were
kept, what was refused, and the time that a write took.
"""

import argparse
import statistics
import tempfile
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

from api.bootstrap import Installation
from api.service import Order
from api.use_cases.edit_part import EDIT_PART, PartEdit
from api.use_cases.list_parts import LIST_PARTS, PartsAsked
from api.use_cases.parts import PartKind
from benchmarks.faults.serving import SLUG, keep_demo
from models.callers import LOCAL
from models.errors import KoalitionError
from models.season_places import Target


def write(job: tuple[str, str, int]) -> tuple[list[float], Counter[str]]:
    """Edit one actor so many times."""
    url, actor, times = job
    seconds, refused = [], Counter[str]()
    with Installation().serve(url) as service:
        order = Order(LOCAL, Target(kind="actor", id=actor))
        for number in range(times):
            began = time.perf_counter()
            given = PartEdit(kind=PartKind.ACTOR, row={"offers": f"lokaler {number}"})
            try:
                service.perform(EDIT_PART, order, given)
            except KoalitionError as error:
                refused[f"{error.code}: {error.text.en}"] += 1
            seconds.append(1000 * (time.perf_counter() - began))
    return seconds, refused


def main() -> None:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--writes", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'writers.sqlite'}"
        with Installation().serve(url) as service:
            keep_demo(service, "open")
            at = Order(LOCAL, Target(kind="season", id=SLUG))
            asked = PartsAsked(kind=PartKind.ACTOR, limit=given.writers)
            actors = [each.values["id"] for each in service.perform(LIST_PARTS, at, asked).items]
            jobs = [(url, actor, given.writes) for actor in actors]
            with get_context("spawn").Pool(given.writers) as pool:
                done = pool.map(write, jobs, chunksize=1)
            with service.reading() as store:
                kept = sum(store.parts.read("actor", actor)["version"] - 1 for actor in actors)
    seconds = sorted(each for one, _ in done for each in one)
    refused = sum((each for _, each in done), Counter[str]())
    print(f"{kept} of {given.writers * given.writes} writes kept, refused: {dict(refused)}")
    p95 = seconds[int(0.95 * (len(seconds) - 1))]
    print(f"p50 {statistics.median(seconds):.0f} ms, p95 {p95:.0f}, worst {seconds[-1]:.0f}")


if __name__ == "__main__":
    main()
