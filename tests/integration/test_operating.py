"""What the page for operators says of backup, upgrade and moving, done literally."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from api.bootstrap import Installation
from api.cli.commands import app
from tests.kit.computing import write_small
from tests.kit.databases import run_postgres

PAGE = Path(__file__).parents[2] / "docs" / "service" / "operating.md"
WRITTEN = "postgresql://koalition@localhost/koalition"


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with run_postgres() as address:
        with psycopg.connect(address.format(name="postgres"), autocommit=True) as server:
            server.execute("CREATE DATABASE koalition")
        yield address.format(name="koalition")


class Operator:
    """Does what blocks of the page say, in a folder and a state of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        self._patch = monkeypatch
        monkeypatch.chdir(place)
        monkeypatch.setenv("KOALITION_STATE_DIR", str(place / "state"))
        monkeypatch.delenv("KOALITION_DATABASE_URL", raising=False)

    def __call__(self, line: str) -> str:
        """Do one line, and give what it says."""
        if line.startswith("export "):
            name, _, value = line.removeprefix("export ").partition("=")
            self._patch.setenv(name, value)
            return ""
        program, *words = shlex.split(line)
        assert program == "koalition", line
        result = CliRunner().invoke(app, words, obj=Installation())
        assert result.exit_code == 0, (line, result.output)
        return result.output

    def do(self, heading: str, **instead: str) -> str:
        """Do every block under a heading, with some words in the place of others."""
        text = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        assert blocks
        lines = "".join(blocks)
        for word, other in instead.items():
            assert word in lines
            lines = lines.replace(word, other)
        return "".join(map(self, lines.splitlines()))


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Operator:
    """Somebody whose service holds a season and an account."""
    operator = Operator(monkeypatch, tmp_path)
    write_small(tmp_path / "liten")
    operator("koalition user add kim@example.org --organiser")
    operator("koalition import liten --as liten")
    return operator


def test_a_backup_is_restored_beside_what_it_was_made_of(operator: Operator) -> None:
    told = operator.do("Backup and restore")
    assert "again.sqlite" in told
    assert "1\xa0season; whole." in told
    assert "kim@example.org" in operator("koalition user list")


def test_an_upgrade_keeps_what_was_there(operator: Operator) -> None:
    operator("koalition db upgrade")
    assert "up to date" in operator.do("Upgrade")
    operator("koalition export liten again")


def test_a_service_moves_from_sqlite_to_postgresql(operator: Operator, postgres: str) -> None:
    told = operator.do("From SQLite to PostgreSQL", **{WRITTEN: postgres})
    assert "The database postgresql://" in told
    assert "1\xa0season; whole." in told
    assert "kim@example.org" in operator("koalition user list")
    operator("koalition export liten again")
