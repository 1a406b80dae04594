"""Group one instance with the product's search and with other methods, in one run.

    python -m benchmarks.peers FILE [--seconds 60] [--plot FILE.svg]

The others are a deal at random, a greedy deal, a local maximum of exchanges in NumPy (the
method that the R package anticlust calls `local-maximum`) restarted until the time is up,
and, where `ortools` is installed and up to 200 elements, CP-SAT on two workers with the
pair model. A row gives the best objective of a method and when it was found; the product's
rows are anneals of growing length, each run by itself. `--plot` draws quality against time. What it
needs beyond the engine is in the extra `benchmarks`.
"""

import argparse
import importlib.util
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.exchange import anneal, deal, descend, measure
from benchmarks.mdgp import Instance, read_instance, warm_up
from benchmarks.tables import print_header, print_row
from matcher.core.arrays import Ints

CP_SAT_MOST = 200
"""Elements beyond which the pair model takes gigabytes."""
SWEEPS = (30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000)


@dataclass(frozen=True)
class Point:
    """What a method had after so many seconds."""

    method: str
    seconds: float
    objective: float


def deal_greedily(instance: Instance, seed: int) -> Ints:
    """Give each element in turn, shuffled, to the open group that it adds most to."""
    n, m = len(instance.pairs), len(instance.least)
    sizes = np.bincount(deal(instance.least, instance.most, n, seed), minlength=m)
    group = np.full(n, -1)
    sums, filled = np.zeros((m, n)), np.zeros(m, dtype=np.int64)
    for x in np.random.default_rng(seed).permutation(n).tolist():
        # Per member, or the fullest group would draw everybody.
        worth = np.where(filled < sizes, sums[:, x] / np.maximum(1, filled), -1.0)
        g = int(np.argmax(np.where((filled == 0) & (sizes > 0), np.inf, worth)))
        group[x] = g
        filled[g] += 1
        sums[g] += instance.pairs[x]
    return group


def climb(pairs: np.ndarray, group: Ints, until: float) -> Ints:
    """Make each element's best exchange, over and over, until none gains."""
    n, m = len(pairs), int(group.max()) + 1
    group = group.copy()
    sums = np.stack([pairs[group == g].sum(axis=0) for g in range(m)])
    everyone, gained = np.arange(n), True
    while gained and time.perf_counter() < until:
        gained = False
        for x in range(n):
            gx = group[x]
            gains = sums[group, x] - sums[gx, x] + sums[gx] - sums[group, everyone] - 2 * pairs[x]
            gains[group == gx] = 0.0
            y = int(np.argmax(gains))
            if gains[y] > 1e-9:
                change = pairs[y] - pairs[x]
                sums[gx] += change
                sums[group[y]] -= change
                group[x], group[y] = group[y], gx
                gained = True
    return group


def run_climbs(instance: Instance, seconds: float) -> Iterator[Point]:
    """Restart the NumPy exchanges; give every improvement."""
    began, best, seed = time.perf_counter(), 0.0, 0
    while (now := time.perf_counter() - began) < seconds:
        start = deal(instance.least, instance.most, len(instance.pairs), seed)
        found = measure(instance.pairs, climb(instance.pairs, start, began + seconds))
        now, seed = time.perf_counter() - began, seed + 1
        if found > best:
            best = found
            yield Point("local maximum, NumPy", now, found)


def run_anneals(instance: Instance, seconds: float) -> Iterator[Point]:
    """Run the product's descent, and anneals while they fit."""
    pairs, least, most = instance.pairs, instance.least, instance.most
    start = deal(least, most, len(pairs), 1)
    began = time.perf_counter()
    found = descend(pairs, start, least, most, 1)
    yield Point("descent", time.perf_counter() - began, found.objective)
    pace = 0.0
    for sweeps in SWEEPS:
        if pace * sweeps > seconds:
            return
        began = time.perf_counter()
        found = anneal(pairs, start, least, most, 1, sweeps)
        took = time.perf_counter() - began
        pace = took / sweeps
        yield Point("annealing", took, found.objective)


def run_cp_sat(instance: Instance, seconds: float) -> Iterator[Point]:
    """Solve the pair model: an element's group, and for each group the pairs inside."""
    from ortools.sat.python import cp_model

    n, m = len(instance.pairs), len(instance.least)
    model = cp_model.CpModel()
    x = [[model.new_bool_var(f"x_{i}_{g}") for g in range(m)] for i in range(n)]
    for row in x:
        model.add_exactly_one(row)
    for g in range(m):
        count = sum(row[g] for row in x)
        model.add_linear_constraint(count, int(instance.least[g]), int(instance.most[g]))
    scaled = np.round(instance.pairs * 1_000).astype(np.int64)
    worth = []
    for i in range(n):
        for j in range(i + 1, n):
            for g in range(m):
                both = model.new_bool_var("")
                model.add_implication(both, x[i][g])
                model.add_implication(both, x[j][g])
                worth.append(int(scaled[i, j]) * both)
    model.maximize(sum(worth))

    points: list[Point] = []

    class Trace(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            group = np.array([[self.value(var) for var in row] for row in x]).argmax(axis=1)
            points.append(Point("CP-SAT", self.wall_time, measure(instance.pairs, group)))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.solve(model, Trace())
    yield from points


def run_at_once(name: str, method: Callable[[], Ints], instance: Instance) -> Point:
    """Time a method that has one answer."""
    began = time.perf_counter()
    group = method()
    return Point(name, time.perf_counter() - began, measure(instance.pairs, group))


def compare(instance: Instance, seconds: float) -> list[Point]:
    """Run every method that is here."""
    n = len(instance.pairs)
    random = run_at_once("random", lambda: deal(instance.least, instance.most, n, 1), instance)
    greedy = run_at_once("greedy", lambda: deal_greedily(instance, 1), instance)
    points = [random, greedy, *run_anneals(instance, seconds), *run_climbs(instance, seconds)]
    if importlib.util.find_spec("ortools") and n <= CP_SAT_MOST:
        points += run_cp_sat(instance, seconds)
    return points


def plot(points: list[Point], title: str, path: Path) -> None:
    """Draw how far each method was from the best of all, against time."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = title
    from matplotlib import pyplot

    best = max(point.objective for point in points)
    figure, axes = pyplot.subplots(figsize=(8, 4), layout="constrained")
    for method in dict.fromkeys(point.method for point in points):
        own = [point for point in points if point.method == method]
        gaps = [100 * (1 - point.objective / best) for point in own]
        seconds = [max(point.seconds, 1e-4) for point in own]
        axes.plot(seconds, gaps, marker="o", markersize=4, label=method)
    axes.set(title=title, xlabel="seconds", ylabel="below the best of all, %", xscale="log")
    axes.set_yscale("symlog", linthresh=0.01)
    axes.set_ylim(0, 50)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    axes.grid(alpha=0.3)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Read the arguments, run everything, print and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    instance = read_instance(given.file)
    warm_up()
    points = compare(instance, given.seconds)
    best = max(point.objective for point in points)
    print_header(("method", "s", "objective", "below the best"))
    for point in points:
        own = [other for other in points if other.method == point.method]
        if point.method != "annealing" and point is not own[-1]:
            continue
        gap = f"{1 - point.objective / best:.3%}"
        print_row((point.method, f"{point.seconds:.4f}", f"{point.objective:.1f}", gap))
    if given.plot:
        plot(points, given.file.name.split(".")[0], given.plot)


if __name__ == "__main__":
    main()
