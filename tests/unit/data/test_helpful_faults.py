"""Faults that say what was probably meant, and each cause once."""

import pytest

from matcher.constraints.registry import check_rule
from tests.kit.workbooks import to_csv

HEADERS = ["name", "sector", "place", "description"]
ALFA = ["Alfa", "public", "Malmö", "Alfa does many useful things"]


@pytest.mark.parametrize(
    ("header", "column", "asked"),
    [
        ("beskrivnig", "description", "beskrivning"),
        ("desciption", "description", "description"),
        ("Namm", "name", "name"),
        ("secktor", "sector", "sector"),
        ("plaze", "place", "place"),
    ],
)
def test_a_misspelt_header_is_asked_about(faults_of, header, column, asked):
    headers = [header if name == column else name for name in HEADERS]
    (fault,) = faults_of({"actors.csv": to_csv([headers, ALFA])})
    assert (fault.row, fault.column, fault.code) == (1, column, "missing_column")
    shown = " ".join(header.split()).lower()
    assert f"Menade du {asked} med rubriken" in fault.mend.sv
    assert f"Did you mean {asked} by the header" in fault.mend.en
    assert fault.value is not None and fault.value.lower() == shown


def test_a_misspelt_header_that_may_be_missing_is_asked_about_in_a_warning(read):
    found = read({"challenges.csv": "id,title,delfrågr\nc1,T,x\n"})
    (warning,) = found.warnings
    assert (warning.column, warning.code) == ("delfrågr", "ignored_column")
    assert "Menade du delfrågor?" in warning.mend.sv


def test_two_equal_names_are_told_where_ids_come_from(faults_of):
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, ALFA, ALFA])})
    assert (fault.row, fault.column, fault.code) == (3, "id", "doubled_id")
    assert "kolumn id" in fault.mend.sv and "column id" in fault.mend.en
    assert "Rad 2" in fault.mend.sv


@pytest.mark.parametrize("column", HEADERS)
def test_a_column_that_is_empty_throughout_is_one_fault(faults_of, column):
    at = HEADERS.index(column)
    rows = [[*ALFA[:at], "", *ALFA[at + 1 :]] for _ in range(31)]
    named = [[f"{n} {row[0]}" if at else "", *row[1:]] for n, row in enumerate(rows)]
    ties = "actor_a,actor_b\n0 Alfa,1 Alfa\n"
    (fault,) = faults_of({"actors.csv": to_csv([HEADERS, *named]), "ties.csv": ties})
    assert (fault.row, fault.column, fault.code) == (2, column, "missing_cell")
    assert "raderna 2–32" in fault.mend.sv and "rows 2–32" in fault.mend.en


def test_a_column_that_is_empty_here_and_there_is_a_fault_for_each_cell(faults_of):
    rows = [[f"A{n}", "public" if n == 2 else "", "Lund", "W"] for n in range(4)]
    faults = faults_of({"actors.csv": to_csv([HEADERS, *rows])})
    assert [(f.row, f.column) for f in faults] == [(n, "sector") for n in (2, 3, 5)]


RULES = [
    (
        'kind = "sector_flor"\nsector = "public"\nmin = 1',
        [("kind", "sector_flor", "sector_floor")],
    ),
    (
        'kind = "sector_floor"\nsektor = "public"\nmin = 1',
        [("sektor", "public", "sector")],
    ),
    (
        'kind = "sector_flor"\nsektor = "pulbic"\nmini = "two"\nchallenge = "c9"',
        [
            ("challenge", "c9", None),
            ("kind", "sector_flor", "sector_floor"),
            ("mini", "two", "min"),
            ("sektor", "pulbic", "sector"),
            ("sector", None, None),
            ("min", None, None),
        ],
    ),
    ('kind = "pin"\nactor = "Gama"', [("actor", "Gama", None)]),
    ('kind = "pin"', [("actor", None, None)]),
    ('kind = "zzzz"\nactor = "Alfa"', [("kind", "zzzz", None)]),
    ('kind = "ban"\nactor = "Alfa"\ncolour = 3', [("colour", "3", None)]),
]


@pytest.mark.parametrize(("lines", "expected"), RULES)
def test_all_faults_of_a_rule_are_told_with_what_was_meant(faults_of, lines, expected):
    toml = f'seed = 1\n[[rules]]\nkind = "ban"\nactor = "Beta"\n\n[[rules]]\n{lines}\n'
    faults = faults_of({"season.toml": toml}, check_rule=check_rule)
    assert [(f.column, f.value) for f in faults] == [fault[:2] for fault in expected]
    assert {f.row for f in faults} == {6}
    for fault, (_, _, meant) in zip(faults, expected, strict=True):
        if meant:
            assert fault.mend.sv.endswith(f"Menade du {meant}?")
            assert fault.mend.en.endswith(f"Did you mean {meant}?")


@pytest.mark.parametrize(
    ("toml", "row"),
    [
        ("seed = 1\nname = \n", 2),
        ('seed = 1\nname = "x\n', 2),
        ('seed = 1\n\nname = """x\n', 3),
        ("seed = 1\nx = [1,\n2,\n\n", 3),
        ("seed = 1\nseed = 2\n", 2),
        ("[[rules]]\nkind == 1\n", 2),
    ],
)
def test_broken_toml_has_its_row(faults_of, toml, row):
    (fault,) = faults_of({"season.toml": toml})
    assert (fault.code, fault.row) == ("bad_toml", row)
