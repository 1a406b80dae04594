"""Group the elements of a published instance with the product's own search.

    python benchmarks/mdgp.py FILE --seconds S --seed N

Prints one JSON object with the objective, the seconds used and the groups, in the file's
order and each within its bounds. The pace is measured as it cools; compiling is not counted.
"""

import argparse
import gzip
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.exchange import Annealing, Groups, anneal, deal, measure
from matcher.core.arrays import Floats, Ints

STEPS = 200
SHARE = 0.97
"""Of the seconds that is planned for: the last step may slow down."""


@dataclass(frozen=True, eq=False)
class Instance:
    """Distances of all pairs and the groups' bounds."""

    pairs: Floats
    least: Ints
    most: Ints


def read_instance(path: Path) -> Instance:
    """Read `n m ss|ds lb1 ub1 …` and a line `i j d` for each pair."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    head, _, body = text.decode().partition("\n")
    words = head.split()
    n, m = int(words[0]), int(words[1])
    bounds = np.array([int(word) for word in words[3 : 3 + 2 * m]], dtype=np.int64)
    rows = np.array(body.split(), dtype=np.float64).reshape(-1, 3)
    pairs = np.zeros((n, n))
    i, j = rows[:, 0].astype(np.int64), rows[:, 1].astype(np.int64)
    pairs[i, j] = pairs[j, i] = rows[:, 2]
    return Instance(pairs, bounds[0::2].copy(), bounds[1::2].copy())


def solve(instance: Instance, seconds: float, seed: int) -> Groups:
    """Anneal for about so many seconds: each step takes its share of what is left of them."""
    began = time.perf_counter()
    pairs, least, most = instance.pairs, instance.least, instance.most
    annealing = Annealing(pairs, deal(least, most, len(pairs), seed), least, most, seed)
    sweeps = 1
    for step in range(STEPS):
        step_began = time.perf_counter()
        annealing.cool(step / STEPS, (step + 1) / STEPS, sweeps)
        now = time.perf_counter()
        pace = (now - step_began) / sweeps
        left = SHARE * seconds - (now - began)
        if left <= 0:
            break
        sweeps = max(1, int(left / max(1, STEPS - step - 1) / pace))
    return annealing.end()


def warm_up() -> None:
    """Have the loops compiled before the clock starts."""
    tiny = np.array([2, 2], dtype=np.int64)
    anneal(np.ones((4, 4)) - np.eye(4), deal(tiny, tiny, 4, 1), tiny, tiny, 1, 2)


def main() -> None:
    """Read the arguments, group, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    instance = read_instance(given.file)
    warm_up()
    began = time.perf_counter()
    found = solve(instance, given.seconds, given.seed)
    seconds = time.perf_counter() - began
    groups = [np.flatnonzero(found.group == g).tolist() for g in range(len(instance.least))]
    print(
        json.dumps(
            {
                "objective": measure(instance.pairs, found.group),
                "seconds": round(seconds, 3),
                "groups": groups,
            }
        )
    )


if __name__ == "__main__":
    main()
