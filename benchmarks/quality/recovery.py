"""Swedish coalitions in time: who took up a question of 2023, by what they did before.

Questions are events of 2023, without their organisers' names; candidates are all
organisations with events up to 2022, in the words of these.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.json_lines import read_lines
from benchmarks.quality.task import Measure, Reader, Texts, part_of, ranks_of

ASKED, WORDS = 2023, 1_500
LEAST = 120
"""Characters that a question has at least."""


def recover(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the mean reciprocal rank and the recall of the organisers."""
    events = [
        event
        for event in read_lines(data / "almedalen_sv" / "dev.events.jsonl.gz")
        if event["organisers_reliable"]
    ]
    past: dict[str, list[str]] = defaultdict(list)
    for event in sorted(events, key=lambda event: -event["year"]):
        if event["year"] < ASKED:
            for name in event["organisers"]:
                past[name].append(without_names(event))
    names = sorted(past)
    place = {name: i for i, name in enumerate(names)}
    asked = [
        (without_names(event), right)
        for event in events
        if event["year"] == ASKED and part_of(event["id"]) == part
        if (right := [place[name] for name in event["organisers"] if name in place])
        if len(without_names(event)) >= LEAST
    ]
    texts = Texts(
        passages=["\n".join(past[name]) for name in names],
        questions=[question for question, _ in asked],
        popularity=[len(past[name]) for name in names],
    )
    scores = reader(texts)
    ranks = [ranks_of(scores[:, q], right) for q, (_, right) in enumerate(asked)]
    yield Measure.mean("MRR", [1 / own.min() for own in ranks])
    yield Measure.mean("recall@10", [float((own <= 10).mean()) for own in ranks])
    yield Measure.mean("recall@50", [float((own <= 50).mean()) for own in ranks])


def without_names(event: dict[str, Any]) -> str:
    """Give an event's words without the names of its organisers."""
    text = f"{event['title']} {event.get('description', '')}"
    for name in sorted(event["organisers"], key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return " ".join(text.split())[:WORDS]
