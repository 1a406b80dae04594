"""Short texts of known themes, as the cards of a meeting could be."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.json_lines import read_lines
from benchmarks.quality.task import part_of
from matcher.embedding.passages import split_passages

EACH = 40
"""Texts of one theme at most."""
LEAST = 12
"""A theme of fewer texts is left out."""
VAGUE = ("Annat", "Partiets dag", "Partiets halvdag", "Oklassificerat", "Forskning", "EU")
"""Labels of no theme: other things, party days, research, the EU."""


@dataclass(frozen=True)
class Card:
    """A text, its language and its theme; versions of one text share their source."""

    text: str
    language: str
    theme: str
    source: str


def read_goals(data: Path, part: str) -> list[Card]:
    """Give the first sentences of English texts on the 17 sustainable development goals."""
    with gzip.open(data / "sdg_en" / "osdg_binary_pairs.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["expected_label"] == "True"]
    cards = (Card(_first(row["text"]), "en", row["sdg"], row["id"]) for row in rows)
    return _limit(cards, part)


def read_events(data: Path, part: str) -> list[Card]:
    """Give the first sentences of Swedish public events with a single subject label."""
    events = read_lines(data / "almedalen_sv" / "dev.events.jsonl.gz")
    cards = (
        Card(_first(event["description"]), "sv", event["topics"][0], event["id"])
        for event in events
        if len(event.get("topics", ())) == 1 and event.get("description")
    )
    return _limit(cards, part)


def read_projects(data: Path, part: str) -> list[Card]:
    """Give Swedish and English titles of research projects by their subject class."""
    found: list[Card] = []
    for project in read_lines(data / "swecris_kth" / "dev.projects.jsonl.gz"):
        titles = [str(project.get(f"title_{language}") or "") for language in ("sv", "en")]
        if all(titles) and titles[0] != titles[1] and project.get("scb"):
            found += [
                Card(title, language, project["scb"][0], project["id"])
                for title, language in zip(titles, ("sv", "en"), strict=True)
            ]
    return _limit(iter(found), part, 2 * EACH)


def _first(text: str) -> str:
    return " ".join((split_passages(text) or [("",)])[0])


def _limit(cards: Iterator[Card], part: str, most: int = EACH) -> list[Card]:
    """Keep some cards of each theme that has enough of them in a part."""
    themes: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.text and card.theme not in VAGUE and part_of(card.source) == part:
            themes[card.theme].append(card)
    return [card for own in themes.values() if len(own) >= LEAST for card in own[:most]]
