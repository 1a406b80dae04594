"""`koalition propose` writes the report where the contract says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.pages import parse


def koalition(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)],
        env={key: value for key, value in os.environ.items() if key != "KOALITION_LANG"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("season") / "own"
    assert koalition("new", folder, "--lang", "sv").returncode == 0
    return folder


def language_of(path: Path) -> str:
    return parse(path.read_text("utf-8")).find("html")[0].attributes["lang"]


def test_report_goes_where_it_is_asked_for(season: Path, tmp_path: Path) -> None:
    run = koalition("propose", season)
    assert run.returncode == 0, run.stderr
    assert (season / "out" / "proposal.json").exists()
    report = season / "out" / "report.html"
    assert language_of(report) == "en"
    assert "Ungas" not in report.name and "Unga röster i Dalarna" in report.read_text("utf-8")
    assert str(report) in run.stdout

    alone = tmp_path / "alone" / "proposal.json"
    assert koalition("propose", season, "--out", alone).returncode == 0
    assert [path.name for path in alone.parent.iterdir()] == ["proposal.json"]

    named = tmp_path / "named" / "page.html"
    out = tmp_path / "other.json"
    run = koalition("propose", season, "--out", out, "--report", named, "--lang", "sv")
    assert run.returncode == 0, run.stderr
    assert out.exists()
    assert language_of(named) == "sv"


def test_help_imports_no_templates() -> None:
    heavy = ("jinja2", "api.documents.report")
    code = f"import sys, api.cli; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
