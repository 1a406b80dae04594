"""Attack the engine with odd seasons for as long as is asked, and keep what fails.

    python -m benchmarks.adversary --minutes 60 [--seed 0] [--out found]

Every season is drawn from a seed, which counts up; every command's answer is held against
complete enumeration, written from the contract alone (`tests/adversary`). A season that
fails is written as a folder with what was expected. `--only N` tries one seed again.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.adversary.attack import Failure, attack
from tests.adversary.commands import COMMANDS
from tests.adversary.draw import draw_case
from tests.adversary.folders import write_folder


def run(seed: int, commands: list[str], out: Path) -> list[Failure]:
    """Attack one season; keep it where something fails."""
    drawn = draw_case(seed)
    failures = attack(drawn, {name: COMMANDS[name] for name in commands})
    if failures:
        write_folder(out / f"seed-{seed}", drawn, failures)
    return failures


def main() -> None:
    """Read the arguments, run, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="one seed alone")
    parser.add_argument("--commands", nargs="+", choices=[*COMMANDS], default=[*COMMANDS])
    parser.add_argument("--out", type=Path, default=Path("found"))
    given = parser.parse_args()
    found, slowest = Counter[str](), (0.0, 0)
    first = seed = given.seed if given.only is None else given.only
    end = time.monotonic() + 60 * given.minutes
    while time.monotonic() < end:
        start = time.monotonic()
        for failure in run(seed, given.commands, given.out):
            found[failure.command] += 1
            shown = failure.told.splitlines()[0][:300]
            print(f"seed {seed}: {failure.command}: {shown}", file=sys.stderr, flush=True)
        slowest = max(slowest, (time.monotonic() - start, seed))
        seed += 1
        if given.only is not None:
            break
    told = dict(found) or "nothing found"
    print(f"seeds {first}–{seed - 1}: {told}; slowest {slowest[0]:.1f} s (seed {slowest[1]})")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
