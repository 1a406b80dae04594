"""Tiny models for the trial."""

from pathlib import Path

import pytest

from matcher.embedding.trial import read_cases
from tests.kit.models import make_bert, make_table

PROMPTS = {"query": "fråga: ", "document": "svar: "}


@pytest.fixture(scope="session")
def topics() -> list[list[str]]:
    """The trial's texts, case by case."""
    return [[*case.question.values(), *case.profile.values()] for case in read_cases()]


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory, topics: list[list[str]]) -> Path:
    """A static table that has learned the cases by heart and asks for prefixes."""
    return make_table(tmp_path_factory.mktemp("models") / "table", topics, PROMPTS)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory, topics: list[list[str]]) -> Path:
    """The same without prefixes."""
    return make_table(tmp_path_factory.mktemp("models") / "plain", topics)


@pytest.fixture(scope="session")
def bert(tmp_path_factory: pytest.TempPathFactory, topics: list[list[str]]) -> Path:
    """A small BertModel with drawn weights, which reads 24 tokens."""
    return make_bert(
        tmp_path_factory.mktemp("bert"), [text for topic in topics for text in topic], 24
    )
