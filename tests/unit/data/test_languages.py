"""Languages are known by code and by name, in any case, each under one code."""

import pytest

from data.reference.languages import NAMES, to_language


@pytest.mark.parametrize(
    ("written", "code"),
    [("sv", "sv"), ("Svenska", "sv"), (" ENGLISH ", "en"), ("tyska", "de"), ("klingon", None)],
)
def test_a_language_by_any_of_its_words(written: str, code: str | None) -> None:
    assert to_language(written) == code


def test_no_word_stands_for_two_languages() -> None:
    words = [word for code, names in NAMES.items() for word in (code, *names)]
    assert len(words) == len(set(words))
