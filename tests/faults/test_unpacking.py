"""The bundled model is unpacked whole or not at all, whatever stops the writing."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from matcher.embedding.folder import write_tensors

PROGRAM = """
import resource, signal, sys
from pathlib import Path
from matcher.embedding.bundled import unpack_bundled
from models.ports.progress import Silence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
try:
    unpack_bundled(Path(sys.argv[1]), Silence())
except OSError as error:
    print(error.filename, error.strerror)
"""


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """The folder of an earlier version, beside what a killed run left."""
    folder = tmp_path / "models" / "multilingual-e5-small"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text('{"fingerprint": "former", "files": {}}')
    folder.with_suffix(".draft").mkdir()
    return folder


def test_a_disk_that_fills_up_leaves_the_former_folder(tmp_path: Path, former: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{former} File too large"
    assert [path.name for path in former.iterdir()] == ["manifest.json"]
    left = {path.name for path in former.parent.iterdir()}
    assert left - {f"{former.name}.lock"} == {former.name}


def test_weights_that_can_t_be_written_are_a_file_s_trouble(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.mkdir()
    with pytest.raises(OSError) as caught:
        write_tensors({"a": np.zeros(2, np.float32)}, place)
    assert caught.value.filename == str(place)
