"""Let the disk be full during an import, a run and an export, over HTTP.

    python -m benchmarks.faults.full_disk

Needs the right to mount: the database lies on a small file system of its own, filled to the
brim each time; the export's files on another. Prints what each order was answered, whether
the database is whole and reads go on, and what happens once there is room again.
"""

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx2

from api.bootstrap import Installation
from benchmarks.faults.serving import SLUG, keep_demo, run_server
from data.samples import DEMO


@contextmanager
def mount(place: Path, megabytes: int) -> Iterator[Path]:
    """Mount a small file system."""
    place.mkdir(parents=True)
    size = f"size={megabytes}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(folder: Path) -> Path:
    """Fill a file system to its last byte."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as filler:
        try:
            while filler.write(b"x" * 65_536):
                pass
        except OSError:
            return path
    return path


def tell(what: str, answer: Any) -> None:
    """Print an answer."""
    is_problem = answer.headers.get("content-type") == "application/problem+json"
    code = answer.json()["code"] if is_problem else "–"
    print(f"{what}: {answer.status_code} {code}")


def main() -> None:
    """Print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with mount(place / "base", 24) as base, mount(place / "temporary", 4) as temporary:
            path = base / "koalition.sqlite"
            url = f"sqlite:///{path}"
            with Installation().serve(url) as service:
                key = keep_demo(service, "open", "freeze")
            headers = {"Authorization": f"Bearer {key}"}
            with (
                run_server(url, TMPDIR=str(temporary)) as (_, address),
                httpx2.Client(base_url=f"{address}/api/v1", headers=headers, timeout=120) as http,
            ):
                _try_all(http, path, base, temporary)


def _try_all(http: Any, path: Path, base: Path, temporary: Path) -> None:
    files = [
        ("files", (name, (DEMO / name).read_bytes()))
        for name in ("actors.csv", "challenges.csv", "ties.csv")
    ]
    filler = fill(base)
    tell("import, full", http.post(f"/seasons/{SLUG}/imports", files=files))
    tell("read meanwhile", http.get(f"/seasons/{SLUG}/actors"))
    filler.unlink()
    tell("import, room again", http.post(f"/seasons/{SLUG}/imports", files=files))

    run = http.post(f"/seasons/{SLUG}/runs", json={"effort": "quick"}).json()["id"]
    filler = fill(base)
    tell("run asked for, full", http.post(f"/seasons/{SLUG}/runs", json={"effort": "quick"}))
    tell("read meanwhile", http.get(f"/runs/{run}"))
    filler.unlink()
    with http.stream("GET", f"/runs/{run}/events") as events:
        last = [line for line in events.iter_lines() if line.startswith("data:")][-1]
    print("run, room again:", '"state":"done"' in last.replace(" ", ""))

    filler = fill(temporary)
    tell("export, full", http.get(f"/seasons/{SLUG}/export"))
    left = sorted(each.name for each in temporary.iterdir() if each != filler)
    print("left behind of the export:", left)
    filler.unlink()
    tell("export, room again", http.get(f"/seasons/{SLUG}/export"))
    with closing(sqlite3.connect(path)) as connection:
        print("integrity:", connection.execute("PRAGMA integrity_check").fetchone()[0])
        proposals = connection.execute("SELECT COUNT(*) FROM proposals").fetchone()[0]
    print("proposals:", proposals, "on", os.uname().sysname)


if __name__ == "__main__":
    main()
