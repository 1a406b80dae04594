"""The same profile in Swedish and in English: how far apart it ranks.

500 projects are authors twice, by their Swedish and by their English abstract. Each one's
Swedish title is asked. 1 is the same place for both versions; 0.95 is five points of
percentile apart, 0.67 is chance.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from benchmarks.json_lines import read_lines
from benchmarks.quality.task import Measure, Reader, Texts, part_of
from matcher.embedding.languages import language_of

PAIRS, WORDS, LEAST = 500, 1_000, 200


def rank_both(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure how alike both versions rank, for their own title and for the others' titles."""
    titles, swedish, english = [], [], []
    for project in read_lines(data / "swecris_kth" / "dev.projects.jsonl.gz"):
        texts = [str(project.get(f"abstract_{lang}") or "")[:WORDS] for lang in ("sv", "en")]
        is_told = min(map(len, texts)) >= LEAST and project.get("title_sv")
        if not is_told or part_of(project["id"]) != part or len(titles) == PAIRS:
            continue
        if [language_of(text) for text in texts] == ["sv", "en"]:
            titles.append(project["title_sv"])
            swedish.append(texts[0])
            english.append(texts[1])
    count = len(titles)
    scores = reader(Texts([*swedish, *english], titles))
    places = rankdata(scores, axis=0) / (2 * count)
    alike = 1 - np.abs(places[:count] - places[count:])
    own = np.diagonal(alike)
    yield Measure.mean("agreement, own title", own)
    yield Measure.mean("agreement, others' titles", (alike.sum(axis=1) - own) / (count - 1))
