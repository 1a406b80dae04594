"""Commands work in one installation: their caller's, or one made at the first need."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from api.bootstrap import Installation
from api.cli.commands import app
from api.settings import InstallationSettings
from matcher.core.fits import Fits
from matcher.embedding.reading import Reading
from models.ports.progress import Progress
from tests.kit.seasons import give_reading
from tests.kit.words import GivenWords

run = CliRunner().invoke
ACTORS = 16


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "season"
    assert run(app, ["new", str(folder)]).exit_code == 0
    return folder


def read(progress: Progress) -> Reading:
    """Give relevance that falls from actor to actor."""
    return give_reading(Fits(np.linspace(1, 0, ACTORS).round(6)[:, None]))


def test_a_command_asks_the_words_of_the_installation_that_it_is_given(
    season: Path, tmp_path: Path
) -> None:
    settings = InstallationSettings(cache_dir=tmp_path)
    own = Installation(settings, GivenWords(read))
    told = run(app, ["rank", str(season), "--all", "--json", "-k", "3"], obj=own)
    assert told.exit_code == 0, told.output
    (table,) = json.loads(told.stdout).values()
    assert [entry["relevance"] for entry in table] == [1.0, 0.933333, 0.866667]
    assert list(tmp_path.iterdir()) == []


def test_two_commands_share_nothing_but_what_they_are_given(season: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def count(progress: Progress) -> Reading:
        asked.append("read")
        return read(progress)

    own = Installation(InstallationSettings(cache_dir=tmp_path), GivenWords(count))
    for _ in range(2):
        assert run(app, ["rank", str(season), "--all"], obj=own).exit_code == 0
    assert asked == ["read", "read"]


def test_settings_are_read_once_and_only_when_they_are_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = Installation()
    monkeypatch.setenv("KOALITION_CACHE_DIR", str(tmp_path))
    assert made.settings.cache_dir == tmp_path
    monkeypatch.setenv("KOALITION_CACHE_DIR", str(tmp_path / "other"))
    assert made.settings is made.settings
    assert made.settings.cache_dir == tmp_path
