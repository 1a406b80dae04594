"""Make a season of any size from the demo season's vocabulary.

    python -m benchmarks.make_season FOLDER --actors 400 [--seed 1] [--degree 6] [--slots 10]

Profiles are sentences of the demo's profiles of one theme and one language, shuffled
together anew; names are made of its names' parts; the challenges and rules are its own. Of
the slots that are asked for every actor can come to each with one chance in two.
The same arguments give the same bytes.
"""

import argparse
import csv
import random
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.reference.gazetteer import load_gazetteer
from data.samples import DEMO

SECTOR_SHARES = {"public": 0.30, "private": 0.30, "civil_society": 0.25, "academia": 0.15}
COLUMNS = (
    "id",
    "name",
    "sector",
    "place",
    "description",
    "offers",
    "seeks",
    "wishes",
    "capacity",
    "passed_over",
    "available",
)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
ENGLISH = re.compile(r"\b(the|and|with|our)\b")
SAME_COUNTY_SHARE = 0.5
"""Share of ties that are drawn within a county."""


@dataclass(frozen=True)
class Vocabulary:
    """What profiles are made of, by theme and language."""

    sentences: dict[tuple[str, bool], tuple[str, ...]]
    offers: dict[tuple[str, bool], tuple[str, ...]]
    seeks: dict[tuple[str, bool], tuple[str, ...]]
    first_words: tuple[str, ...]
    last_words: tuple[str, ...]


def read_vocabulary() -> Vocabulary:
    """Read the demo's profiles; those that wish for nothing are left out."""
    with (DEMO / "actors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tables: tuple[dict[tuple[str, bool], list[str]], ...] = ({}, {}, {})
    for row in rows:
        if not row["wishes"]:
            continue
        key = (row["wishes"].split(";")[0], is_english(row["description"]))
        tables[0].setdefault(key, []).extend(SENTENCE.split(row["description"]))
        tables[1].setdefault(key, []).append(row["offers"])
        tables[2].setdefault(key, []).append(row["seeks"])
    frozen = [{key: tuple(texts) for key, texts in table.items()} for table in tables]
    words = [row["name"].split() for row in rows]
    return Vocabulary(
        *frozen,
        first_words=tuple(dict.fromkeys(name[0] for name in words)),
        last_words=tuple(dict.fromkeys(name[-1] for name in words)),
    )


def is_english(text: str) -> bool:
    """Say whether a demo text is in English."""
    return len(ENGLISH.findall(text)) >= 3


def make_actors(count: int, draw: random.Random) -> list[dict[str, str]]:
    """Make the rows of `count` actors."""
    vocabulary = read_vocabulary()
    with (DEMO / "actors.csv").open(encoding="utf-8", newline="") as file:
        towns = [row["place"] for row in csv.DictReader(file)]
    places = [item.place.name for item in load_gazetteer().municipalities]
    sectors = draw.choices(list(SECTOR_SHARES), list(SECTOR_SHARES.values()), k=count)
    keys = sorted(vocabulary.sentences)
    actors = []
    for number, sector in enumerate(sectors):
        key = draw.choice(keys)
        sentences = draw.sample(
            vocabulary.sentences[key], min(len(vocabulary.sentences[key]), draw.randint(3, 6))
        )
        first, last = draw.choice(vocabulary.first_words), draw.choice(vocabulary.last_words)
        actors.append(
            {
                "id": f"a{number:05}",
                "name": f"{first} {last} {number}",
                "sector": sector,
                "place": draw.choice(towns if draw.random() < 0.5 else places),
                "description": " ".join(sentences),
                "offers": draw.choice(vocabulary.offers[key]),
                "seeks": draw.choice(vocabulary.seeks[key]),
                "wishes": key[0] if draw.random() < 0.4 else "",
                "capacity": "2" if draw.random() < 0.1 else "1",
                "passed_over": "1" if draw.random() < 0.1 else "0",
            }
        )
    return actors


def add_slots(actors: Iterable[dict[str, str]], slots: int, draw: random.Random) -> None:
    """Draw the slots that each actor can come to."""
    for actor in actors:
        chosen = [f"slot {slot:02}" for slot in range(1, slots + 1) if draw.random() < 0.5]
        actor["available"] = ";".join(chosen)


def make_ties(
    actors: Sequence[dict[str, str]], degree: float, draw: random.Random
) -> list[tuple[str, str]]:
    """Draw ties of a mean degree, half of them within a county."""
    gazetteer = load_gazetteer()
    by_county: dict[str, list[int]] = {}
    counties = []
    for i, actor in enumerate(actors):
        county = gazetteer.resolve(actor["place"]).place.county
        counties.append(county)
        by_county.setdefault(county, []).append(i)
    most = len(actors) * (len(actors) - 1) // 2
    wanted = min(round(degree * len(actors) / 2), most)
    ties: dict[tuple[int, int], None] = {}
    while len(ties) < wanted:
        a = draw.randrange(len(actors))
        near = by_county[counties[a]]
        b = draw.choice(near) if draw.random() < SAME_COUNTY_SHARE else draw.randrange(len(actors))
        if a != b:
            ties[min(a, b), max(a, b)] = None
    return [(actors[a]["id"], actors[b]["id"]) for a, b in ties]


def make_season(folder: Path, count: int, seed: int, degree: float, slots: int = 0) -> None:
    """Write a season's folder."""
    draw = random.Random(f"{seed}/{count}/{degree}")
    actors = make_actors(count, draw)
    add_slots(actors, slots, random.Random(f"{seed}/{count}/{slots} slots"))
    folder.mkdir(parents=True, exist_ok=True)
    write_rows(folder / "actors.csv", COLUMNS, ([row[c] for c in COLUMNS] for row in actors))
    ties = make_ties(actors, degree, draw)
    write_rows(folder / "ties.csv", ("actor_a", "actor_b"), ties)
    for name in ("challenges.csv", "season.toml"):
        shutil.copyfile(DEMO / name, folder / name)


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main() -> None:
    """Read the arguments and make the season."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--actors", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--degree", type=float, default=6.0, help="mean ties of an actor")
    parser.add_argument("--slots", type=int, default=0, help="slots, of which each can half")
    given = parser.parse_args()
    make_season(given.folder, given.actors, given.seed, given.degree, given.slots)
    print(f"{given.folder}: {given.actors} actors")


if __name__ == "__main__":
    main()
