"""Group published and generated instances of one family, many seeds, beside what is published.

    python -m benchmarks.grouping --data FOLDER [--case RanReal_n120_ss_01,3 …] [--seeds 5]
    python -m benchmarks.grouping --data FOLDER --fresh [--case RanReal,480,20,10 …]

FOLDER holds the published instances and their `published.csv`. With `--fresh` a case is
`FAMILY,ELEMENTS,GROUPS,SECONDS`, drawn by the families' rules: RanReal uniform on
[0, 100], Geo Euclidean distances of uniform points of [0, 100] in 2 to 21 dimensions. A fresh
instance has no published best, so the table then says by how much the search lies above a
descent to a swap optimum, and how long that took.
"""

import argparse
import csv
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.eigenvalue import bound_pairs
from benchmarks.exchange import deal, descend
from benchmarks.mdgp import Instance, read_instance, solve, warm_up
from benchmarks.tables import print_header, print_row

CASES = (
    "RanReal_n120_ss_01,3",
    "Geo_n120_ss_01,3",
    "RanInt_n120_ds_01,3",
    "RanReal_n240_ss_01,20",
    "RanInt_n240_ds_01,20",
    "RanReal_n480_ss_01,10",
    "Geo_n480_ss_01,10",
    "RanReal_n480_ss_01,60",
    "Geo_n480_ss_01,60",
)
FRESH = (
    "RanReal,120,10,3",
    "RanReal,240,12,20",
    "Geo,240,12,20",
    "RanReal,480,20,10",
    "Geo,480,20,10",
    "RanReal,960,24,60",
    "RanReal,960,40,60",
    "RanReal,2000,50,300",
)


def draw(family: str, elements: int, groups: int, seed: int) -> Instance:
    """Draw an instance of a family with groups of equal size."""
    random = np.random.default_rng(seed)
    if family == "Geo":
        points = random.random((elements, int(random.integers(2, 22)))) * 100
        pairs = np.sqrt(((points[:, None] - points) ** 2).sum(axis=2))
    else:
        half = np.triu(random.random((elements, elements)) * 100, 1)
        pairs = half + half.T
    sizes = np.full(groups, elements // groups)
    return Instance(pairs, sizes, sizes)


def eigenvalue_gap(instance: Instance, objective: float) -> float | None:
    """Give how far the bound lies above, for groups of stated sizes."""
    if (instance.least != instance.most).any():
        return None
    return bound_pairs(instance.pairs, instance.least) / objective - 1


def show_gaps(gaps: Sequence[float | None]) -> str:
    """Write the smallest and the largest gap."""
    known = [gap for gap in gaps if gap is not None]
    return " to ".join(dict.fromkeys(f"{each(known):.2%}" for each in (min, max) if known))


def print_published(data: Path, cases: Sequence[str], seeds: int) -> None:
    """Print the gaps to the published best and average."""
    with (data / "published.csv").open() as file:
        published = {row["instance"]: row for row in csv.DictReader(file)}
    columns = ("instance", "s", "mean", "best", "to best", "to average", "seconds used", "bound")
    print_header(columns)
    for case in cases:
        name, limit = case.split(",")
        instance = read_instance(data / f"{name}.txt.gz")
        found, took = [], []
        for seed in range(1, seeds + 1):
            began = time.perf_counter()
            found.append(solve(instance, float(limit), seed).objective)
            took.append(time.perf_counter() - began)
        mean = float(np.mean(found))
        best, average = (float(published[name][key]) for key in ("best", "avg"))
        print_row(
            (
                name,
                limit,
                f"{mean:.1f}",
                f"{max(found):.1f}",
                f"{1 - mean / best:+.4%}",
                f"{1 - mean / average:+.4%}",
                f"{min(took):.1f} to {max(took):.1f}",
                show_gaps([eigenvalue_gap(instance, mean)]),
            )
        )


def print_fresh(cases: Sequence[str], seeds: int) -> None:
    """Print by how much the search lies above a descent; every seed draws its own instance."""
    columns = ("family", "n", "groups", "s", "above descent", "descent, ms", "seconds used")
    print_header((*columns, "bound"))
    for case in cases:
        family, *numbers = case.split(",")
        elements, groups, limit = map(int, numbers)
        above, speed, took, gaps = [], [], [], []
        for seed in range(1, seeds + 1):
            instance = draw(family, elements, groups, 1_000 + seed)
            pairs, least, most = instance.pairs, instance.least, instance.most
            start = deal(least, most, elements, seed)
            began = time.perf_counter()
            plain = descend(pairs, start, least, most, seed).objective
            speed.append(time.perf_counter() - began)
            began = time.perf_counter()
            found = solve(instance, limit, seed).objective
            took.append(time.perf_counter() - began)
            above.append(found / plain - 1)
            gaps.append(eigenvalue_gap(instance, found))
        print_row(
            (
                family,
                elements,
                groups,
                limit,
                f"{np.mean(above):.2%}",
                f"{1e3 * np.median(speed):.1f}",
                f"{min(took):.1f} to {max(took):.1f}",
                show_gaps(gaps),
            )
        )


def main() -> None:
    """Read the arguments and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--case", nargs="+")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--fresh", action="store_true")
    given = parser.parse_args()
    warm_up()
    if given.fresh:
        print_fresh(given.case or FRESH, given.seeds)
    else:
        print_published(given.data, given.case or CASES, given.seeds)


if __name__ == "__main__":
    main()
