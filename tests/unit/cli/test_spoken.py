"""A season's own language is spoken where nobody asks for another."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.commands import app
from models.text import Language


@pytest.fixture
def season(tmp_path: Path) -> Path:
    folder = tmp_path / "autumn"
    result = CliRunner().invoke(app, ["new", str(folder)])
    assert result.exit_code == 0, result.output
    settings = folder / "season.toml"
    settings.write_text('lang = "sv"\n' + settings.read_text("utf-8"), "utf-8")
    return folder


def check(season: Path, *options: str, **environment: str) -> str:
    return CliRunner().invoke(app, ["check", str(season), *options], env=environment).output


def test_the_season_says_which_language_is_spoken(season: Path) -> None:
    assert "Alla koalitioner kan bildas" in check(season)


def test_an_option_and_the_environment_come_before_the_season(season: Path) -> None:
    assert "All coalitions can be formed" in check(season, "--lang", "en")
    assert "All coalitions can be formed" in check(season, KOALITION_LANG="en")


def test_a_language_that_is_not_spoken_is_a_fault(season: Path) -> None:
    settings = season / "season.toml"
    settings.write_text(settings.read_text("utf-8").replace('"sv"', '"fi"', 1), "utf-8")
    said = check(season)
    assert f"{Language.SV}, {Language.EN}" in said
    assert "lang" in said
