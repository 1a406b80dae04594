"""Output never dies on letters that a terminal does not have."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("letters", ["cp1252", "cp850"])
def test_what_cannot_be_shown_is_replaced(letters: str, tmp_path: Path) -> None:
    folder = tmp_path / "Höst→2026"
    done = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", "new", folder],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": letters},
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"?2026" in done.stdout
    assert (folder / "actors.csv").exists()
