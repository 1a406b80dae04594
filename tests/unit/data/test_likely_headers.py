"""Headers of other people's sheets, which are taken for what they likely mean, and told."""

import pytest

from data.files.columns import ACTORS, CHALLENGES, TIES, find_column, name_likely
from data.files.next_season import write_next_season
from tests.kit.workbooks import to_csv

HEADERS = ["Organisation", "Typ av organisation", "Stad", "Vad gör ni?", "Mötesspråk"]
ALFA = ["Alfa", "kommun", "Malmö", "Alfa does things with young people", "svenska"]


def test_a_strangers_table_is_read_with_a_warning_for_each_header(read):
    found = read({"actors.csv": to_csv([HEADERS, ALFA])})
    (alfa,) = found.season.actors
    assert (str(alfa.sector), alfa.place.name, alfa.languages) == ("public", "Malmö", ("sv",))
    told = [(warning.code, warning.header) for warning in found.warnings]
    assert told == [("likely_header", header) for header in HEADERS[1:]]
    assert "beskrivning" in found.warnings[2].mend.sv
    assert "description" in found.warnings[2].mend.en


def test_a_title_above_such_a_table_is_found(read):
    found = read({"actors.csv": to_csv([["Anmälda", *[""] * 4], HEADERS, ALFA])})
    assert [actor.name for actor in found.season.actors] == ["Alfa"]
    assert "above_headers" in [warning.code for warning in found.warnings]


def test_a_town_is_taken_beside_its_municipality(read):
    rows = [[*HEADERS, "Kommun"], [*ALFA[:2], "Berg", *ALFA[3:], "Linköping"]]
    (alfa,) = read({"actors.csv": to_csv(rows)}).season.actors
    assert (alfa.place.name, alfa.place.municipality) == ("Berg", "Linköping")
    rows[1][2] = ""
    (alfa,) = read({"actors.csv": to_csv(rows)}, name="empty").season.actors
    assert alfa.place.name == "Linköping"


@pytest.mark.parametrize(
    "headers",
    [
        ["name", "sektor", "typ"],
        ["name", "om er", "om oss"],
        ["name", "stad", "ort"],
        ["name", "stad", "ort", "kommun"],
    ],
)
def test_a_column_that_is_there_or_in_doubt_is_not_guessed(headers):
    assert name_likely(headers, ACTORS)[1] == {}


@pytest.mark.parametrize("table", [ACTORS, CHALLENGES, TIES])
def test_what_is_likely_is_no_certain_header_and_means_one_column(table):
    likely = [header for column in table for header in column.likely]
    assert len(likely) == len(set(likely))
    assert not [header for header in likely if find_column(header, table)]


def test_headers_of_challenges_are_taken_too(read):
    tables = {"challenges.csv": "id,Utmaning,Antal medlemmar\nc1,What?,12\n"}
    (challenge,) = read(tables).season.challenges
    assert (challenge.title, challenge.size) == ("What?", 12)


def test_the_next_season_keeps_such_headers(write, read, tmp_path):
    rows = [[*HEADERS, "Förbigången"], [*ALFA, "0"]]
    folder = write({"actors.csv": to_csv(rows)})
    write_next_season(folder, tmp_path / "next", {"alfa": 1}, ())
    text = (tmp_path / "next" / "actors.csv").read_text("utf-8-sig")
    assert text.splitlines()[0] == ",".join(rows[0])
    assert text.splitlines()[1].endswith(",1")


def test_a_cell_of_several_sectors_names_them(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, [ALFA[0], "förening/AB", *ALFA[2:]]])})
    assert fault.code == "several_sectors"
    assert "näringsliv och idéburen sektor" in fault.mend.sv


def test_an_unknown_sector_is_answered_in_the_language_of_the_reader(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, [ALFA[0], "xyz", *ALFA[2:]]])})
    assert "offentlig sektor, näringsliv, idéburen sektor, akademi" in fault.mend.sv
    assert "public, private, civil_society, academia" in fault.mend.en


def test_a_misspelt_town_beside_its_municipality_is_told(read):
    rows = [[*HEADERS, "Kommun"], [*ALFA[:2], "Trollhätan", *ALFA[3:], "Trollhättan"]]
    found = read({"actors.csv": to_csv(rows)})
    (told,) = [warning for warning in found.warnings if warning.code == "place_misspelt"]
    assert "Trollhättan?" in told.mend.sv
    rows[1][2] = "Qwertyby"
    found = read({"actors.csv": to_csv(rows)}, name="village")
    assert "place_misspelt" not in [warning.code for warning in found.warnings]


def test_a_size_outside_unstated_bounds_says_where_these_are_stated(faults_of):
    (fault,) = faults_of({"challenges.csv": "id,Utmaning,Antal medlemmar\nc1,What?,10\n"})
    assert (fault.column, fault.code) == ("size", "not_whole_between")
    assert fault.params == {"least": 12, "most": 18}
    assert "minsta_storlek" in fault.mend.sv and "12 and 18" in fault.mend.en


def test_the_whole_country_is_a_scope(read):
    (challenge,) = read(
        {"challenges.csv": "id,title,scope\nc1,What?,Hela landet\n"}
    ).season.challenges
    assert challenge.scope == "national"
