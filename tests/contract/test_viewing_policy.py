"""The one policy of what a viewer may see: each of its cells, and that nothing goes round it."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import api
from models.viewers import (
    ORGANISER,
    PUBLIC,
    SYSTEM,
    Viewer,
    is_hidden,
    list_hidden,
    list_seen,
    may_see,
    member_of,
    sees_all,
)
from tests.kit.actors import make_actor

ROOT = Path(api.__path__[0]).parent
POLICY = ROOT / "models" / "viewers.py"


@dataclass(frozen=True)
class Sight:
    """What the policy promises a viewer of a visible, a hidden and its own hidden actor."""

    viewer: Viewer
    visible: bool
    hidden: bool
    own: bool


@pytest.mark.parametrize(
    "sight",
    [
        Sight(PUBLIC, visible=True, hidden=False, own=False),
        Sight(member_of("a1"), visible=True, hidden=False, own=True),
        Sight(ORGANISER, visible=True, hidden=True, own=True),
        Sight(SYSTEM, visible=True, hidden=True, own=True),
        Sight(Viewer(role="public", actors=frozenset({"a1"})), True, False, False),
    ],
    ids=lambda sight: sight.viewer.role.value,
)
def test_the_policy_cell_by_cell(sight: Sight) -> None:
    actors = [make_actor(0), make_actor(2, visible=False), make_actor(1, id="a1", visible=False)]
    seen = [may_see(sight.viewer, actor) for actor in actors]
    assert seen == [sight.visible, sight.hidden, sight.own]
    assert list_seen(sight.viewer, actors) == tuple(
        a for a, s in zip(actors, seen, strict=True) if s
    )
    assert list_hidden(sight.viewer, actors) == tuple(
        a for a, s in zip(actors, seen, strict=True) if not s
    )
    assert sees_all(sight.viewer) == all(seen)
    assert [is_hidden(actor) for actor in actors] == [False, True, True]


def test_nobody_looks_by_default() -> None:
    """Whoever may be meant to see less has to be named: no viewer goes without saying."""
    for package in ("api", "data", "matcher", "models"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.arguments):
                    named = [*node.posonlyargs, *node.args]
                    given = named[len(named) - len(node.defaults) :]
                    given += [
                        a for a, d in zip(node.kwonlyargs, node.kw_defaults, strict=True) if d
                    ]
                    assert "viewer" not in {arg.arg for arg in given}, path
                if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "viewer":
                    assert node.value is None, path


def test_visible_is_asked_for_in_the_policy_alone() -> None:
    asked = {
        path.relative_to(ROOT).as_posix()
        for package in ("api", "data", "matcher", "models")
        for path in (ROOT / package).rglob("*.py")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "visible"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    }
    assert asked == {POLICY.relative_to(ROOT).as_posix()}
    templates = [*(ROOT / "api").rglob("*.j2"), *(ROOT / "api").rglob("*.html")]
    assert len(templates) > 20
    for path in templates:
        assert not re.search(r"\bvisible\b", path.read_text("utf-8")), path
