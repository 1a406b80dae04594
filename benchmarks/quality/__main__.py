"""Measure how well words are read.

    python -m benchmarks.quality --data FOLDER [--protocol NAME …] [--reader NAME …] [--part held]

FOLDER holds `almedalen_sv`, `cordis`, `interreg_sv`, `swecris_kth` and `sts_sv`. Every figure
has its 95 % interval of a thousand bootstrap draws over the cases; *above TF-IDF* is the engine
less the better TF-IDF, drawn on the same cases. Tune on the part `tune`; `held` is for the end.
Vectors are cached, so that only the first run reads the texts, which takes hours on two cores.
"""

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks.quality.consortia import deal_partners, find_partners
from benchmarks.quality.languages import compare_sentences, cross
from benchmarks.quality.parity import rank_both
from benchmarks.quality.places import cover_europe, cover_sweden
from benchmarks.quality.readers import BASELINES, READERS
from benchmarks.quality.recovery import recover
from benchmarks.quality.sectors import mix_eu, mix_interreg
from benchmarks.quality.task import PARTS, Measure, Protocol
from benchmarks.tables import print_header, print_row

PROTOCOLS: dict[str, Protocol] = {
    "Swedish coalitions of 2023": recover,
    "EU partners": find_partners,
    "EU partition of 20": deal_partners,
    "Swedish to English titles": cross,
    "Swedish sentences": compare_sentences,
    "Both languages": rank_both,
    "EU sector mix": mix_eu,
    "Interreg sector mix": mix_interreg,
    "Swedish places": cover_sweden,
    "European places": cover_europe,
}
UNREAD = (cover_sweden, cover_europe)
"""Protocols in which nothing is read, so that all readers give the same."""
DRAWS = 1_000


def interval(measure: Measure, minus: Measure | None = None) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of a figure, or of its lead over another."""
    random = np.random.default_rng(1)
    drawn = []
    for _ in range(DRAWS):
        cases = random.integers(0, measure.count, measure.count)
        drawn.append(measure.of(cases) - (minus.of(cases) if minus else 0.0))
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(low), float(high)


def show(measure: Measure) -> str:
    """Write a figure with its interval."""
    low, high = interval(measure)
    return f"{measure.of(np.arange(measure.count)):.3f} ({low:.3f}–{high:.3f})"


def lead(found: dict[str, Measure]) -> str:
    """Write the engine's lead over the better TF-IDF."""
    if "engine" not in found or not any(name in found for name in BASELINES):
        return ""
    every = np.arange(found["engine"].count)
    best = max((found[name] for name in BASELINES if name in found), key=lambda m: m.of(every))
    low, high = interval(found["engine"], best)
    more = found["engine"].of(every) - best.of(every)
    return f"{more:+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    """Read the arguments and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--protocol", nargs="+", choices=PROTOCOLS, default=list(PROTOCOLS))
    parser.add_argument("--reader", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--part", choices=PARTS, default=PARTS[0])
    given = parser.parse_args()
    print_header(("task", "measure", "cases", *given.reader, "above TF-IDF", "s"))
    for name in given.protocol:
        began, table = time.perf_counter(), dict[str, dict[str, Measure]]()
        protocol = PROTOCOLS[name]
        for reader in given.reader[:1] if protocol in UNREAD else given.reader:
            for measure in protocol(given.data, READERS[reader], given.part):
                table.setdefault(measure.name, {})[reader] = measure
        took = time.perf_counter() - began
        for key, found in table.items():
            count = next(iter(found.values())).count
            shown = [show(found[reader]) if reader in found else "–" for reader in given.reader]
            print_row((name, key, count, *shown, lead(found), f"{took:.0f}"))


if __name__ == "__main__":
    main()
