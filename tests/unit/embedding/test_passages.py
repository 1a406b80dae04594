"""Words are split into sentences, each read once."""

import re

from hypothesis import given
from hypothesis import strategies as st

from matcher.embedding.passages import LONG, SHORT, passages_of, split_passages
from tests.kit.actors import make_actor

FIRST = "Vi driver en öppen verkstad där unga lagar cyklar."
SECOND = "Varje vår lånar vi ut femtio cyklar till grannskapet!"


def test_a_sentence_is_a_passage() -> None:
    assert split_passages(f"{FIRST} {SECOND}") == [(FIRST,), (SECOND,)]


def test_lines_end_sentences_too() -> None:
    lines = [
        "Öppen verkstad för unga som lagar cyklar",
        "Lån av femtio cyklar till hela grannskapet",
    ]
    assert split_passages("\n".join([*lines, ""])) == [(lines[0],), (lines[1],)]


def test_a_short_sentence_is_read_with_the_next_and_the_last_with_the_one_before() -> None:
    assert split_passages(f"Hej! {FIRST}") == [("Hej!", FIRST)]
    assert split_passages(f"{FIRST} Välkomna!") == [(FIRST, "Välkomna!")]
    assert split_passages("Hej!") == [("Hej!",)]


def test_what_is_said_again_is_left_out_however_it_is_spaced_and_spelt() -> None:
    again = FIRST.upper().replace(" ", "  ").replace(".", "!")
    assert split_passages(f"{FIRST} {SECOND} {again}") == split_passages(f"{FIRST} {SECOND}")


def test_columns_are_read_in_order_and_do_not_repeat_each_other() -> None:
    actor = make_actor(1, description=FIRST, offers=f"{FIRST} {SECOND}", seeks=SECOND)
    assert [(passage.part, passage.text) for passage in passages_of(actor)] == [
        ("description", FIRST),
        ("offers", SECOND),
    ]


@given(st.text(alphabet="abc åäö.!?\n", max_size=900))
def test_no_word_is_lost_but_what_is_said_twice(text: str) -> None:
    found = split_passages(text)
    read = " ".join(one for own in found for one in own)
    assert set(re.findall(r"\w+", read)) == set(re.findall(r"\w+", text))
    assert all(len(one) <= LONG for own in found for one in own)
    assert all(sum(len(one) + 1 for one in own) >= SHORT for own in found[:-1])


@given(st.text(alphabet="abcd åäö.", max_size=300))
def test_doubling_a_text_of_sentences_changes_nothing(text: str) -> None:
    whole = f"{text}."
    assert split_passages(f"{whole} {whole}") == split_passages(whole)
