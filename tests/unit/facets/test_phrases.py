"""Phrases are two telling words as they stand, none cut off, no verbs, no words that say little."""

from collections.abc import Sequence

import numpy as np
import pytest

from matcher.core.arrays import Floats
from matcher.facets.phrases import choose_phrase, find_phrases, find_verbs, is_content
from matcher.facets.words import has_part

NOBODY: frozenset[str] = frozenset()


def alike(phrases: Sequence[str]) -> Floats:
    return np.ones(len(phrases))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("kravtexter för cirkulär upphandling.", {"cirkulär upphandling"}),
        ("vi har lokaler för ungdomar i Umeå.", {"lokaler för ungdomar"}),
        ("ett lager av återbrukat byggmaterial", {"återbrukat byggmaterial"}),
        ("skyfall och hetta; hembesök, frånvaro", {"skyfall och hetta"}),
        ("kvarterens markiser sänker värmen", set()),
        ("we lend garden tools, and care at home", {"garden tools", "care at home"}),
        ("stöd för anställdas första år", set()),
        ("språk- och yrkesutbildning", set()),
        ("stöd till flera andra", set()),
        ("Malmö stads Miljöförvaltning", set()),
        ("", set()),
    ],
)
def test_phrases_of_a_text(text: str, phrases: set[str]) -> None:
    found = find_phrases([text], lambda word: True, NOBODY)
    assert {" ".join(phrase) for phrase in found} == phrases


def test_a_phrase_counts_once_in_each_text_and_has_only_telling_words_and_no_verbs() -> None:
    texts = ["digital vård, digital vård", "digital vård", "laga cyklar"]
    assert find_phrases(texts, lambda word: True, NOBODY) == {
        ("digital", "vård"): 2,
        ("laga", "cyklar"): 1,
    }
    assert set(find_phrases(texts, lambda word: word != "vård", frozenset({"laga"}))) == set()


def test_verbs_are_told_by_where_they_stand() -> None:
    texts = ["Vi lagar stolar för att sälja dem.", "Unga med unga, som unga vill.", "We repair."]
    assert find_verbs(texts) == {"lagar", "sälja", "repair"}


def test_content_words_are_no_names_and_say_something() -> None:
    words = ("frånvaro", "Frånvaro", "och", "själva", "together", "unsere", "co2", "vård")
    assert [word for word in words if is_content(word)] == ["frånvaro", "vård"]


def test_a_word_is_part_of_its_inflections_and_longer_compounds() -> None:
    assert has_part("frånvarons", "frånvaro")
    assert has_part("skolfrånvaro", "frånvaro")
    assert has_part("gymnasieskolor", "gymnasiet")
    assert not has_part("skyfall", "fall")
    assert not has_part("skolan", "frånvaro")


def test_the_phrase_with_most_of_the_theme_is_chosen() -> None:
    found = {("stora", "lokaler"): 1, ("lokaler", "för", "frånvaro"): 1, ("gamla", "båtar"): 9}
    weights = {"lokaler": 2.0, "frånvaro": 1.0}
    assert choose_phrase(found, weights, [], alike) == ("lokaler", "för", "frånvaro")
    assert choose_phrase(found, weights, ["frånvaron"], alike) == ("stora", "lokaler")
    assert choose_phrase(found, weights, ["lokaler"], alike) is None
    assert choose_phrase(found, {"båtar": 0.0}, [], alike) is None


def test_what_several_say_goes_first_and_what_is_far_in_meaning_last() -> None:
    found = {("nära", "vård"): 1, ("digital", "vård"): 3}
    assert choose_phrase(found, {"vård": 1.0}, [], alike) == ("digital", "vård")

    def far(phrases: Sequence[str]) -> Floats:
        return np.array([0.1 if phrase == "digital vård" else 1.0 for phrase in phrases])

    assert choose_phrase(found, {"vård": 1.0}, [], far) == ("nära", "vård")
