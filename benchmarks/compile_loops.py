"""Compile the search's loops once in an installation, so that nothing later waits for it.

python -m benchmarks.compile_loops
"""

import time

from benchmarks.mdgp import warm_up
from matcher.core.problem import build_problem
from matcher.meetings.seats import find_seats
from matcher.optimise.group import group
from models.meetings import Aim
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.gatherings import make_gathering
from tests.kit.seasons import middle_season


def main() -> None:
    """Group a small season and a small instance, seat seven people, and say how long that took."""
    began = time.perf_counter()
    warm_up()
    group(build_problem(*middle_season()), Effort.QUICK, 600, Silence())
    find_seats(make_gathering(7, 4, 3), Aim.PAIRS, 1, Effort.QUICK, Silence())
    print(f"compiled in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
