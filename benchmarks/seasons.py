"""Time the optimiser on seasons of real organisations, by size, balance, ties and scarcity.

    python -m benchmarks.seasons --data FOLDER [--case 400x6@0.5 3000x60@1 400x6@0.5,20+5:10 …]

A case is `ACTORSxCHALLENGES@BALANCE[,DEGREE][+FACETS][:TIMES]`, with offers and seeks where
there are facets; of so many times everybody can come to about half; every coalition has 18
seats. The words are
read by TF-IDF before the clock starts (see `benchmarks.real_season`, which also says what
FOLDER holds). Every case runs in a process of its own, so that the peak of memory is its
own; what the search's loops take to be compiled, once in an installation, is not counted.

*Descent* is how far a swap descent that shares nothing with the engine
(`tests.kit.plain_descent`) comes above the answer, from the answer and from a greedy start;
it knows no facets and no times, and is left out beyond 5,000 actors.
"""

import argparse
import json
import math
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.real_season import Wanted, make_real_season
from benchmarks.tables import print_header, print_row
from matcher.core.problem import build_problem
from matcher.optimise.group import group
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.plain_descent import descend, read_facts, start_greedily

CASES = (
    "60x1@0.5",
    "400x1@0.5",
    "400x6@0",
    "400x6@0.5",
    "400x6@1",
    "400x6@0.5,20",
    "400x6@0.5+5",
    "400x6@0.5:10",
    "115x6@0.5",
    "150x6@0.5",
    "200x6@0.5",
    "3000x60@0.5",
    "3000x60@1",
    "5000x100@0.5",
    "20000x200@0.5",
)
MOST_MB = {"20000x200@0.5": 4_000}
"""What a case's process may take at its peak, everything that it imports included."""
MOST_DESCENDED = 5_000
"""With more actors the descent, which is plain Python, would take too long."""
BOUND_BY = "stage_bound_by_"
CASE = re.compile(r"(\d+)x(\d+)@([\d.]+)(?:,([\d.]+))?(?:\+(\d+))?(?::(\d+))?")
COLUMNS = (
    "case",
    "F",
    "bound",
    "gap",
    "ended by",
    "bound by",
    "s",
    "gap as it fell (s)",
    "peak, MB",
    "descent",
)


class Trace(Silence):
    """Notes when the proven gap became what."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.gaps: list[tuple[float, float]] = []
        self.bound_by = ""

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Note a gap that is smaller than the last, and which part of the bound binds."""
        if stage.startswith(BOUND_BY):
            self.bound_by = stage.removeprefix(BOUND_BY)
        if gap is not None and (not self.gaps or gap < self.gaps[-1][1]):
            self.gaps.append((time.monotonic() - self.began, gap))


def read_case(text: str, seed: int) -> Wanted:
    """Read a case as the command line writes it."""
    found = CASE.fullmatch(text)
    if found is None:
        raise SystemExit(
            f"{text} is no case: write ACTORSxCHALLENGES@BALANCE[,DEGREE][+FACETS][:TIMES]"
        )
    actors, challenges, balance, degree, facets, times = found.groups()
    return Wanted(
        int(actors),
        int(challenges),
        balance=float(balance),
        degree=float(degree or 6),
        seed=seed,
        facets=int(facets or 0),
        times=int(times or 0),
    )


def measure(data: Path, case: str, effort: Effort, seed: int) -> dict[str, object]:
    """Solve one case."""
    wanted = read_case(case, seed)
    season, fits = make_real_season(data, wanted)
    problem = build_problem(season, fits)
    warm, small = make_real_season(data, Wanted(60, 2))
    group(build_problem(warm, small), Effort.QUICK, 600, Silence())  # compiles
    trace = Trace()
    answer = group(problem, effort, 3_600, trace)
    seconds = time.monotonic() - trace.began
    gap = (answer.bound - answer.objective) / max(answer.bound, 1e-6)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reached: list[float] = []
    if not (wanted.facets or wanted.times or wanted.actors > MOST_DESCENDED):
        facts = read_facts(season, fits.relevance)
        starts = ([m.tolist() for m in answer.members], start_greedily(facts, answer.seats.sizes))
        reached = [descend(facts, start)[1] / answer.objective - 1 for start in starts]
    return {
        "case": case,
        "F": round(answer.objective, 6),
        "bound": round(answer.bound, 6),
        "gap": f"{gap:.3%}",
        "ended by": str(answer.ended_by),
        "bound by": trace.bound_by,
        "s": round(seconds, 1),
        "gap as it fell (s)": ", ".join(f"{g:.2%} ({s:.0f})" for s, g in trace.gaps),
        "peak, MB": round(peak),
        "descent": ", ".join(f"{above:+.3%}" for above in reached),
    }


def main() -> None:
    """Run every case in a process of its own and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--case", nargs="+", default=list(CASES))
    parser.add_argument("--effort", type=Effort, default=Effort.NORMAL)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help="one case, in this process, as JSON")
    given = parser.parse_args()
    if given.here:
        print(json.dumps(measure(given.data, given.case[0], given.effort, given.seed)))
        return
    print_header(COLUMNS)
    for case in given.case:
        module = [sys.executable, "-m", "benchmarks.seasons", "--here", "--data", str(given.data)]
        options = ["--case", case, "--effort", given.effort, "--seed", str(given.seed)]
        run = subprocess.run([*module, *options], stdout=subprocess.PIPE, text=True, check=True)
        row = json.loads(run.stdout)
        print_row(row[column] for column in COLUMNS)
        if row["peak, MB"] > MOST_MB.get(case, math.inf):
            sys.exit(f"{case} took {row['peak, MB']} MB, more than {MOST_MB[case]}")


if __name__ == "__main__":
    main()
