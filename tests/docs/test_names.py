"""One name, one meaning: a public class or function is called what no other one is."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("api", "matcher", "data", "models")
REGISTERED = (
    "data/store/migrations/versions/",
    "matcher/constraints/",
    "matcher/criteria/",
    "matcher/optimise/foreign.py",
    "matcher/optimise/moves.py",
    "matcher/optimise/row_kinds/",
    "matcher/optimise/shapes/",
    "matcher/optimise/tables.py",
    "matcher/verify/criteria/",
    "matcher/verify/rules/",
)
"""Where every file has the functions that its registration asks for, under the same names."""
ASKED = ("api/cli/", "api/http/routes/", "api/library.py", "api/use_cases/", "matcher/engine.py")
"""Where what people ask for is passed on to what does it, under the same verb."""
TERMS = {"Problem"}
"""Terms of two fields: what RFC 9457 answers with, and what is optimised."""


def homes_of(kind: type | tuple[type, ...], left_out: tuple[str, ...]) -> dict[str, list[str]]:
    """Give the files that define each public name of a kind."""
    homes = defaultdict(list)
    for path in sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if not place.startswith(left_out):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, kind) and not node.name.startswith("_"):
                    homes[node.name].append(place)
    return homes


def test_no_two_classes_share_a_name() -> None:
    homes = homes_of(ast.ClassDef, ())
    assert len(homes) > 300
    assert {name for name, places in homes.items() if len(places) > 1} == TERMS


def test_no_two_functions_share_a_name() -> None:
    homes = homes_of((ast.FunctionDef, ast.AsyncFunctionDef), (*REGISTERED, *ASKED))
    assert len(homes) > 500
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}
