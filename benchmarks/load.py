"""Load on a server: so many connections for a while, four reads to one write.

    python -m benchmarks.load [--actors 10000] [--connections 16] [--seconds 60]

A server process of its own on SQLite, one worker. Prints requests a second, what the clients
waited, answers by status, and the server's memory at the start and the end.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from threading import Thread

import httpx2

from api.bootstrap import Installation
from benchmarks.make_season import make_season
from models.callers import LOCAL, KeyScope
from models.kept_seasons import SeasonContent
from models.rights import SeasonRole


def prepare(url: str, actors: int) -> str:
    """Keep a season, open, and give a key of its owner."""
    with tempfile.TemporaryDirectory() as folder, Installation().serve(url) as service:
        make_season(Path(folder), actors, 1, 6.0)
        read = Installation().open_season(Path(folder))
        with service.changing() as store:
            store.seasons.add("large", SeasonContent(season=read.season, people=read.people))
            place = store.seasons.locate("large", LOCAL)
            assert place is not None
            store.seasons.advance(place, "open")
            account = store.people.add_account("kim@example.org", "Kim")
            store.people.give_role(place.id, account, SeasonRole.OWNER)
            return store.people.add_key("kim@example.org", tuple(KeyScope))


def memory_of(pid: int) -> float:
    """Give a process's memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1000 if found else 0.0


def ask(
    address: str, key: str, until: float, seed: int, seconds: list[float], told: Counter[int]
) -> None:
    """Read lists and actors, and edit one in five times."""
    draw = random.Random(seed)
    headers = {"Authorization": f"Bearer {key}"}
    with httpx2.Client(base_url=f"{address}/api/v1", headers=headers, timeout=60) as client:
        ids = [each["id"] for each in client.get("/seasons/large/actors?limit=200").json()["items"]]
        while time.monotonic() < until:
            actor, dice = draw.choice(ids), draw.random()
            began = time.perf_counter()
            if dice < 0.2:
                answer = client.patch(
                    f"/actors/{actor}",
                    json={"offers": f"lokaler {draw.random()}"},
                    headers={"If-Match": "*"},
                )
            elif dice < 0.5:
                answer = client.get("/seasons/large/actors?limit=50")
            elif dice < 0.8:
                answer = client.get(f"/actors/{actor}")
            else:
                answer = client.get("/seasons/large")
            seconds.append(time.perf_counter() - began)
            told[answer.status_code] += 1


def main() -> None:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'load.sqlite'}"
        key = prepare(url, given.actors)
        command = [sys.executable, "-m", "tests.kit.koalition", "serve", "--port", "0"]
        env = {**os.environ, "KOALITION_DATABASE_URL": url, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            found = re.search(r"http://\S+:\d+", server.stdout.readline())
            assert found is not None
            seconds: list[float] = []
            told: Counter[int] = Counter()
            before, until = memory_of(server.pid), time.monotonic() + given.seconds
            threads = [
                Thread(target=ask, args=(found[0], key, until, number, seconds, told))
                for number in range(given.connections)
            ]
            for thread in threads:
                thread.start()
            time.sleep(given.seconds / 4)
            quarter = memory_of(server.pid)
            for thread in threads:
                thread.join()
            after = memory_of(server.pid)
            server.terminate()
    ordered = sorted(1000 * each for each in seconds)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{len(seconds) / given.seconds:.0f} requests/s, answers {dict(told)}")
    print(f"p50 {statistics.median(ordered):.0f} ms, p95 {p95:.0f} ms, worst {ordered[-1]:.0f} ms")
    print(f"memory {before:.0f} MB, after a quarter {quarter:.0f}, at the end {after:.0f}")


if __name__ == "__main__":
    main()
