"""The sector mix of the first in a ranking, beside chance and real consortia.

Questions are projects; candidates are all organisations of a known sector, in the words of
their other projects. The Blau index over the four sectors is divided by the largest that so
many can reach, as in the criterion sector_diversity. Real consortia have other sizes than
18, so the first and the drawn are also judged at each consortium's own size. Chance does not
depend on the reader: the mean of `DRAWS` draws.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.json_lines import read_lines
from benchmarks.quality.consortia import LEFT_OUT, WORDS
from benchmarks.quality.task import Floats, Ints, Measure, Reader, Texts, part_of
from benchmarks.real_season import PROJECT_WORDS, SECTORS
from matcher.criteria.shapes.variety import Variety
from models.sectors import Sector

FIRST, DRAWS = 18, 20
LEAST = 3
"""Partners of known sector that a consortium has at least; two can hardly be told apart."""

INTERREG_SECTORS = {
    "Higher education and research institution": Sector.ACADEMIA,
    "Education and research institution": Sector.ACADEMIA,
    "Local public authority": Sector.PUBLIC,
    "Regional public authority": Sector.PUBLIC,
    "National public authority": Sector.PUBLIC,
    "national, regional and local authorities": Sector.PUBLIC,
    "Sectoral agency": Sector.PUBLIC,
    "International governmental organisation": Sector.PUBLIC,
    "Bodies governed by public law": Sector.PUBLIC,
    "Infrastructure and (Public organisation) service provider": Sector.PUBLIC,
    "NGO": Sector.CIVIL_SOCIETY,
    "Interest groups including NGOs": Sector.CIVIL_SOCIETY,
    "Small or medium-sized enterprise (SME)": Sector.PRIVATE,
    "Enterprise, except SME": Sector.PRIVATE,
    "Large enterprise": Sector.PRIVATE,
}
OWNERS = {"Public": Sector.PUBLIC, "Private": Sector.PRIVATE}
"""What other kinds, as support of business, are by their owner."""


@dataclass(frozen=True)
class Consortium:
    """A project's words and its partners of known sector."""

    id: str
    words: str
    sectors: dict[str, Sector]


def mix_eu(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the mix of EU projects."""
    projects = []
    for row in read_lines(data / "cordis" / "dev.projects.jsonl.gz"):
        words = " ".join(str(row[key]) for key in PROJECT_WORDS if row.get(key))
        sectors = {
            partner["org"]: Sector(SECTORS[partner["type"]])
            for partner in row["partners"]
            if partner.get("type") and partner["org"] != LEFT_OUT
        }
        projects.append(Consortium(row["id"], words, sectors))
    yield from measure_mix(projects, reader, part)


def mix_interreg(data: Path, reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the mix of Interreg's Swedish partners; a project's words are its title."""
    projects = []
    for row in read_lines(data / "interreg_sv" / "dev.projects.jsonl.gz"):
        found = {partner["name"]: find_sector(partner) for partner in row["partners"]}
        sectors = {name: sector for name, sector in found.items() if sector is not None}
        projects.append(Consortium(row["id"], row["title"], sectors))
    yield from measure_mix(projects, reader, part)


def find_sector(partner: dict[str, str]) -> Sector | None:
    """Give the sector of an Interreg partner by its kind, else by its owner."""
    by_owner = OWNERS.get(partner.get("ownership", ""))
    return INTERREG_SECTORS.get(partner.get("type", ""), by_owner)


def measure_mix(projects: Sequence[Consortium], reader: Reader, part: str) -> Iterator[Measure]:
    """Measure the Blau index of the first, of some at random and of real partners."""
    asked = [
        project
        for project in projects
        if project.words and len(project.sectors) >= LEAST and part_of(project.id) == part
    ]
    names, sectors, words = _gather(projects, {project.id for project in asked})
    scores = reader(
        Texts(
            passages=[" ".join(dict.fromkeys(words[name]))[:WORDS] for name in names],
            questions=[project.words[:WORDS] for project in asked],
            popularity=[len(words[name]) for name in names],
        )
    )
    numbers = {sector: number for number, sector in enumerate(Sector)}
    pool = np.array([numbers[sectors[name]] for name in names])
    random = np.random.default_rng(1)
    found: dict[str, list[float]] = defaultdict(list)
    for q, project in enumerate(asked):
        ranked = pool[_rank(scores[:, q], random)]
        drawn = [random.permutation(pool) for _ in range(DRAWS)]
        own = np.array([numbers[sector] for sector in project.sectors.values()])
        for size, label in ((FIRST, f"{FIRST}"), (min(len(own), len(pool)), "as many as real")):
            found[f"mix of the first {label}"].append(measure_blau(ranked[:size]))
            by_chance = [measure_blau(order[:size]) for order in drawn]
            found[f"mix by chance, {label}"].append(float(np.mean(by_chance)))
        found["mix of real partners"].append(measure_blau(own))
    yield from (Measure.mean(name, values) for name, values in found.items())


def measure_blau(labels: Ints) -> float:
    """Give the Blau index of some sectors over the largest that so many can reach.

    Examples
    --------
    >>> measure_blau(np.array([0, 1, 2, 3])), measure_blau(np.array([2, 2, 2]))
    (1.0, 0.0)
    """
    return Variety(labels=labels, kinds=len(Sector)).value(np.arange(len(labels)))


def _gather(
    projects: Sequence[Consortium], asked: set[str]
) -> tuple[list[str], dict[str, Sector], dict[str, list[str]]]:
    """Give the candidates, their sectors, and the words of their projects not asked."""
    words: dict[str, list[str]] = defaultdict(list)
    told: dict[str, Counter[Sector]] = defaultdict(Counter)
    for project in projects:
        for name, sector in project.sectors.items():
            told[name][sector] += 1
            if project.id not in asked and project.words:
                words[name].append(project.words)
    names = sorted(words)
    return names, {name: told[name].most_common(1)[0][0] for name in names}, words


def _rank(scores: Floats, random: np.random.Generator) -> Ints:
    """Order candidates, the best first and equals at random."""
    shuffled = random.permutation(len(scores))
    return shuffled[np.argsort(-scores[shuffled], kind="stable")]
