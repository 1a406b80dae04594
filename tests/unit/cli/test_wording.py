"""The terminal names options; what others share names none."""

import ast
import re
from pathlib import Path

import pytest

from api.cli.wording import OPTIONS, option_of, word_error, word_fault
from api.http.faults import place
from models.errors import BadRequest, Fault, NotFound
from models.messages import MESSAGES, doctor, terminal

ROOT = Path(__file__).parents[3]
FILE = re.compile(r"(season\.toml|(actors|challenges|ties)\.csv)")
OPTION = re.compile(r"--[a-z]")


def test_no_shared_text_names_an_option() -> None:
    own = terminal.MESSAGES.keys() | doctor.MESSAGES.keys()
    shared = {
        code: text
        for code, text in MESSAGES.items()
        if code not in own or text != {**terminal.MESSAGES, **doctor.MESSAGES}[code]
    }
    assert [code for code, text in shared.items() if OPTION.search(text.sv + text.en)] == []


def test_what_the_terminal_alone_says_is_said_by_it_alone() -> None:
    alone = [code for code, text in terminal.MESSAGES.items() if MESSAGES[code] == text]
    others = [
        path
        for folder in ("matcher", "api/http", "api/use_cases", "api/show")
        for path in (ROOT / folder).rglob("*.py")
    ]
    words = "\n".join(path.read_text("utf-8") for path in others)
    assert len(alone) > 10
    assert [code for code in alone if f'"{code}"' in words] == []


def texts_of(path: Path) -> list[str]:
    """Give the texts of a file that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


def test_no_text_inside_names_an_option() -> None:
    for folder in ("matcher", "models", "api/use_cases", "api/http", "api/show"):
        for path in (ROOT / folder).rglob("*.py"):
            if path.name not in ("terminal.py", "doctor.py", "help.py"):
                assert [text for text in texts_of(path) if OPTION.search(text)] == [], path


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("max_changes", ("--max-changes", None)),
        ("rules.3.actor", ("--pin, --ban", "actor")),
        ("declined.0.actor", ("--decline", "actor")),
    ],
)
def test_a_field_is_an_option_here_and_a_key_over_http(
    field: str, line: tuple[str, str | None]
) -> None:
    fault = Fault.given(field, 1, "changes_too_few", fewest=2)
    told, placed = word_fault(fault), place("body", fault)
    assert (told.file, told.column) == line
    assert "--max-changes 2" in told.mend.en
    assert (placed.file, placed.column) == ("body", field)
    assert "--" not in placed.mend.en


@pytest.mark.parametrize(
    ("field", "column"), [("season.weights", "weights"), ("season.rules.3.actor", "actor")]
)
def test_a_field_of_the_season_is_one_of_its_file_everywhere(field: str, column: str) -> None:
    fault = Fault.given(field, "a1", "actor_unknown", actor="a1")
    for told in (word_fault(fault), place("body", fault)):
        assert (told.file, told.column, told.value) == ("season.toml", column, "a1")


def test_no_text_of_the_engine_names_a_file() -> None:
    for path in (ROOT / "matcher").rglob("*.py"):
        named = [text for text in texts_of(path) if FILE.search(text)]
        assert named == [], path


def test_an_error_is_worded_by_its_option_and_its_path() -> None:
    error = BadRequest("keep_missing", field="swaps")
    assert "--swap" in word_error(error, {}).en
    assert "--" not in error.text.en
    other = BadRequest("keep_of_other_season", field="keep")
    assert word_error(other, {"keep": Path("p.json")}).en.startswith("p.json")
    pin = NotFound("pin_without_coalition", name="a1", known="c0", field="pins.0.coalition")
    assert "--pin a1=COALITION" in word_error(pin, {}).en


def test_options_are_derived_where_they_are_named_alike() -> None:
    assert [field for field in OPTIONS if OPTIONS[field] == f"--{field}"] == []
    assert option_of("joined") == "--with"
