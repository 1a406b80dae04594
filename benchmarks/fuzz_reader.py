"""Read mangled season files for as long as is asked, and tell of every one that misbehaves.

    python -m benchmarks.fuzz_reader --minutes 10 [--seed 0]

Seeds count up from `--seed`; `tests.kit.mangling.draw_season(seed)` gives a seed's files
again. An example that takes longer than a minute ends the run with a traceback.
"""

import argparse
import faulthandler
import sys
import time
import traceback
from collections import Counter

from tests.kit.mangling import check_reading

HANG_S = 60
MOST_SHOWN = 20


def fuzz(minutes: float, first: int) -> tuple[Counter[str], float]:
    """Read examples until the time is up; give their outcomes and the slowest one's seconds."""
    outcomes: Counter[str] = Counter()
    slowest_s = 0.0
    end = time.monotonic() + 60 * minutes
    seed = first
    while time.monotonic() < end:
        faulthandler.dump_traceback_later(HANG_S, exit=True)
        start = time.monotonic()
        try:
            outcomes[check_reading(seed)] += 1
        except Exception as error:
            outcomes[f"failed: {type(error).__name__}"] += 1
            if outcomes.total() - outcomes["season"] - outcomes["faults"] <= MOST_SHOWN:
                print(f"seed {seed}", file=sys.stderr)
                traceback.print_exc(limit=-3)
        slowest_s = max(slowest_s, time.monotonic() - start)
        seed += 1
    faulthandler.cancel_dump_traceback_later()
    return outcomes, slowest_s


def main() -> None:
    """Read the arguments, run, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    outcomes, slowest_s = fuzz(given.minutes, given.seed)
    print(f"{outcomes.total()} examples: {dict(outcomes)}; slowest {slowest_s:.2f} s")
    sys.exit(1 if outcomes.keys() - {"season", "faults"} else 0)


if __name__ == "__main__":
    main()
