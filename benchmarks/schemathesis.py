"""Let schemathesis ask the service everything that its document allows, and what it does not.

    python -m benchmarks.schemathesis [--minutes 10] [--examples N] [--seed 1]

A server process of its own with the sample season and a key of its owner; all checks and all
phases, links between operations included. Prints what schemathesis says; the exit code is its
own, 0 where it found nothing. With `--examples` each operation is asked so often, once, and
not until the time is over.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from api.bootstrap import Installation
from benchmarks.faults.serving import keep_demo, run_server

CONFIG = Path(__file__).with_suffix(".toml")


def ask_everything(options: Sequence[str], output: int | None = None) -> tuple[int, str]:
    """Run schemathesis on a server of its own, and give its exit code and what it said."""
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'asked.sqlite'}"
        with Installation().serve(url) as service:
            key = keep_demo(service, "open", "freeze")
        with run_server(url, KOALITION_STATE_DIR=place) as (_, address):
            command = [
                *(str(Path(sys.executable).with_name("schemathesis")), "--config-file", CONFIG),
                *("run", f"{address}/api/openapi.json", "--checks", "all"),
                # An address without a body has few inputs, and minutes use them up.
                *("--suppress-health-check", "filter_too_much"),
                *("--header", f"Authorization: Bearer {key}", "--output-sanitize", "true"),
                *options,
            ]
            done = subprocess.run(command, cwd=place, stdout=output, text=True, check=False)
    return done.returncode, done.stdout or ""


def main() -> None:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--examples", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    often = ["--max-examples", str(given.examples)] if given.examples else []
    until = [] if given.examples else ["--max-time", str(int(60 * given.minutes))]
    code, _ = ask_everything([*often, *until, "--seed", str(given.seed)])
    sys.exit(code)


if __name__ == "__main__":
    main()
