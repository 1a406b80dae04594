"""Stop PostgreSQL for a while under load: what was acknowledged is there, all is answered.

    python -m benchmarks.faults.stopped_postgres [--seconds 10] [--writers 8]

A server process, writers that each edit an actor of their own with growing numbers. Prints
the answers by status and code, whether any answer was no problem document, what was
acknowledged and is lost, and how long after its start the first write was acknowledged again.
"""

import argparse
import time
from collections import Counter
from threading import Thread
from typing import Any

import httpx2

from api.bootstrap import Installation
from benchmarks.faults.serving import SLUG, keep_demo, run_server
from tests.kit.databases import run_postgres_under_control


class Writer:
    """Edits one actor until told to stop, and remembers the last edit that was acknowledged."""

    def __init__(self, address: str, key: str, actor: str) -> None:
        headers = {"Authorization": f"Bearer {key}", "If-Match": "*"}
        self.http: Any = httpx2.Client(base_url=f"{address}/api/v1", headers=headers, timeout=60)
        self.actor, self.acknowledged, self.is_over = actor, -1, False
        self.told: Counter[str] = Counter()
        self.moments: list[float] = []

    def write(self) -> None:
        """Edit over and over."""
        number = 0
        while not self.is_over:
            number += 1
            answer = self.http.patch(f"/actors/{self.actor}", json={"offers": f"nr {number}"})
            if answer.status_code == 200:
                self.acknowledged = number
                self.moments.append(time.monotonic())
                self.told["200"] += 1
            elif answer.headers.get("content-type") == "application/problem+json":
                self.told[f"{answer.status_code} {answer.json()['code']}"] += 1
                time.sleep(0.05)
            else:
                self.told[f"{answer.status_code} no problem document"] += 1


def main() -> None:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--writers", type=int, default=8)
    given = parser.parse_args()
    with run_postgres_under_control() as (address, control):
        url = address.format(name="postgres")
        with Installation().serve(url) as service:
            key = keep_demo(service, "open")
        with run_server(url) as (_, at):
            writers = _begin(at, key, given.writers)
            time.sleep(3)
            control("-m", "immediate", "stop")
            time.sleep(given.seconds)
            control("start")
            back = time.monotonic()
            time.sleep(8)
            for writer in writers:
                writer.is_over = True
            time.sleep(1)
            first = min(m for w in writers for m in w.moments if m > back) - back
            lost = sum(_is_lost(writer) for writer in writers)
    told = sum((writer.told for writer in writers), Counter[str]())
    print(f"answers: {dict(told)}")
    print(f"acknowledged and lost: {lost}; first write {first:.1f} s after the start")


def _begin(at: str, key: str, count: int) -> list[Writer]:
    headers = {"Authorization": f"Bearer {key}"}
    listed = httpx2.get(f"{at}/api/v1/seasons/{SLUG}/actors?limit={count}", headers=headers)
    writers = [Writer(at, key, each["id"]) for each in listed.json()["items"]]
    for writer in writers:
        Thread(target=writer.write, daemon=True).start()
    return writers


def _is_lost(writer: Writer) -> bool:
    offers = writer.http.get(f"/actors/{writer.actor}").json()["offers"]
    return int(offers.split()[-1]) < writer.acknowledged


if __name__ == "__main__":
    main()
