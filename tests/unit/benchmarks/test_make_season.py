"""Seasons made for measuring: the same every time, and without faults."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.bootstrap import Installation
from benchmarks.make_season import make_season

ROOT = Path(__file__).parents[3]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_season(folder, 60, 1, 6.0)
    return folder


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_same_bytes_under_another_hash_seed(made: Path, tmp_path: Path, hash_seed: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "benchmarks.make_season", str(tmp_path), "--actors", "60"],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert contents(tmp_path) == contents(made)


def test_another_seed_gives_another_season(made: Path, tmp_path: Path) -> None:
    make_season(tmp_path, 60, 2, 6.0)
    assert contents(tmp_path)["actors.csv"] != contents(made)["actors.csv"]


def test_a_made_season_has_no_faults_and_the_degree_asked(made: Path) -> None:
    season = Installation().open_season(made).season
    assert len(season.actors) == 60
    assert len(season.challenges) == 6
    assert 2 * len(season.ties) / 60 == 6
