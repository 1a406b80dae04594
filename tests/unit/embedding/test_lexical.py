"""Shared n-grams: what is copied, what words are shared, what stands instead."""

import numpy as np

from matcher.embedding.lexical import MOST, Grams, everyday_words
from matcher.embedding.trial import reference_texts
from models.text import Language

QUESTION = "Hur får unga praktikplatser på landsbygden?"
TEXTS = ["Praktik åt unga på landsbygden.", "Ostron odlas längs kusten.", "Vi sjunger i kör."]
GRAMS = Grams(TEXTS, ["sv", "sv", "sv"])


def test_overlap_is_highest_for_shared_words_and_centred() -> None:
    column = GRAMS.overlap([QUESTION], ["sv"], {})[:, 0]
    assert column[0] > 0.1 > max(column[1:])
    assert min(column) < 0


def test_a_text_stands_instead_only_where_it_gives_less() -> None:
    plain = GRAMS.overlap([QUESTION, "Ostron"], ["sv", "sv"], {})
    less = GRAMS.overlap([QUESTION, "Ostron"], ["sv", "sv"], {(0, 0): TEXTS[2], (1, 0): TEXTS[0]})
    gaps = plain - less
    assert gaps[0, 0] - gaps[1, 0] > 0.1
    assert abs(gaps[1, 0] - gaps[2, 0]) < 1e-9
    assert not gaps[:, 1].any()


def test_sentences_of_the_question_are_copied_ones_and_others_are_not() -> None:
    sentences = [QUESTION, "Unga! Praktikplatser! Landsbygden!", TEXTS[1], TEXTS[2]]
    assert GRAMS.copied(sentences, [QUESTION])[:, 0].tolist() == [True, True, False, False]


def test_shared_words_are_the_texts_own_and_the_rarest_first() -> None:
    found = GRAMS.shared_words("Vi ger unga praktik på landsbygden och sjunger.", QUESTION, 5)
    assert set(found) == {"unga", "praktik", "landsbygden"}
    assert GRAMS.shared_words("Ostron odlas.", QUESTION, 5) == ()
    assert len(GRAMS.shared_words("unga praktik landsbygden", QUESTION, 2)) == 2


def test_everyday_words_are_no_evidence() -> None:
    assert GRAMS.shared_words("Hur kan unga och för", QUESTION, 5) == ("unga",)
    assert {"och", "för", "som", "the", "and", "how"} <= everyday_words()
    assert not {"unga", "skolan", "work"} & everyday_words()


def test_what_one_word_brings_to_a_short_question_is_a_surplus() -> None:
    texts = [
        "Vi bygger och hyr ut lägenheter. I kundtjänsten har vi sommarjobb.",
        "Sommarjobb i vården, parken och på lagret ger unga en första lön.",
        "Revisorer för små bolag.",
    ]
    grams = Grams(texts, ["sv"] * 3)
    asked = grams.read(["Sommarjobb", "Sommarjobb i vården", "sommarjobb, sommarjobb!"])
    cosines, surplus = grams.cosines(asked), grams.surplus(asked)
    assert np.allclose(cosines[:2, 0] - surplus[:2, 0], MOST)
    assert cosines[1, 1] - surplus[1, 1] > cosines[0, 1] - surplus[0, 1] + 0.05
    assert not surplus[2].any()
    part = asked.part(np.array([2, 0]))
    assert np.array_equal(grams.surplus(part, np.array([1, 0])), surplus[np.ix_([1, 0], [2, 0])])


def test_before_a_long_question_no_word_is_too_much() -> None:
    texts = list(reference_texts(Language.SV)[1][:6])
    grams = Grams(texts, ["sv"] * 6)
    asked = grams.read([" ".join(texts[:3]), texts[0][:60]])
    assert asked.short.tolist() == [0, 1]
    assert not grams.surplus(asked)[:, 0].any()
    assert grams.surplus(asked)[0, 1] > 0
