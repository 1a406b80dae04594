"""Every rule of reading that goes on says so: a season of one oddity each, read from its files."""

import ast
from datetime import date
from pathlib import Path

import pytest

from data import files as exchange
from data import reference
from data.files.findings import NO_HINT
from data.files.limits import MOST_WARNINGS
from models.messages import cells, places, reading, sectors, tables
from models.rule_problems import RuleProblem
from models.seasons import CONTRACT_CRITERIA
from tests.kit.workbooks import make_workbook, to_csv

WORDS = "Alfa does many useful things"
HEADERS = ["name", "sector", "place", "description"]
ALFA = ["Alfa", "public", "Malmö", WORDS]
BETA = ["Beta", "academia", "Lund", "Beta studies many useful things"]
ASKED = "Många unga flyttar för att de inte vet vilka arbeten som finns nära hemmet."
LONG = "Vi lagar cyklar tillsammans med pensionerade mekaniker varje torsdag i smedjan"
TWINS = [["Alfa", *ALFA[1:3], LONG, "Cyklar"], ["Alfa Malmö", *BETA[1:3], LONG, ""]]


def actors(*rows, delimiter=","):
    return {"actors.csv": to_csv([HEADERS, *rows], delimiter)}


def with_column(header, *values):
    """Give two actors or more with another column."""
    rows = [ALFA, BETA, *([f"Gamma {n}", *BETA[1:3], f"{n} Gamma sews"] for n in range(9))]
    filled = [[*row, value] for row, value in zip(rows, values, strict=False)]
    return {"actors.csv": to_csv([[*HEADERS, header], *filled])}


def placed(name):
    return actors([*ALFA[:2], name, WORDS])


def beside(header, place, cell):
    return {"actors.csv": to_csv([[*HEADERS, header], [*ALFA[:2], place, WORDS, cell]])}


def in_workbook(finish=None, extra=()):
    rows = [[*HEADERS, "member"], [*ALFA, *(extra or ["x"])], [*BETA, "y"]]
    return {"actors.csv": None, "actors.xlsx": make_workbook({"A": rows}, finish)}


def hide_row(workbook, worksheets):
    worksheets["A"].set_row(2, None, None, {"hidden": True})


def hide_column(workbook, worksheets):
    worksheets["A"].set_column(4, 4, None, None, {"hidden": True})


def merge_rows(workbook, worksheets):
    worksheets["A"].merge_range(1, 4, 2, 4, "x")


def add_sheet(workbook, worksheets):
    workbook.add_worksheet("Mer").write(0, 0, "x")


