"""Start and stop the whole application again and again in one process: what stays behind.

    python -m benchmarks.faults.cycles [--times 50] [--postgres]

Each time an app with a worker and a postman begins, is asked for its health and one list, and
ends. Prints the open files and the threads after the first two times and after the last.
"""

import argparse
import tempfile
import threading
from pathlib import Path

from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.letters.addresses import Addresses
from api.worker.postman import Postman
from api.worker.worker import Worker
from data.mail.outbox import Outbox
from tests.kit.databases import run_postgres


def live_once(url: str, outbox: Path) -> None:
    """Begin, ask and end."""
    with Installation().serve(url) as service:
        post, at = Outbox(outbox, "Koalition <hej@koalition.example>"), Addresses("http://x")
        app = create_app(
            service,
            is_local=True,
            make_worker=lambda: Worker(service, Installation().settings),
            make_postman=lambda: Postman(service, post, at),
        )
        with TestClient(app, base_url="http://127.0.0.1:8000") as http:
            assert http.get("/health/ready").status_code == 200
            assert http.get("/api/v1/seasons").status_code == 200


def count() -> tuple[int, int]:
    """Count the open files and the threads of this process."""
    return len(tuple(Path("/proc/self/fd").iterdir())), threading.active_count()


def cycle(url: str, times: int) -> None:
    """Print what stays behind."""
    with tempfile.TemporaryDirectory() as place:
        counts = []
        for _ in range(times):
            live_once(url, Path(place))
            counts.append(count())
    print(f"files and threads: {counts[0]}, {counts[1]}, …, {counts[-1]} after {times}")


def main() -> None:
    """Do it on SQLite, or on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    if given.postgres:
        with run_postgres() as address:
            cycle(address.format(name="postgres"), given.times)
        return
    with tempfile.TemporaryDirectory() as place:
        cycle(f"sqlite:///{Path(place) / 'cycles.sqlite'}", given.times)


if __name__ == "__main__":
    main()
