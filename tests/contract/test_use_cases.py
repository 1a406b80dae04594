"""What every use case promises: a frozen input, words in both languages, and an edge that asks."""

import ast
import dataclasses
import inspect
import re
import string
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from api.use_cases.call import Call
from api.use_cases.parts import PartKind
from api.use_cases.registry import USE_CASES
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.rights import RIGHTS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "api" / "use_cases"
EDGES = ("api/cli", "api/http", "api/documents", "api/worker")
FORBIDDEN = {"fastapi", "jinja2", "pathlib", "sqlalchemy", "starlette", "typer", "os"}
MADE_OF = {
    *("__init__", "use_case", "call", "registry"),
    *(
        "agreement",
        "answers",
        "boards",
        "filled",
        "invitations",
        "meeting_dates",
        "mending",
        "names",
        "parts",
        "prepare_run",
        "proposals_kept",
        "publishing",
        "slugs",
    ),
}
"""Files that register nothing: what use cases are made of."""


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> set[str]:
    """Give the first parts of every module that a file imports, at any depth."""
    found: set[str] = set()
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.py"))


def asked_for() -> dict[str, set[str]]:
    """Give the names that each edge hands to `perform` or `ask`."""
    return {
        edge: {
            node.args[0].id
            for path in (ROOT / edge).rglob("*.py")
            for node in ast.walk(parse(path))
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] in ("perform", "ask", "order")
            and node.args
            and isinstance(node.args[0], ast.Name)
        }
        for edge in EDGES
    }


def name_of(use_case: UseCase[Any, Any]) -> str:
    """Give the constant that registers a use case."""
    module = inspect.getmodule(use_case.run)
    (name,) = [key for key, value in vars(module).items() if value is use_case]
    return name


@pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)
def test_input_is_frozen_and_run_takes_a_call_and_it(use_case: UseCase[Any, Any]) -> None:
    assert issubclass(use_case.input, Frozen)
    call, given = inspect.signature(use_case.run).parameters.values()
    assert (call.name, call.annotation) == ("call", Call)
    assert (given.name, given.annotation) == ("given", use_case.input)
    assert dataclasses.is_dataclass(use_case)


@pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)
def test_title_and_description_are_in_both_languages(use_case: UseCase[Any, Any]) -> None:
    for text in (use_case.title, use_case.description):
        assert text.sv
        assert text.en
        assert text.sv != text.en
    assert not use_case.title.en.endswith(".")
    assert use_case.description.en.endswith(".")
    thing, _, verb = use_case.action.partition(".")
    assert set(thing + verb) <= set(string.ascii_lowercase)
    assert thing
    assert verb


@pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)
def test_it_has_a_right_and_what_changes_is_on_record(use_case: UseCase[Any, Any]) -> None:
    if isinstance(use_case.right, str):
        assert use_case.right in RIGHTS
    else:
        given = [SimpleNamespace(kind=kind, event="choose") for kind in PartKind]
        assert {use_case.right(each) for each in given} <= RIGHTS.keys()
    assert (use_case.event is not None) == (use_case.reach is Reach.CHANGE)


@pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)
def test_an_edge_asks_for_it(use_case: UseCase[Any, Any]) -> None:
    assert name_of(use_case) in set().union(*asked_for().values())


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_each_file_ends_in_its_one_registration(path: Path) -> None:
    registrations = [
        node
        for node in parse(path).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "UseCase"
    ]
    if path.stem in MADE_OF:
        assert registrations == []
    else:
        (registration,) = registrations
        assert ast.unparse(parse(path).body[-1]) == ast.unparse(registration)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_no_edge_no_file_and_no_option_inside(path: Path) -> None:
    assert imports_of(path) & FORBIDDEN == set()
    constants = [
        node.value
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in constants if re.search(r"(?<!-)--[a-z]", text)] == []
