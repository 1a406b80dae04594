"""Who copies a challenge's text is told so; who speaks of the same matter is not."""

import pytest

from data.files.copies import warn_copies
from data.files.findings import Findings
from data.files.reading import read_season
from data.samples import DEMO
from models.seasons import CONTRACT_CRITERIA
from tests.kit.actors import make_actor
from tests.kit.rules import accept_any
from tests.kit.seasons import make_challenge
from tests.kit.workbooks import to_csv

TITLE = "Hur kan fler unga på landsbygden hitta sin första praktikplats?"
ASKED = "Många unga flyttar för att de inte vet vilka arbeten som finns nära hemmet."
OTHER = "Vi lagar cyklar tillsammans med pensionerade mekaniker varje torsdag i gamla smedjan."
COPIES = [
    ASKED,
    f"{TITLE} {ASKED}",
    f"Vi frågar oss: {ASKED}",
    f"{ASKED.upper()} {ASKED}",
    "Många unga flyttar för att de – inte vet, vilka arbeten som finns. Nära hemmet!",
    f"{TITLE} Vi lagar cyklar varje torsdag.",
]
OWN_WORDS = [
    OTHER,
    f"{OTHER} {TITLE}",
    f"{OTHER} {ASKED} {OTHER[:40]}",
    "Praktikplats, unga, landsbygden, första, arbeten, nära hemmet, hitta.",
    "Vi hjälper unga på landsbygden att hitta en första praktikplats hos någon i deras by.",
    "Hemmet finns som arbeten vilka vet inte de att för flyttar unga många.",
    "Praktikplats",
]


def warnings_of(read, *descriptions):
    rows = [[f"x{n}", f"Aktör {n}", "public", "Lund", d] for n, d in enumerate(descriptions)]
    headers = ["id", "name", "sector", "place", "description"]
    asked = [["id", "title", "description"], ["annan", "Vad ska vi göra?", OTHER[:20]]]
    found = read(
        {
            "actors.csv": to_csv([headers, *rows]),
            "challenges.csv": to_csv([*asked, ["praktik", TITLE, ASKED]]),
        }
    )
    return [warning for warning in found.warnings if warning.code == "copied_description"]


@pytest.mark.parametrize("description", COPIES)
def test_a_copy_is_told_with_its_row_and_challenge(read, description):
    (warning,) = warnings_of(read, OTHER, description)
    assert (warning.file, warning.row, warning.column) == ("actors.csv", 3, "description")
    assert TITLE in warning.mend.sv and TITLE in warning.mend.en


@pytest.mark.parametrize("description", OWN_WORDS)
def test_words_of_ones_own_about_the_same_matter_are_let_be(read, description):
    assert warnings_of(read, description) == []


@pytest.mark.parametrize(("own", "share"), [(3, 62), (4, None)])
def test_six_words_in_ten_are_mostly(own, share):
    asked = "ett två tre fyra fem"
    findings = Findings()
    actor = make_actor(0, description=f"{asked} {' '.join('abcd'[:own])}")
    warn_copies("actors.csv", [(2, actor)], [make_challenge(title=asked)], findings)
    assert [f"{share}%" in w.mend.en for w in findings.warnings] == [True] * (share is not None)


def test_the_demo_has_no_copies():
    found = read_season(DEMO, check_rule=accept_any, criteria=CONTRACT_CRITERIA).warnings
    assert [warning for warning in found if warning.code == "copied_description"] == []
