"""What nobody gains by: stuffing, repeating and appearing twice, read by the real model."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias

import numpy as np
import pytest

from matcher.core.arrays import Floats
from matcher.embedding.reading import compare_texts
from matcher.embedding.scales import scale_of
from matcher.embedding.trial import reference_texts
from models.ports.progress import Silence
from models.text import Language
from tests.kit.remembering import open_remembered

CASES = 12
Texts: TypeAlias = tuple[list[str], list[str], list[str]]
Relevance: TypeAlias = Callable[[list[str], list[str]], Floats]


@pytest.fixture(scope="module", params=list(Language))
def texts(request: pytest.FixtureRequest) -> Texts:
    """Give questions, profiles about something else, and profiles that answer them."""
    questions, profiles = reference_texts(request.param)
    others = profiles[CASES : 2 * CASES]
    return list(questions[:CASES]), list(others), list(profiles[:CASES])


@pytest.fixture
def relevance(cache_dir: Path) -> Relevance:
    embedder = open_remembered(cache_dir)

    def read(passages: list[str], questions: list[str]) -> Floats:
        view = compare_texts(passages, questions, embedder, Silence()).view
        return scale_of(embedder).to_fit(view)

    return read


def listed(question: str) -> str:
    """Give the longer words of a question in any order, twice."""
    words = re.findall(r"\w{4,}", question)
    Random(question).shuffle(words)
    return " ".join([*words, *words]).capitalize() + "."


def test_stuffing_gains_less_than_an_honest_sentence(texts: Texts, relevance: Relevance) -> None:
    questions, others, answers = texts
    honest = [re.split(r"(?<=[.!?])\s+", answer)[0] for answer in answers]
    kinds = {
        "plain": others,
        "copied": [f"{own} {asked}" for own, asked in zip(others, questions, strict=True)],
        "listed": [f"{own} {listed(asked)}" for own, asked in zip(others, questions, strict=True)],
        "honest": [f"{own} {one}" for own, one in zip(others, honest, strict=True)],
    }
    table = relevance([text for own in kinds.values() for text in own], questions)
    values = {kind: np.diagonal(table[i * CASES :]) for i, kind in enumerate(kinds)}
    gains = {kind: float((own - values["plain"]).mean()) for kind, own in values.items()}
    assert 0 < gains["copied"] < gains["honest"]
    assert 0 < gains["listed"] < gains["honest"]


def test_saying_everything_twice_changes_relevance_by_less_than_two_hundredths(
    texts: Texts, relevance: Relevance
) -> None:
    questions, others, answers = texts
    once = relevance([*answers, *others], questions)
    for join in (" ", "\n"):
        twice = relevance([*(f"{own}{join}{own}" for own in answers), *others], questions)
        assert np.abs(twice - once).max() < 0.02


def test_a_second_name_for_the_same_words_changes_nothing(
    texts: Texts, relevance: Relevance
) -> None:
    questions, others, answers = texts
    once = relevance([*answers, *others], questions)
    twice = relevance([*answers, *others, answers[0]], questions)
    assert np.array_equal(twice[0], twice[-1])
    assert np.allclose(twice[:-1], once, atol=1e-6)
