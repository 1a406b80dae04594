"""What the folders promise: one file per criterion and rule, short files, and docs of each."""

import ast
from pathlib import Path

import pytest

from matcher.constraints.registry import KINDS
from matcher.criteria.registry import CRITERIA

ROOT = Path(__file__).parents[2]
LONGEST = 500
"""Lines of a Python file."""
SHARED = {
    "criteria": {"__init__", "criterion", "registry", "term"},
    "constraints": {
        *("__init__", "kind", "registry", "rows"),
        *("actors", "attributes", "pairs", "quotas", "sectors"),
    },
}
"""Files that register nothing: what a criterion or a rule is made of."""
REGISTRATIONS = {"criteria": "Criterion", "constraints": "RuleKind"}
REGISTERED = {"criteria": set(CRITERIA), "constraints": set(KINDS)}


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def keys_registered_in(path: Path, kind: str) -> list[str]:
    """Give the `key` of each instance of a class that a file makes, in its order."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == kind
    ]
    return [
        ast.literal_eval(word.value)
        for call in calls
        for word in call.keywords
        if word.arg == "key"
    ]


@pytest.mark.parametrize("folder", SHARED)
def test_each_file_registers_the_thing_that_it_is_named_after(folder: str) -> None:
    files = sorted((ROOT / "matcher" / folder).glob("*.py"))
    stems = {path.stem for path in files}
    assert stems >= SHARED[folder]
    for path in files:
        keys = keys_registered_in(path, REGISTRATIONS[folder])
        assert keys == ([] if path.stem in SHARED[folder] else [path.stem]), path
    assert stems - SHARED[folder] <= REGISTERED[folder]


@pytest.mark.parametrize("folder", SHARED)
def test_the_registration_is_the_last_thing_in_its_file(folder: str) -> None:
    for path in sorted((ROOT / "matcher" / folder).glob("*.py")):
        if path.stem not in SHARED[folder]:
            last = ast.parse(path.read_text(encoding="utf-8")).body[-1]
            assert isinstance(last, ast.Assign), path
            assert isinstance(last.value, ast.Call), path
            assert ast.unparse(last.value.func) == REGISTRATIONS[folder], path


def test_no_file_is_long() -> None:
    files = python_files("api", "data", "matcher", "models")
    assert len(files) > 100
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST}
    assert long == {}


def test_docs_name_every_criterion_and_every_rule() -> None:
    words = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")
    assert [key for key in (*CRITERIA, *KINDS) if f"`{key}`" not in words] == []
    titles = [criterion.title.en for criterion in CRITERIA.values()]
    assert [title for title in titles if title not in words.lower()] == []
