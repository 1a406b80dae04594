"""The protocols on sector mix and on places, on data made by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.quality.places import cover_europe, cover_sweden
from benchmarks.quality.readers import by_popularity, by_words
from benchmarks.quality.sectors import (
    Consortium,
    find_sector,
    measure_blau,
    measure_mix,
    mix_eu,
    mix_interreg,
)
from benchmarks.quality.task import PARTS, Floats, Measure, Protocol, Reader, Texts, part_of
from models.sectors import Sector
from tests.unit.benchmarks.test_quality import lay

KINDS = ("HES", "PUB", "PRC", "OTH")
TOPICS = ("skolbarn", "havsvatten", "vindkraft", "sjukvård")


def value(measures: list[Measure], name: str) -> float:
    (measure,) = [each for each in measures if each.name == name]
    return measure.of(np.arange(measure.count))


def run(protocol: Protocol, data: Path, reader: Reader) -> list[Measure]:
    return list(protocol(data, reader, PARTS[0]))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Projects in which the organisations of one topic are all of one sector."""
    folder = tmp_path_factory.mktemp("data")
    projects: list[dict[str, Any]] = []
    for number in range(120):
        topic = number % 4
        partners = [
            {"org": f"{topic}-{(number // 4 + k) % 20}", "type": KINDS[topic], "country": "SE"}
            for k in range(4)
        ]
        partners[0] |= {"city": "GOTEBORG", "lat": 57.7, "lon": 12.0}
        partners[1] |= {"city": "Ingenstanshult"}
        partners[2] |= {"city": "KOBENHAVN", "country": "DK", "lat": 55.7, "lon": 12.6}
        projects.append({"id": f"p{number}", "title": TOPICS[topic], "partners": partners})
    lay(folder / "cordis" / "dev.projects.jsonl.gz", projects)
    rows = [
        {
            "id": row["id"],
            "title": row["title"],
            "partners": [
                {"name": "Kommunen", "type": "Local public authority", "nuts3": "Skåne län"},
                {"name": "Lärosätet", "type": "Education and research institution"},
                {"name": "Föreningen", "type": "NGO", "nuts3": "Atlantis län"},
                {"name": "Stödet", "type": "Business support organisation", "ownership": "Private"},
                {"name": "Okänt", "type": "Other", "ownership": "Other"},
            ],
        }
        for row in projects
    ]
    lay(folder / "interreg_sv" / "dev.projects.jsonl.gz", rows)
    return folder


def test_words_that_follow_the_sector_give_less_mix_than_chance(data: Path) -> None:
    found = run(mix_eu, data, by_words)
    assert value(found, "mix of the first 18") == 0.0
    assert value(found, "mix of the first as many as real") == 0.0
    assert value(found, "mix of real partners") == 0.0
    assert 0.85 < value(found, "mix by chance, 18") < 1.0
    assert value(found, "mix by chance, as many as real") < value(found, "mix by chance, 18")


def test_readers_without_an_opinion_give_about_what_chance_gives(data: Path) -> None:
    def say_nothing(texts: Texts) -> Floats:
        return np.zeros((len(texts.passages), len(texts.questions)))

    found = run(mix_eu, data, say_nothing)
    by_chance = value(found, "mix by chance, 18")
    assert value(found, "mix of the first 18") == pytest.approx(by_chance, abs=0.05)


def test_interreg_partners_have_the_sectors_of_their_kind_or_owner(data: Path) -> None:
    found = run(mix_interreg, data, by_popularity)
    assert value(found, "mix of real partners") == 1.0
    assert find_sector({"type": "Business support organisation", "ownership": "Public"}) is (
        Sector.PUBLIC
    )
    assert find_sector({"type": "NGO", "ownership": "Public"}) is Sector.CIVIL_SOCIETY
    assert find_sector({"type": "Other", "ownership": "Other"}) is None


def test_a_projects_own_words_are_not_among_its_candidates() -> None:
    ids = [f"p{number}" for number in range(200)]
    asked = next(i for i in ids if part_of(i) == PARTS[0])
    kept = next(i for i in ids if part_of(i) != PARTS[0])
    sectors = dict.fromkeys(("a", "b", "c"), Sector.PUBLIC)
    seen = []

    def watch(texts: Texts) -> Floats:
        seen.append(texts)
        return by_words(texts)

    projects = [Consortium(asked, "fråga ett", sectors), Consortium(kept, "annat ord", sectors)]
    list(measure_mix(projects, watch, PARTS[0]))
    assert list(seen[0].questions) == ["fråga ett"]
    assert list(seen[0].passages) == ["annat ord"] * 3


def test_blau_is_1_at_the_evenest_mix_that_so_many_can_have() -> None:
    assert measure_blau(np.array([0, 1])) == 1.0
    assert measure_blau(np.array([0, 1, 2, 3, 0, 1])) == pytest.approx(1.0)
    assert measure_blau(np.array([0, 0, 0, 1])) == pytest.approx(0.5)


def test_places_that_nobody_knows_are_counted(data: Path) -> None:
    found = run(cover_sweden, data, by_words)
    assert value(found, "spellings found") == 0.5
    assert value(found, "partners found") == pytest.approx(0.5, abs=0.1)
    assert value(found, "within 75 km of its municipality or town") == 1.0
    assert 0 < value(found, "median km to its point") < 30
    assert value(found, "counties known") == 0.5


def test_cities_abroad_are_looked_up_in_their_own_country(data: Path) -> None:
    found = run(cover_europe, data, by_words)
    assert value(found, "spellings found") == 1.0
    assert 0 < value(found, "median km to its point") < 10
