"""Kill whole workers at random points of a run, and hold the proposal against one undisturbed.

    python -m benchmarks.faults.killed_workers [--times 20]

Two `koalition worker` processes share one database; the one that holds the job is killed (-9)
with its child, and another takes its place. Prints how often the proposal was the same, how
many proposals there are in all (one for each run), and how long the slowest run took.
"""

import argparse
import os
import random
import signal
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen

from sqlalchemy import text

from api.bootstrap import Installation
from api.service import Order, Service
from api.use_cases.start_run import START_RUN, NewRun
from benchmarks.faults.serving import SLUG, keep_demo, run_command
from models.callers import LOCAL
from models.runs import Run
from models.season_places import Target
from models.seasons import Effort

LONGEST_S = 120.0


def compute(
    service: Service, url: str, running: ExitStack, kill_after_s: float | None
) -> tuple[Run, float]:
    """Have a run computed, its worker killed after so many seconds; give it and the seconds."""
    order = Order(LOCAL, Target(kind="season", id=SLUG))
    run = service.perform(START_RUN, order, NewRun(effort=Effort.QUICK))
    began = time.monotonic()
    worker, _ = running.enter_context(run_command(url, "worker"))
    started = None
    while time.monotonic() - began < LONGEST_S:
        time.sleep(0.02)
        with service.reading() as store:
            now = store.runs.read(run.id)
            query = text("SELECT state FROM jobs WHERE ref = :ref")
            state = store.session.execute(query, {"ref": run.id}).scalar_one()
        if now.has_ended:
            return now, time.monotonic() - began
        if started is None and state == "running":
            started = time.monotonic()
        is_due = started is not None and time.monotonic() - started >= (kill_after_s or 1e9)
        if is_due and worker is not None:
            kill(worker)
            worker = None
            running.enter_context(run_command(url, "worker"))
    raise SystemExit("the run did not end")


def kill(worker: Popen[str]) -> None:
    """Kill a process and its children, and give them no time for anything."""
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text("ascii").split()
    for pid in (worker.pid, *map(int, children)):
        os.kill(pid, signal.SIGKILL)


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw, runs, slowest = random.Random(given.seed), [], 0.0
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'faults.sqlite'}"
        with Installation().serve(url) as service:
            keep_demo(service, "open", "freeze")
            with ExitStack() as running:
                first, _ = compute(service, url, running, None)
            for _ in range(given.times):
                with ExitStack() as running:
                    run, seconds = compute(service, url, running, draw.uniform(0.0, 4.0))
                runs.append(run)
                slowest = max(slowest, seconds)
            with service.reading() as store:
                undisturbed = store.proposals.describe(first.proposal_id or "").content_sha256
                kept = [store.proposals.describe(run.proposal_id or "") for run in runs]
                total = len(store.proposals.list_page(first.season_id, 200, None).items)
                attempts = store.session.execute(text("SELECT SUM(attempts) FROM jobs")).scalar()
    same = sum(each.content_sha256 == undisturbed for each in kept)
    print(f"{given.times} killed: {same} the same proposal; {total} proposals of {given.times + 1}")
    print(f"{attempts} attempts of {given.times + 1} jobs; the slowest run took {slowest:.1f} s")


if __name__ == "__main__":
    main()
