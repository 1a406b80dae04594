"""How long `koalition check` takes to explain a conflict, as a process from its start.

    python -m benchmarks.check_conflict [--runs 5]

Eighteen public seats are asked of sixteen public actors. The peer is the same command on
the same season without the rule, so that what explaining costs stands by itself. No cache
is given, so that a model could only be loaded if it were asked for.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.kit.scarce import RULE, lay_scarce

MAIN = "from api.cli import main; main()"


def time_check(folder: Path, runs: int, expected: int) -> float:
    """Give the median of the seconds that the command takes."""
    seconds = []
    for _ in range(runs):
        environment = {**os.environ, "KOALITION_CACHE_DIR": str(folder.parent / "no-cache")}
        began = time.perf_counter()
        command = [sys.executable, "-c", MAIN, "check", str(folder), "--json"]
        run = subprocess.run(command, env=environment, capture_output=True, check=False)
        seconds.append(time.perf_counter() - began)
        if run.returncode != expected:
            raise SystemExit(run.stderr.decode())
    return statistics.median(seconds)


def main() -> None:
    """Read the arguments, run, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        folder = lay_scarce(Path(place) / "season")
        conflicting = time_check(folder, runs, expected=3)
        toml = folder / "season.toml"
        toml.write_text(toml.read_text("utf-8").replace(RULE, ""), "utf-8")
        free = time_check(folder, runs, expected=0)
    print(f"with the conflict {conflicting:.2f} s, without {free:.2f} s: {conflicting / free:.2f}")


if __name__ == "__main__":
    main()
