"""`--edition members` and `--with-2020` through the commands, with the organiser's own lines."""

import base64
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from api.bootstrap import Installation
from api.cli.commands import app
from api.settings import InstallationSettings
from matcher.core.fits import Fits
from matcher.embedding.reading import Reading
from models.ports.progress import Progress
from tests.kit.seasons import give_reading
from tests.kit.words import GivenWords

ACTORS = 16
LOGO = b"GIF89a"
ORGANISER = """
[organiser]
name = "Mötesplats Dalarna"
contact = "Kim, möten@exempel.se"
logo = "logo.gif"
"""
THEN = "0.716"
"""The geographic spread of 2020."""


def read(progress: Progress) -> Reading:
    """Give relevance that falls from actor to actor."""
    return give_reading(Fits(np.linspace(1, 0, ACTORS).round(6)[:, None]))


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "season"
    assert CliRunner().invoke(app, ["new", str(folder)]).exit_code == 0
    settings = folder / "season.toml"
    settings.write_text(settings.read_text("utf-8") + ORGANISER, "utf-8")
    (folder / "logo.gif").write_bytes(LOGO)
    return folder


@pytest.fixture(scope="module")
def members(season: Path) -> Path:
    path = season / "members.csv"
    told = run(season, "propose", season, "--effort", "quick", "--members", path)
    assert told.exit_code == 0, told.output
    return path


def run(season: Path, *words: object) -> Result:
    installation = Installation(InstallationSettings(cache_dir=season / "cache"), GivenWords(read))
    return CliRunner().invoke(app, [*map(str, words)], obj=installation)


def report(season: Path, members: Path, *options: str) -> str:
    page = season / "page.html"
    told = run(season, "score", season, members, "--report", page, *options)
    assert told.exit_code == 0, told.output
    return page.read_text("utf-8")


def test_the_organiser_stands_in_both_editions(season: Path, members: Path) -> None:
    logo = f"data:image/gif;base64,{base64.b64encode(LOGO).decode()}"
    for options in ((), ("--edition", "members"), ("--edition", "organiser")):
        page = report(season, members, *options)
        assert "Mötesplats Dalarna" in page
        assert "Kim, möten@exempel.se" in page
        assert logo in page


def test_the_members_edition_is_the_one_that_is_asked_for(season: Path, members: Path) -> None:
    own, theirs = report(season, members), report(season, members, "--edition", "members")
    for word in ("bound", "Weight"):
        assert (word in own, word in theirs) == (True, False), word
    assert own == report(season, members, "--edition", "organiser")


def test_the_first_coalition_s_figures_stand_where_they_are_asked_for(
    season: Path, members: Path
) -> None:
    assert THEN not in report(season, members)
    assert THEN in report(season, members, "--with-2020")
    assert THEN not in report(season, members, "--with-2020", "--edition", "members")


def test_propose_writes_the_edition_that_is_asked_for(season: Path) -> None:
    page = season / "proposed.html"
    told = run(
        *(season, "propose", season, "--effort", "quick", "--out", season / "p.json"),
        *("--report", page, "--edition", "members"),
    )
    assert told.exit_code == 0, told.output
    assert "bound" not in page.read_text("utf-8")
    assert "Mötesplats Dalarna" in page.read_text("utf-8")


def test_another_edition_is_none(season: Path, members: Path) -> None:
    told = run(season, "score", season, members, "--edition", "press", "--lang", "sv")
    assert told.exit_code == 2
    assert "press är inget av organiser, members" in told.output
