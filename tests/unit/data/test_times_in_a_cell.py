"""Times: one label for one time, parts of the week, "any time", and words that are none."""

import pytest

from matcher.meetings.dates import choose_dates
from models.dates import DateSettings
from tests.kit.workbooks import to_csv

HEADER = ["id", "name", "sector", "place", "description", "available"]


@pytest.fixture
def read_times(read):
    """Read actors by their cells of times; give the times of each, and what was told."""

    def read_cells(*cells, name="season"):
        rows = [
            [f"a{i}", f"Aktör {i}", "public", "Lund", f"Vi driver verkstad nummer {i}", cell]
            for i, cell in enumerate(cells, start=1)
        ]
        found = read({"actors.csv": to_csv([HEADER, *rows])}, name=name)
        told = [(w.row, w.code) for w in found.warnings]
        assert {w.column for w in found.warnings} <= {"available"}
        return [actor.available for actor in found.season.actors], told

    return read_cells


@pytest.mark.parametrize(
    "cell",
    [
        *("Tisdagar 13", "Tue 13:00", "tisdag kl. 13.00", "tis 13-15", "tis 13:00–15:30"),
        *("TIS 13:00", "Tuesday 1 pm", "tis. 13:00", "tis 13 till 15"),
    ],
)
def test_spellings_of_one_time_are_one_label_and_told(read_times, cell):
    times, told = read_times("tis 13:00", "tis 13:00", cell)
    assert (times, told) == ([("tis 13:00",)] * 3, [(4, "time_read_as")])


def test_the_label_is_a_plain_one_then_the_commonest_whatever_the_order(read_times):
    cells = ("Tue 13:00", "tisdagar 13", "tisdagar 13", "tue 13:00", "tue 13:00")
    expected = [("tue 13:00",)] * 5
    assert read_times(*cells)[0] == expected
    assert read_times(*reversed(cells), name="other")[0] == expected


def test_a_season_that_spells_alike_stays_as_it_is(read_times):
    cells = ("Onsdagar 9-11;2026-10-06T13:00", "Onsdagar 9-11")
    assert read_times(*cells) == ([("Onsdagar 9-11", "2026-10-06T13:00"), ("Onsdagar 9-11",)], [])


@pytest.mark.parametrize(
    "cell", ["Flexibel", "alla tider", "När som helst!", "any time", "Flexibel, tis 13:00", "ALLA"]
)
def test_any_time_is_no_time_of_its_own_and_told(read_times, cell):
    assert read_times("tis 13:00", cell) == ([("tis 13:00",), ()], [(3, "time_any")])


def test_not_knowing_is_like_an_empty_cell(read_times):
    assert read_times("tis 13:00", "vet ej") == ([("tis 13:00",), ()], [(3, "says_nothing")])


@pytest.mark.parametrize("between", [", ", "\n", " och ", " / ", "; "])
def test_times_however_set_apart(read_times, between):
    times, told = read_times("tis 13:00;ons 09:00", f"tis 13:00{between}ons 09:00")
    assert times == [("tis 13:00", "ons 09:00")] * 2
    assert told == ([] if between == "; " else [(3, "time_read_as")])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("onsdagar", ("ons 09:00", "ons 13:00")),
        ("onsdag em", ("ons 13:00",)),
        ("förmiddagar", ("2026-10-07 10:00", "ons 09:00")),
        ("vardagar", ("2026-10-07 10:00", "ons 09:00", "ons 13:00", "tors 18:00")),
        ("torsdag kväll", ("tors 18:00",)),
    ],
)
def test_a_part_of_the_week_is_the_times_in_it_and_told(read_times, cell, expected):
    if cell == "onsdagar":
        expected = ("2026-10-07 10:00", *expected)
    times, told = read_times("ons 09:00;ons 13:00", "tors 18:00;2026-10-07 10:00", cell)
    assert (times[2], told) == (expected, [(4, "time_read_as")])


def test_a_word_that_is_no_time_is_never_a_time_of_its_own(read_times):
    times, told = read_times("tis 13:00", "efter sommaren", "tis 13:00; inte fredagar", "fre 99")
    assert times == [("tis 13:00",), (), ("tis 13:00",), ()]
    assert told == [(3, "time_unknown"), (4, "time_unknown"), (5, "time_unknown")]


def test_a_word_that_several_wrote_alike_is_a_time_of_theirs_and_told(read_times):
    times, told = read_times("pass 1;pass 2", "Pass 1", "pass 1")
    assert times == [("pass 1",), ("pass 1",), ("pass 1",)]
    assert [row for row, code in told if code == "time_of_its_own"] == [2, 3, 4]
    assert [row for row, code in told if code == "time_unknown"] == [2]


def test_what_is_told_names_the_word_the_actor_and_the_mend(read):
    row = ["a1", "Alfa", "public", "Lund", "Vi driver verkstad i staden", "efter sommaren"]
    (warning,) = read({"actors.csv": to_csv([HEADER, row])}).warnings
    for word in ("efter sommaren", "Alfa räknas som att den kan alla tider", "tis 13:00"):
        assert word in warning.mend.sv
    assert "Alfa counts as able to come at all times" in warning.mend.en


def test_any_time_is_said_alike_for_everybody(read):
    rows = [
        [f"a{i}", f"Hus {i}", "public", "Lund", f"Vi driver {i} hus", "Flexibel"] for i in (1, 2)
    ]
    found = read({"actors.csv": to_csv([HEADER, *rows])})
    said = {w.mend for w in found.warnings if w.code == "time_any"}
    assert len(said) == 1


def test_readings_are_one_time_in_availability_and_dates(read):
    cells = ["tors 09:00", "torsdagar 9-11", "Thu 9 am", "Flexibel", "torsdagar"]
    rows = [
        [f"a{i}", f"Aktör {i}", "public", "Lund", f"Vi driver verkstad nummer {i}", cell]
        for i, cell in enumerate(cells)
    ]
    season = read({"actors.csv": to_csv([HEADER, *rows])}).season
    assert {time for actor in season.actors for time in actor.available} == {"tors 09:00"}
    settings = DateSettings.model_validate({"start": "2026-09-28", "minutes": (120,)})
    (date,) = choose_dates(season.actors, "SE", settings).dates
    assert len(date.can_come) == len(cells)
