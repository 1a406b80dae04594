"""`koalition serve` before it serves: what it refuses, and what it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.commands import app

run = CliRunner().invoke


@pytest.mark.parametrize(("lang", "words"), [("en", "does not exist yet"), ("sv", "finns inte än")])
def test_without_a_season_there_is_no_service_yet(lang: str, words: str) -> None:
    result = run(app, ["serve", "--lang", lang])
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("lang", "words"), [("en", "no accounts yet"), ("sv", "inga konton än")])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "example.org"])
def test_foreign_host_is_refused(tmp_path: Path, host: str, lang: str, words: str) -> None:
    result = run(app, ["serve", str(tmp_path), "--host", host, "--lang", lang])
    assert result.exit_code == 2
    assert words in result.stderr
    assert host in result.stderr


def test_faulty_season_is_refused(tmp_path: Path) -> None:
    result = run(app, ["serve", str(tmp_path), "--port", "0"])
    assert result.exit_code == 2
    assert "actors.csv" in result.stderr


def test_commands_load_no_server() -> None:
    code = "import sys, api.cli; print({'fastapi', 'uvicorn'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
