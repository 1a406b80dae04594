"""What the commands say: the version, the pool, who is to blame, and that nobody fits."""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.integration.conftest import Run

Koalition = Callable[..., Run]


def test_the_version_is_told(koalition: Koalition) -> None:
    assert koalition("--version").stdout == f"koalition {version('koalition')}\n"


def test_check_shows_the_pool_in_words(koalition: Koalition, season: Path) -> None:
    pool = json.loads(koalition("check", season, "--json").stdout)["pool"]
    said = koalition("check", season, "--lang", "sv").stdout
    assert f"{pool['actors']}\u00a0aktörer och 1\u00a0utmaning." in said
    assert f"offentlig sektor {pool['sectors']['public']}" in said
    for county, count in pool["counties"].items():
        assert f"{county} {count}" in said
    assert "Alla koalitioner kan bildas" in said


def test_a_pin_that_says_not_where_is_told_how(koalition: Koalition, season: Path) -> None:
    run = koalition("propose", season, "--pin", "framtidsverket", "--lang", "sv")
    assert run.returncode == 2
    assert "--pin framtidsverket=KOALITION" in run.stderr


def test_a_contradiction_of_options_does_not_blame_the_file(
    koalition: Koalition, season: Path
) -> None:
    challenge = json.loads(koalition("check", season, "--json").stdout)["challenges"][0]["id"]
    pin, ban = f"--pin=framtidsverket={challenge}", f"--ban=framtidsverket={challenge}"
    run = koalition("propose", season, pin, ban)
    assert run.returncode == 2
    assert "--pin, --ban:actor [framtidsverket]" in run.stderr
    assert "season.toml" not in run.stderr


@pytest.mark.parametrize(("lang", "said"), [("sv", "Ingen passar"), ("en", "Nobody fits")])
def test_no_partners_is_said(koalition: Koalition, season: Path, lang: str, said: str) -> None:
    asked = ("suggest", season, "--actor", "framtidsverket", "--within-km", "0.001")
    run = koalition(*asked, "--lang", lang)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(said)
