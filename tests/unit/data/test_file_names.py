"""A table under another name or ending: read where it is certain, else one fault."""

import unicodedata

import pytest

from tests.kit.workbooks import make_workbook
from tests.unit.data.conftest import ACTORS, CHALLENGES

TIES = "actor_a,actor_b\nAlfa,Beta\n"


@pytest.mark.parametrize(
    "name",
    [
        *("Actors.CSV", "ACTORS.csv", "aktörer.csv", "Aktorer.csv", "Actors.txt", "aktörer.tsv"),
        *("actors.csv.txt", unicodedata.normalize("NFD", "Aktörer.csv")),
    ],
)
def test_a_file_under_another_spelling_is_read_with_a_warning(read, name):
    found = read({"actors.csv": None, name: ACTORS})
    assert [actor.id for actor in found.season.actors] == ["a1", "a2"]
    (warning,) = found.warnings
    assert (warning.file, warning.code) == (name, "read_as")
    assert "actors." in warning.mend.sv


@pytest.mark.parametrize("name", ["actors.txt", "actors.tsv"])
def test_a_text_of_another_ending_is_read_as_a_text(read, name):
    found = read({"actors.csv": None, name: ACTORS.replace(",", "\t")})
    assert len(found.season.actors) == 2 and found.warnings == ()


def test_a_workbook_in_swedish_and_with_capitals_is_read(read):
    rows = [line.split(",") for line in ACTORS.splitlines()]
    found = read({"actors.csv": None, "Aktörer.XLSX": make_workbook({"Blad1": rows})})
    assert len(found.season.actors) == 2
    assert [warning.code for warning in found.warnings] == ["read_as"]


def test_ties_in_swedish_are_read(read):
    found = read({"relationer.csv": TIES})
    assert len(found.season.ties) == 1
    assert [(each.file, each.code) for each in found.warnings] == [("relationer.csv", "read_as")]


@pytest.mark.parametrize("other", ["Actors.csv", "aktörer.csv", "actors.ods", "actors.xlsx"])
def test_two_files_of_one_table_are_one_fault(faults_of, other):
    (fault,) = faults_of({other: "x", "ties.csv": TIES})
    assert (fault.file, fault.code) == ("actors.csv", "two_files")
    assert other in fault.mend.sv


@pytest.mark.parametrize("name", ["actors.numbers", "Aktörer.xls", "actors.gsheet", "actors.pdf"])
def test_a_file_of_a_kind_that_is_not_read_is_one_fault_that_says_so(faults_of, name):
    (fault,) = faults_of({"actors.csv": None, name: "x"})
    assert (fault.file, fault.code) == (name, "file_of_other_kind")


def test_ties_of_a_kind_that_is_not_read_are_never_left_out_silently(faults_of):
    (fault,) = faults_of({"ties.numbers": "x"})
    assert (fault.file, fault.code) == ("ties.numbers", "file_of_other_kind")


def test_the_original_beside_its_export_does_no_harm(read):
    assert read({"actors.numbers": "x", "~$actors.xlsx": "x", ".~lock.actors.ods#": "x"}).season


@pytest.mark.parametrize("name", ["actors (1).csv", "Kopia av aktörer.xlsx", "actor.csv"])
def test_a_file_with_nearly_the_name_is_named(faults_of, name):
    (fault,) = faults_of({"actors.csv": None, name: ACTORS})
    assert (fault.file, fault.code) == (name, "misnamed_file")
    assert f"actors{name[name.rindex('.') :]}" in fault.mend.en


def test_without_anything_like_it_the_file_is_missing(faults_of):
    (fault,) = faults_of({"actors.csv": None, "budget.xlsx": b"x", "readme.txt": "x"})
    assert (fault.file, fault.code) == ("actors.csv", "missing_file")


def test_settings_with_capitals_are_read_with_a_warning(read):
    found = read({"Season.TOML": 'name = "Hösten"'})
    assert found.season.name == "Hösten"
    assert [(each.file, each.code) for each in found.warnings] == [("Season.TOML", "read_as")]


@pytest.mark.parametrize("name", ["season.toml.txt", "säsong.toml"])
def test_settings_under_another_ending_are_never_left_out_silently(faults_of, name):
    (fault,) = faults_of({name: 'name = "Hösten"'})
    assert (fault.file, fault.code) == (name, "misnamed_file")


def test_challenges_by_their_swedish_name(read):
    found = read({"challenges.csv": None, "Utmaningar.csv": CHALLENGES})
    assert len(found.season.challenges) == 1
