"""What the pages for callers say, done literally: the curl session, and the script."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.samples import DEMO

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "service" / "calling.md"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def serve(*arguments: str, cwd: Path) -> Iterator[str]:
    """Run `koalition serve`, and give the address that it tells."""
    command = [sys.executable, "-m", "tests.kit.koalition", "serve", *arguments, "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = ADDRESS.search(server.stdout.readline())
            assert found is not None
            yield found[0]
        finally:
            server.terminate()
            server.wait(60)


@pytest.mark.skipif(
    not (shutil.which("curl") and shutil.which("jq")), reason="curl or jq is not installed"
)
def test_the_curl_session_does_what_it_says(tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "koalition-demo")
    (script,) = re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    with serve("koalition-demo", cwd=tmp_path) as address:
        script = ADDRESS.sub(address, script).replace(
            "koalition verify", f"{sys.executable} -m tests.kit.koalition verify"
        )
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
        )
    assert done.returncode == 0, done.stderr + done.stdout
    assert "applied\n" in done.stdout
    assert "event: gap" in done.stdout
    assert "true\n" in done.stdout
    assert "The proposal agrees" in done.stdout


def test_the_script_runs_a_season_and_saves_what_changed(tmp_path: Path) -> None:
    from tests.kit.computing import write_small

    folder = write_small(tmp_path / "small")
    script = ROOT / "docs" / "service" / "run_a_season.py"
    with serve("small", "--save", cwd=tmp_path) as address:
        done = subprocess.run(
            [sys.executable, script, folder, "--address", address, "--season", "liten"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        from api.client import Client

        with Client(address) as client:
            actor = next(client.items("/seasons/liten/actors"))
            kept = client.read(f"/actors/{actor['id']}")
            client.edit(f"/actors/{actor['id']}", {"offers": "lokaler"}, kept.etag)
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        *("proposal", "moved", "settled", "exported")
    ]
    assert "lokaler" in (folder / "actors.csv").read_text("utf-8")
    assert "lokaler" not in (folder / "actors.csv.bak").read_text("utf-8")
