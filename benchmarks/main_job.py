"""Time `propose` over sizes of seasons, beside random and greedy grouping.

    python -m benchmarks.main_job [--actors 120 400 3400] [--effort normal]

Every size runs in a process of its own, so that the peak of memory is its own. The words
are read first and timed apart; vectors are cached in KOALITION_CACHE_DIR, so that a second
run reads nothing.
"""

import argparse
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from api.bootstrap import Installation
from api.cli.progress import Terminal
from benchmarks.make_season import make_season
from benchmarks.tables import print_header, print_row
from matcher.core.arrays import Ints
from matcher.core.problem import Problem, build_problem
from matcher.core.settings import Options
from matcher.explain.conflicts import find_conflicts
from matcher.propose import propose
from models.ports.progress import Silence
from models.seasons import Effort
from models.text import Language

COLUMNS = (
    "actors",
    "reading_s",
    "solving_s",
    "objective",
    "bound",
    "gap",
    "status",
    "peak_mb",
    "random",
    "random_breaks",
    "greedy",
    "greedy_breaks",
)


def measure(count: int, effort: Effort, seed: int, degree: float) -> dict[str, object]:
    """Make a season, propose for it, and group it by the peers."""
    installation = Installation()
    with tempfile.TemporaryDirectory() as folder:
        make_season(Path(folder), count, seed, degree)
        season = installation.open_season(Path(folder)).season
    began = time.monotonic()
    reading = installation.words.read(season, Terminal(Language.EN))
    reading_s = time.monotonic() - began
    began = time.monotonic()
    proposal = propose(season, reading, Options(effort=effort), Silence())
    solving_s = time.monotonic() - began
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    problem = build_problem(season, reading.fits)
    sizes = {coalition.id: coalition.size for coalition in proposal.coalitions}
    wanted = [sizes.get(slot.id, 0) for slot in problem.slots]
    random, greedy = group_random(problem, wanted, seed), group_greedily(problem, wanted)
    certificate = proposal.certificate
    return {
        "actors": count,
        "reading_s": round(reading_s, 1),
        "solving_s": round(solving_s, 1),
        "objective": certificate.objective,
        "bound": certificate.bound,
        "gap": f"{certificate.gap:.4%}",
        "status": str(certificate.status),
        "peak_mb": round(peak_mb),
        "random": worth(problem, random),
        "random_breaks": len(find_conflicts(problem, random)),
        "greedy": worth(problem, greedy),
        "greedy_breaks": len(find_conflicts(problem, greedy)),
    }


def worth(problem: Problem, members: tuple[Ints, ...]) -> float:
    """Give F of a grouping."""
    totals = [
        problem.total(slot, chosen)
        for slot, chosen in zip(problem.slots, members, strict=True)
        if len(chosen)
    ]
    return round(problem.objective(totals), 6)


def group_random(problem: Problem, sizes: list[int], seed: int) -> tuple[Ints, ...]:
    """Deal shuffled actors to the coalitions, whatever the rules."""
    order = np.random.default_rng(seed).permutation(problem.pool.size)
    ends = np.cumsum([0, *sizes])
    return tuple(np.sort(order[a:b]) for a, b in itertools.pairwise(ends))


def group_greedily(problem: Problem, sizes: list[int]) -> tuple[Ints, ...]:
    """Give each coalition in turn its most relevant free actors, whatever the rules."""
    free = np.ones(problem.pool.size, dtype=bool)
    members = []
    for slot, size in zip(problem.slots, sizes, strict=True):
        column = problem.pool.season.challenge_index[slot.challenge.id]
        worth = np.where(free, problem.pool.relevance[:, column], -1.0)
        chosen = np.sort(np.argsort(-worth, kind="stable")[:size])
        free[chosen] = False
        members.append(chosen)
    return tuple(members)


def main() -> None:
    """Run every size in a process of its own and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actors", type=int, nargs="+", default=[120, 400, 3400])
    parser.add_argument("--effort", type=Effort, default=Effort.NORMAL)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--degree", type=float, default=6.0)
    parser.add_argument("--here", action="store_true", help="one size, in this process, as JSON")
    given = parser.parse_args()
    if given.here:
        print(json.dumps(measure(given.actors[0], given.effort, given.seed, given.degree)))
        return
    print_header(COLUMNS)
    for count in given.actors:
        options = {"actors": count, "effort": given.effort, "seed": given.seed}
        arguments = [str(part) for k, v in options.items() for part in (f"--{k}", v)]
        module = [sys.executable, "-m", "benchmarks.main_job", "--here", "--degree"]
        run = subprocess.run(
            [*module, str(given.degree), *arguments], stdout=subprocess.PIPE, text=True, check=True
        )
        row = json.loads(run.stdout)
        print_row(row[column] for column in COLUMNS)


if __name__ == "__main__":
    main()
