"""Relevance as the report writes it."""

import pytest

from api.show.members import say_relevance


@pytest.mark.parametrize(
    ("value", "en"), [(0.3, "0.30"), (0.2994, "0.299"), (0.29999, "0.299"), (0.2949, "0.29")]
)
def test_a_weak_relevance_never_looks_like_the_limit(value: float, en: str) -> None:
    assert say_relevance(value).en == en