ABROAD = 'country = "DE"\n'
CASES = {
    # files and tables
    "read_as": {"actors.csv": None, "Aktörer.CSV": to_csv([HEADERS, ALFA])},
    "other_encoding": {"actors.csv": to_csv([HEADERS, ALFA]).encode("cp1252")},
    "above_headers": {"actors.csv": "Register\n" + to_csv([HEADERS, ALFA])},
    "headers_again": actors(ALFA, HEADERS, BETA),
    "total_left_out": actors(ALFA, BETA, ["Summa", "", "", "2"]),
    "cut_short": {"actors.csv": f"{','.join(HEADERS)},group\n{','.join(ALFA)}\n{','.join(BETA)}\n"},
    "ignored_column": {"challenges.csv": "id,title,colour\nc1,What?,red\n"},
    "likely_header": with_column("Kan bidra med", "Cyklar", "Tyg"),
    "similar_column": with_column("capasity", "1", "2"),
    "own_header_unused": {"season.toml": '[columns]\n"Om oss" = "description"\n'},
    "merged_filled": in_workbook(merge_rows),
    "hidden_rows": in_workbook(hide_row),
    "hidden_columns": in_workbook(hide_column),
    "other_sheets": in_workbook(add_sheet),
    "boolean_read": in_workbook(extra=[True]),
    "date_read": in_workbook(extra=[date(2026, 2, 1)]),
    "rounded_number": with_column("member", "5,56E+09", "x"),
    "formula_text": with_column("member", "=A1+1", "x"),
    "broken_letters": actors(["FÃ¶reningen", *ALFA[1:]]),
    "lost_letters": actors(["F\ufffdreningen", *ALFA[1:]]),
    # cells
    "invisible_removed": actors(["Al\u200bfa", *ALFA[1:]]),
    "line_folded": actors(["Alfa\nBis", *ALFA[1:]]),
    "says_nothing": with_column("group", "–", "B"),
    "says_no_number": with_column("capacity", "n/a", "2"),
    "list_parted": with_column("languages", "svenska, engelska", "sv"),
    "unknown_language": with_column("languages", "sv;klingonska", "sv"),
    "time_any": with_column("available", "Flexibel", "tis 09:00"),
    "time_read_as": with_column("available", "tisdagar kl 9", "tis 09:00"),
    "time_of_its_own": with_column("available", "vecka 40", "vecka 40"),
    "time_unknown": with_column("available", "tis 09:00;sen", "tis 09:00"),
    "contact_in_name": actors(["Alfa 070-123 45 67", *ALFA[1:]]),
    "few_words": actors([*ALFA[:3], "Alfa helps"]),
    "doubtful_sector": actors(["Alfa", "universitetssjukhus", *ALFA[2:]]),
    # places
    "unknown_municipality": beside("kommun", "Lund", "Atlantis"),
    "place_other_municipality": beside("kommun", "Lund", "Kiruna"),
    "place_other_county": beside("län", "Lund", "Norrbotten"),
    "ambiguous_place": placed("Järna"),
    "namesake_elsewhere": placed("Berg"),
    "small_locality": placed("Hackås"),
    "place_respelt": placed("Oregrund"),
    "place_part_unread": placed("Lund, Blåbärsriket"),
    "place_misspelt": beside("kommun", "Norköping", "Norrköping"),
    "several_near_places": placed("Malmö, Lund"),
    "whole_country": placed("Hela landet"),
    "place_at_home": {**placed("Säffle"), "season.toml": ABROAD},
    "place_in_both": {**placed("Husum"), "season.toml": ABROAD},
    # rows together
    "near_duplicate": actors(ALFA, ["ALFA AB", *BETA[1:]]),
    "near_duplicate_text": actors([*ALFA[:3], LONG], [*BETA[:3], LONG]),
    "near_duplicate_twin": {"actors.csv": to_csv([[*HEADERS, "offers"], *TWINS])},
    "copied_description": {
        **actors([*ALFA[:3], ASKED]),
        "challenges.csv": to_csv([["id", "title", "description"], ["c1", "Unga?", ASKED]]),
    },
    "doubled_tie": {"ties.csv": "actor_a,actor_b\na1,a2\na2,a1\n"},
    # what this version does not have
    "criterion_not_yet": {"season.toml": "[weights]\nturn = 1.0\n"},
    "column_uncounted": with_column("passed_over", "1", "0"),
    "column_unruled": with_column("group", "A", "A"),
    "too_many_warnings": {"ties.csv": "actor_a,actor_b\n" + "a1,a2\n" * (MOST_WARNINGS + 2)},
}
CAUSES = {"too_many_warnings": {"doubled_tie"}}
"""What a season of one oddity can't be without."""
WITHOUT_TURN = {"criteria": tuple(key for key in CONTRACT_CRITERIA if key != "turn")}
WITHOUT_RULES = {"check_rule": lambda _: RuleProblem(key="kind", code="x", mend=NO_HINT)}
OLDER = {
    "criterion_not_yet": WITHOUT_TURN,
    "column_uncounted": WITHOUT_TURN,
    "column_unruled": WITHOUT_RULES,
}
"""Versions that lack a criterion or a rule."""


# fmt: off
NO_WARNINGS = frozenset((
    "ambiguous_actor", "broken_cell", "doubled_name", "formula_without_value", "large_workbook",
    "many_merged", "not_workbook", "too_few_cells", "too_many_cells", "too_many_faults",
    "unknown_actor", "unknown_coalition", "workbook_locked", "workbook_old",
    "bad_attribute", "curly_quotes", "decimal_comma", "toml_doubled", "toml_equals", "toml_list",
    "toml_other", "toml_rest", "toml_statement", "toml_string", "toml_value", "toml_yes_no",
    "unquoted_text",
    "did_you_mean", "input_faults", "missing_cells", "misspelt_header",
    "no_language_known_effect", "not_utf8_settings", "other_encoding_settings",
    "says_nothing_needed", "time_lost_all", "time_lost_some", "unknown_language_effect",
))
# fmt: on
"""Codes of faults that no call names outright, and texts that are part of others."""
TABLES = (cells, places, reading, sectors, tables)


@pytest.mark.parametrize("code", CASES)
def test_what_is_read_otherwise_than_it_stands_is_told(read, code):
    found = read(CASES[code], **OLDER.get(code, {}))
    assert {warning.code for warning in found.warnings} == {code, *CAUSES.get(code, ())}
    warning = next(each for each in found.warnings if each.code == code)
    assert warning.file in {*CASES[code], "actors.csv"}
    assert warning.mend.sv.strip() and warning.mend.en.strip()


def test_a_season_without_oddities_has_no_warning(read):
    assert read().warnings == ()


def find_codes(*names):
    """Give the codes that stand in calls of these names where files are read."""
    for package in (exchange, reference):
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call):
                    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                    if name in names:
                        inside = [n for n in ast.walk(call) if isinstance(n, ast.Constant)]
                        yield from (constant.value for constant in inside)


def test_every_warning_of_reading_is_among_the_cases():
    """A new code is told as a fault where it is written, or has its case here."""
    codes = {code for table in TABLES for code in table.MESSAGES}
    faults = codes.intersection(
        find_codes("fault", "fault_in_words", "_BadKey", "UnknownPlace", "Directory")
    )
    assert codes - faults - NO_WARNINGS == CASES.keys()
    assert codes.intersection(find_codes("warn", "warn_in_words", "noted")) <= CASES.keys()
