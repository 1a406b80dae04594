"""What newcomers read is true: the house, the lock, the decisions, the changelog, the citation."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docs.make_house import BEGIN, END, PAGE, draw_house

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ADR = ROOT / "docs" / "adr"
DECISIONS = sorted(ADR.glob("[0-9]*.md"))
STATUS = re.compile(r"^(Accepted|Superseded by \[\d+\]\(\d{4}-[\w-]+\.md\)), (\d{4}-\d\d-\d\d)[.;]")


def test_the_house_is_drawn_as_it_is() -> None:
    drawn = PAGE.read_text("utf-8").split(BEGIN)[1].split(END)[0]
    assert drawn == draw_house(), "the picture is stale: run python docs/make_house.py"


def requirements() -> list[Requirement]:
    every = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in every]


def test_the_lock_holds_a_version_of_every_dependency_that_fits() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    locked = dict(line.split("==") for line in lines if not line.startswith("#"))
    for each in requirements():
        version = locked[canonicalize_name(each.name)]
        assert each.specifier.contains(version), each
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            pinned = Requirement(line)
            assert pinned.specifier.contains(locked[canonicalize_name(pinned.name)]), line


def test_every_dependency_has_one_reason() -> None:
    table = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    named = [cell.split("|")[1] for cell in table.splitlines() if cell.startswith("| ")][2:]
    words = [
        canonicalize_name(word)
        for cell in named
        for word in re.findall(r"[A-Za-z][\w.-]*", re.sub(r"\([^)]*\)", "", cell))
    ]
    assert len(words) == len(set(words)), "a package stands twice"
    for each in requirements():
        assert canonicalize_name(each.name) in words, each


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_a_status_and_a_date_and_is_listed(path: Path) -> None:
    title, _, status, *_ = path.read_text("utf-8").splitlines()
    number, name = title.removeprefix("# ").split(". ", 1)
    assert int(number) == int(path.name[:4])
    found = STATUS.match(status)
    assert found, status
    date.fromisoformat(found[2])
    assert f"- [{number}. {name}]({path.name})" in (ADR / "README.md").read_text("utf-8")


def test_numbers_of_decisions_are_used_once() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_changelog_and_the_citation_name_the_version() -> None:
    version = PROJECT["version"]
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    heads = re.findall(r"^## (\S+?),? ", log, re.MULTILINE)
    assert heads[0] == version
    assert "### Changes that change matches" in log.split("\n## ")[1]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
