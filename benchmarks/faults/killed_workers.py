"""Kill who computes at random points of a run, and hold the proposal against one undisturbed.

    python -m benchmarks.faults.killed_workers [--times 20]

Each time the child process is killed (-9) once. Prints how often the proposal was the same,
and how many proposals there are in all: one for each run.
"""

import argparse
import os
import random
import signal
import tempfile
import time
from pathlib import Path

from api.bootstrap import Installation
from api.service import Order, Service
from api.use_cases.start_run import START_RUN, NewRun
from api.worker.worker import Worker
from data.samples import DEMO
from models.callers import LOCAL
from models.kept_seasons import SeasonContent
from models.runs import Run
from models.season_places import Target
from models.seasons import Effort


def keep_demo(service: Service) -> None:
    """Keep the sample season, frozen."""
    read = Installation().open_season(DEMO)
    content = SeasonContent(
        season=read.season, people=read.people, host=read.host, settings_text=read.settings_text
    )
    with service.changing() as store:
        store.seasons.add("demo", content)
        for event in ("open", "freeze"):
            place = store.seasons.locate("demo", LOCAL)
            assert place is not None
            store.seasons.advance(place, event)


def compute(service: Service, kill_after_s: float | None) -> tuple[Run, float]:
    """Have a run computed, its child killed after so many seconds; give it and the seconds."""
    order = Order(LOCAL, Target(kind="season", id="demo"))
    run = service.perform(START_RUN, order, NewRun(effort=Effort.QUICK))
    worker = Worker(service, Installation().settings)
    worker.start()
    began = time.monotonic()
    while True:
        time.sleep(0.05)
        with service.reading() as store:
            now = store.runs.read(run.id)
        if now.has_ended:
            break
        passed = time.monotonic() - began
        if kill_after_s is not None and passed >= kill_after_s and worker.child.pid:
            os.kill(worker.child.pid, signal.SIGKILL)
            kill_after_s = None
    worker.stop()
    return now, time.monotonic() - began


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'faults.sqlite'}"
        with Installation().serve(url) as service:
            keep_demo(service)
            first, seconds = compute(service, None)
            same = 0
            for _ in range(given.times):
                run, _ = compute(service, draw.uniform(0.2, 0.9) * seconds)
                with service.reading() as store:
                    kept = [
                        store.proposals.describe(each.proposal_id or "") for each in (first, run)
                    ]
                same += kept[0].content_sha256 == kept[1].content_sha256
            with service.reading() as store:
                total = len(store.proposals.list_page(run.season_id, 200, None).items)
    print(f"{given.times} killed: {same} the same proposal; {total} proposals of {given.times + 1}")


if __name__ == "__main__":
    main()
