"""The guide can be followed: its commands work, its rules hold."""

import csv
import io
import re
import shlex
from pathlib import Path

import pytest

from data.files.reading import read_season
from matcher.constraints.registry import KINDS, check_rule
from matcher.criteria.registry import CRITERIA
from tests.kit.caches import shared_cache
from tests.kit.forking import forked_commands

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
LANGUAGES = ("en", "sv")
PAGES = ("prepare", "read", "change", "meet", "send", "ideas", "follow")
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(language: str, name: str) -> str:
    return (GUIDE / language / f"{name}.md").read_text("utf-8")


def blocks(language: str, kind: str) -> list[str]:
    """Give the code blocks of a kind, in the order of the pages."""
    every = [found for name in PAGES for found in CODE.findall(page(language, name))]
    return [text for word, text in every if word == kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_works_in_the_order_of_the_guide(
    language: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [line for block in blocks(language, "") for line in block.splitlines()]
    assert len(lines) >= 14
    cache = str(shared_cache(tmp_path_factory))
    for line in lines:
        first, *arguments = shlex.split(line)
        assert first == "koalition"
        run = forked_commands().run(*arguments, cwd=tmp_path, KOALITION_CACHE_DIR=cache)
        assert run.returncode == 0, (line, run.stderr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_shown_are_of_every_kind_and_can_be_read(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "season"
    assert forked_commands().run("new", folder, "--lang", language).returncode == 0
    table = (folder / "actors.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    sized = [[*row, "size" if i == 0 else ("small", "large")[i % 2]] for i, row in enumerate(rows)]
    with (folder / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(sized)
    shown = blocks(language, "toml")
    (folder / "season.toml").write_text('name = "x"\n' + "\n".join(shown), "utf-8")
    season = read_season(folder, check_rule=check_rule, criteria=CRITERIA).season
    stated = {key for key, kind in KINDS.items() if kind.is_stated}
    assert {rule.kind for rule in season.rules} == stated
    assert {rule.strength for rule in season.rules} >= {None, 0.0, 0.5}


def test_both_languages_have_the_same_pages_sections_and_pictures() -> None:
    for name in PAGES:
        english, swedish = (page(language, name) for language in LANGUAGES)
        assert [line.split()[0] for line in english.splitlines() if line.startswith("#")] == [
            line.split()[0] for line in swedish.splitlines() if line.startswith("#")
        ]
        assert english.count("```") == swedish.count("```")
        assert english.count("![") == swedish.count("![")
        assert "-sv.png" not in english
        assert "-en.png" not in swedish
