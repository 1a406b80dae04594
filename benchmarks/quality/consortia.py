"""EU consortia: the partners of a project among as well-known organisations.

Each partner with other projects is ranked among 99 organisations that took part in about as
many, by the words of those other projects. `partition` deals the partners of twenty
projects at once.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.json_lines import read_lines
from benchmarks.quality.task import Measure, Reader, Texts, part_of, ranks_of
from benchmarks.real_season import PROJECT_WORDS

OTHERS, PROJECTS, ROUNDS = 99, 20, 40
LEFT_OUT = "999993274"
"""Takes part in a whole layer of the data."""
WORDS = 1_500


def find_partners(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the mean reciprocal rank of partners among equally popular organisations."""
    projects, profiles = _read(data, part)
    by_count = _by_popularity(profiles)
    asked = [project for project in projects if project["known"]]
    scores = reader(_texts(asked, profiles))
    place = {org: i for i, org in enumerate(sorted(profiles))}
    found = []
    for q, project in enumerate(asked):
        draw = random.Random(project["id"])
        own = []
        for org in project["known"]:
            others = _like(org, by_count, profiles, project["orgs"], draw)
            column = scores[[place[org], *(place[other] for other in others)], q]
            own.append(1 / ranks_of(column, [0])[0])
        if own:
            found.append(float(np.mean(own)))
    yield Measure.mean("MRR", found)


def deal_partners(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure how many partners go to their own project when twenty projects are dealt."""
    projects, profiles = _read(data, part)
    asked = [project for project in projects if len(project["known"]) >= 2]
    scores = reader(_texts(asked, profiles))
    place = {org: i for i, org in enumerate(sorted(profiles))}
    order, right = random.Random(part), []
    for _ in range(ROUNDS):
        chosen: dict[int, list[str]] = {}
        taken: set[str] = set()
        for q in order.sample(range(len(asked)), len(asked)):
            own = [org for org in asked[q]["known"] if org not in taken]
            if len(chosen) < PROJECTS and len(own) >= 2:
                chosen[q] = own
                taken.update(own)
        seats = [q for q, own in chosen.items() for _ in own]
        order.shuffle(seats)
        orgs = [org for own in chosen.values() for org in own]
        home = [q for q, own in chosen.items() for _ in own]
        table = scores[np.ix_([place[org] for org in orgs], seats)]
        rows, columns = linear_sum_assignment(-table)
        dealt = [seats[column] for _, column in sorted(zip(rows, columns, strict=True))]
        right.append(float(np.mean([one == other for one, other in zip(dealt, home, strict=True)])))
    yield Measure.mean("accuracy", right)


def _read(data: Path, part: str) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """Give the projects of a part, and the words of the other projects by organisation."""
    profiles: dict[str, list[str]] = defaultdict(list)
    projects = []
    for project in read_lines(data / "cordis" / "dev.projects.jsonl.gz"):
        words = " ".join(str(project[key]) for key in PROJECT_WORDS if project.get(key))
        orgs = sorted({partner["org"] for partner in project["partners"]} - {LEFT_OUT})
        if not words:
            continue
        if len(orgs) >= 3 and part_of(project["id"]) == part:
            projects.append({"id": project["id"], "words": words, "orgs": set(orgs)})
        else:
            for org in orgs:
                profiles[org].append(words)
    for project in projects:
        project["known"] = sorted(project["orgs"] & profiles.keys())
    return projects, profiles


def _texts(asked: Sequence[dict[str, Any]], profiles: dict[str, list[str]]) -> Texts:
    orgs = sorted(profiles)
    return Texts(
        passages=["\n".join(dict.fromkeys(profiles[org])) for org in orgs],
        questions=[project["words"][:WORDS] for project in asked],
        popularity=[len(profiles[org]) for org in orgs],
    )


def _by_popularity(profiles: dict[str, list[str]]) -> list[str]:
    return sorted(profiles, key=lambda org: (len(profiles[org]), org))


def _like(
    org: str,
    by_count: list[str],
    profiles: dict[str, list[str]],
    own: set[str],
    draw: random.Random,
) -> list[str]:
    """Draw organisations with as many projects, or else with the nearest numbers."""
    count = len(profiles[org])
    able = [other for other in by_count if other not in own]
    able.sort(key=lambda other: (abs(len(profiles[other]) - count), draw.random()))
    return able[:OTHERS]
