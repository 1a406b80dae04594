"""Swedish and English: a Swedish title finds its English one; sentences are as alike as said."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from benchmarks.json_lines import read_lines
from benchmarks.quality.task import (
    Floats,
    Ints,
    Measure,
    Reader,
    Texts,
    part_of,
    ranks_of,
)

PAIRS = 500


def cross(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure how often the English title of a Swedish one comes first among 500."""
    pairs = [
        (project["title_sv"], project["title_en"])
        for project in read_lines(data / "swecris_kth" / "dev.projects.jsonl.gz")
        if project.get("title_sv") and project.get("title_en")
        if project["title_sv"] != project["title_en"] and part_of(project["id"]) == part
    ][:PAIRS]
    scores = reader(Texts([english for _, english in pairs], [swedish for swedish, _ in pairs]))
    first = [float(ranks_of(scores[:, q], [q])[0] == 1) for q in range(len(pairs))]
    yield Measure.mean("recall@1", first)


def compare_sentences(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the rank correlation with people's judgement; `tune` is the training part."""
    name = {"tune": "train", "held": "dev"}[part]
    with gzip.open(data / "sts_sv" / f"sweparaphrase_{name}.tsv.gz", "rt") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[:1_500]
    told = np.array([float(row["label"]) for row in rows])
    scores = reader(Texts([row["sentence_1"] for row in rows], [row["sentence_2"] for row in rows]))
    alike: Floats = np.diagonal(scores).copy()

    def correlate(cases: Ints) -> float:
        return float(spearmanr(alike[cases], told[cases])[0]) if np.ptp(alike[cases]) else 0.0

    yield Measure("Spearman", len(rows), correlate)
