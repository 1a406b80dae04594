"""The measuring of readers: ranks, halves, intervals, and tasks on data made by hand."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.quality.__main__ import interval
from benchmarks.quality.consortia import deal_partners, find_partners
from benchmarks.quality.languages import compare_sentences, cross
from benchmarks.quality.parity import rank_both
from benchmarks.quality.readers import by_characters, by_popularity, by_words
from benchmarks.quality.recovery import recover, without_names
from benchmarks.quality.task import (
    PARTS,
    Floats,
    Measure,
    Protocol,
    Reader,
    Texts,
    part_of,
    ranks_of,
)

TOPICS = ("skolbarn", "havsvatten", "vindkraft", "sjukvård", "cykelbanor")


def lay(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay events, projects, titles and sentences in which every body keeps to one topic."""
    folder = tmp_path_factory.mktemp("data")
    events, projects, titles = [], [], []
    for number in range(60):
        topic = TOPICS[number % 5]
        name = f"Organisation {number % 10}"
        events.append(
            {
                "id": f"e{number}",
                "year": 2023 if number >= 40 else 2021,
                "title": f"{name} om {topic}",
                "description": f"Vad betyder {topic} för oss? " * 8,
                "organisers": [name],
                "organisers_reliable": True,
            }
        )
        partners = [{"org": f"o{number % 5}-{k}"} for k in range(3)]
        projects.append({"id": f"p{number}", "title": f"{topic} {number}", "partners": partners})
        titles.append(
            {
                "id": f"t{number}",
                "title_sv": f"om {topic} {number}",
                "title_en": f"{topic} {number}",
                "abstract_sv": f"Det här projektet handlar om {topic} och vad vi lär oss av det. "
                * 5,
                "abstract_en": f"This project is about {topic} and what we learn from it. " * 5,
            }
        )
    lay(folder / "almedalen_sv" / "dev.events.jsonl.gz", events)
    lay(folder / "cordis" / "dev.projects.jsonl.gz", projects)
    lay(folder / "swecris_kth" / "dev.projects.jsonl.gz", titles)
    rows = ["genre\tfile\tsentence_1\tsentence_2\tlabel"]
    rows += [f"a\tb\tom {one}\tom {two}\t{5.0 * (one == two)}" for one in TOPICS for two in TOPICS]
    (folder / "sts_sv").mkdir()
    for name in ("train", "dev"):
        path = folder / "sts_sv" / f"sweparaphrase_{name}.tsv.gz"
        path.write_bytes(gzip.compress("\n".join(rows).encode()))
    return folder


def figures(data: Path, protocol: Protocol, reader: Reader) -> dict[str, float]:
    return {
        measure.name: measure.of(np.arange(measure.count))
        for measure in protocol(data, reader, PARTS[0])
    }


@pytest.mark.parametrize("protocol", [recover, find_partners, deal_partners, cross])
def test_words_that_tell_come_first(data: Path, protocol: Protocol) -> None:
    by_chance = figures(data, protocol, by_popularity)
    for reader in (by_words, by_characters):
        found = figures(data, protocol, reader)
        assert all(value >= by_chance[name] for name, value in found.items()), found
        assert next(iter(found.values())) > next(iter(by_chance.values())) + 0.1


def test_sentences_that_are_alike_are_told_from_others(data: Path) -> None:
    assert figures(data, compare_sentences, by_characters)["Spearman"] > 0.6
    assert figures(data, compare_sentences, by_popularity)["Spearman"] == 0.0


def test_equal_scores_share_the_worst_place() -> None:
    scores = np.array([0.5, 0.5, 0.9, 0.1])
    assert ranks_of(scores, [2, 0, 1, 3]).tolist() == [1, 3, 3, 4]


def test_names_of_organisers_leave_the_question() -> None:
    event = {"title": "ABC bjuder in", "description": "Kom till abc och X.", "organisers": ["ABC"]}
    assert without_names(event) == "bjuder in Kom till och X."


def test_halves_are_halves_and_stay() -> None:
    parts = [part_of(f"case {number}") for number in range(1_000)]
    assert 400 < parts.count("held") < 600
    assert parts == [part_of(f"case {number}") for number in range(1_000)]


def test_intervals_hold_the_figure_and_shrink_with_cases() -> None:
    values = np.random.default_rng(3).random(400)
    few, many = Measure.mean("x", values[:40]), Measure.mean("x", values)
    for measure in (few, many):
        low, high = interval(measure)
        assert low < measure.of(np.arange(measure.count)) < high
    assert interval(many)[1] - interval(many)[0] < interval(few)[1] - interval(few)[0]
    assert interval(many, many) == (0.0, 0.0)


def test_both_versions_of_a_profile_are_held_against_each_other(data: Path) -> None:
    def even(texts: Texts) -> Floats:
        half = np.tile(np.arange(len(texts.questions), dtype=float)[:, None], len(texts.questions))
        return np.vstack([half, half])

    def one_language(texts: Texts) -> Floats:
        swedish = np.arange(len(texts.passages)) < len(texts.questions)
        return np.repeat(swedish[:, None].astype(float), len(texts.questions), axis=1)

    found = {reader: list(rank_both(data, reader, "tune")) for reader in (even, one_language)}
    cases = np.arange(found[even][0].count)
    assert len(cases) >= 20
    assert [measure.of(cases) for measure in found[even]] == [1.0, 1.0]
    assert [measure.of(cases) for measure in found[one_language]] == pytest.approx([0.5, 0.5])
