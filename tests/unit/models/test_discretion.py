"""Excerpts are the author's own words, and give away nobody's address, number or hidden name."""

import time

import pytest

from models.discretion import LONGEST, Discretion
from tests.kit.actors import make_actor

HIDDEN = (
    make_actor(7, id="dolda-dalen", name="Dolda Dalen", visible=False),
    make_actor(9, name="S:t Anna. Åsen", visible=False),
    make_actor(8, id="20", name="Xylofonen", visible=False),
)
DISCRETION = Discretion(HIDDEN)
ADDRESS = "Anna.Svensson"


def excerpt(text: str, sought: str = "") -> str:
    return DISCRETION.excerpt(text, sought, ADDRESS)


def test_the_piece_is_given_that_shares_most_with_what_is_sought() -> None:
    text = "Lokaler i centrum. Handledare för unga; cyklar att laga"
    assert excerpt(text, "vi söker handledning") == "Handledare för unga"
    assert excerpt(text, "cyklarna") == "cyklar att laga"
    assert excerpt(text, "helt annat") == "Lokaler i centrum"


def test_long_pieces_end_at_a_space() -> None:
    text = "ord " * 100
    cut = excerpt(text)
    assert cut.endswith("ord…")
    assert LONGEST - 5 < len(cut) <= LONGEST + 1
    assert len(excerpt("x" * 500)) == LONGEST
    assert excerpt("x" * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    "secret",
    [
        "anna@example.org",
        "ANNA.Ö@exämple.se",
        "<anna@[10.0.0.1]>",
        "anna (at) example.org",
        "anna[snabel-a]example.org",
        "070-123 45 67",
        "+46 (0)70 123 45 67",
        "08/12 34 56",
        "anna.svensson",
        "ANNA.SVENSSON",
        "Dolda Dalen",
        "dolda dalens",
        "DOLDA-DALEN",
        "Xylofonens",
        "S:t Anna. Åsens",
        "anna snabel-a example.org",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "lokaler {} i Lund", "lokaler; {}; i Lund", "({}).", "A. {}"]
)
def test_no_secret_is_in_an_excerpt(secret: str, around: str) -> None:
    found = excerpt(around.format(secret), sought=f"{secret} {secret}")
    for part in (
        "anna",
        "example",
        "exämple",
        "123",
        "34",
        "dolda",
        "dalen",
        "xylofon",
        "svensson",
    ):
        assert part not in found.casefold()


def test_nothing_is_left_of_an_address_alone_and_of_no_words() -> None:
    assert excerpt("anna@example.org") == ""
    assert excerpt(" ;; … !") == ""
    assert excerpt("") == ""


def test_other_pieces_are_given_instead() -> None:
    text = "Skriv till anna@example.org. Lokaler i Lund. Vi delar dem med Dolda Dalen; cyklar"
    assert excerpt(text, "skriv till oss") == "Lokaler i Lund"
    assert excerpt(text, "vi delar cyklar") == "cyklar"


def test_long_hostile_texts_take_no_longer_than_they_are_long() -> None:
    for text in ("@" * 20_000, "1 " * 20_000, "(at" * 20_000, "a." * 20_000, "dolda " * 20_000):
        began = time.process_time()
        assert len(excerpt(text, text)) <= LONGEST + 1
        assert time.process_time() - began < 5, "a few tenths of a second as a rule"


def test_words_that_only_begin_like_a_hidden_name_stay() -> None:
    assert excerpt("dolda talanger i dalen") == "dolda talanger i dalen"
    assert excerpt("20 platser 2026, 15 % rabatt") == "20 platser 2026, 15 % rabatt"
