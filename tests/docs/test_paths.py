"""What pages and docstrings name is in the tree: files, modules, and where links lead."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("api", "benchmarks", "data", "docs", "matcher", "models", "tests")
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
        *(page for room in ROOMS for page in (ROOT / room).rglob("*.md")),
    ]
)
FILE = re.compile(r"`(?:[\w-]+ )?((?:[\w-]+/)*[\w-]+\.py)(?:::[\w.]+)?[ `]")
FOLDER = re.compile(rf"`((?:{'|'.join(ROOMS)})/[\w./-]*)`")
MODULE = re.compile(r"\bpython3? -m ([\w.]+)")
DOTTED = re.compile(r"`((?:\w+\.)+\w+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
OUTSIDE = {"venv", "pytest", "pip", "mypy", "koalition"}
"""Modules that are others', by name."""


@cache
def tree() -> frozenset[str]:
    """Give every file and folder of the house, each by every way that ends in it.

    So a page may leave out what its sentence says: `optimise/bound.py`, `bound.py`.
    """
    ways = set()
    for room in ROOMS:
        for path in [ROOT / room, *(ROOT / room).rglob("*")]:
            if "__pycache__" not in path.parts:
                parts = path.relative_to(ROOT).parts
                ways.update("/".join(parts[at:]) for at in range(len(parts)))
    return frozenset(ways)


def is_module(name: str) -> bool:
    """Say whether a dotted name leads to a module, or to something in one."""
    parts = name.split(".")
    return any(
        {"/".join(parts[:end]) + ".py", "/".join([*parts[:end], "__init__.py"])} & tree()
        for end in range(len(parts), 1, -1)
    )


def find_lost(text: str) -> Iterator[str]:
    """Find what a text names and the tree lacks."""
    yield from (name for name in FILE.findall(text) if name not in tree())
    yield from (name for name in FOLDER.findall(text) if name.rstrip("/") not in tree())
    for name in MODULE.findall(text):
        if name.split(".")[0] not in OUTSIDE:
            way = name.replace(".", "/")
            if not {f"{way}.py", f"{way}/__main__.py"} & tree():
                yield name


def docstrings(path: Path) -> Iterator[str]:
    """Give the docstrings of a file, those below its values too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pages_name_what_there_is(page: Path) -> None:
    text = page.read_text("utf-8")
    assert list(find_lost(text)) == []
    for target in LINK.findall(text):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("room", ROOMS)
def test_docstrings_name_what_there_is(room: str) -> None:
    packages = {*ROOMS, *(path.name for path in (ROOT / room).iterdir() if path.is_dir())}
    lost = []
    for path in sorted((ROOT / room).rglob("*.py")):
        for text in docstrings(path):
            dotted = [name for name in DOTTED.findall(text) if name.split(".")[0] in packages]
            lost += [(path.name, name) for name in find_lost(text)]
            lost += [(path.name, name) for name in dotted if not is_module(name)]
    assert lost == []


def test_what_is_lost_is_found() -> None:
    named = "`matcher/board.py` `board.py` `optimise/nowhere.py` `tests/none/` python -m api.nobody"
    assert list(find_lost(named)) == ["optimise/nowhere.py", "tests/none/", "api.nobody"]
    assert is_module("optimise.bound")
    assert not is_module("optimise.time_rows")
