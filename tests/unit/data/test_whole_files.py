"""Files are put in place whole: whatever interrupts the writing leaves what was there before."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from data.files.documents import write_text_page
from data.files.folders import replace_whole, write_whole

TOO_FULL = """
import resource, signal, sys
from pathlib import Path
from data.files.documents import write_text_page
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_text_page(Path(sys.argv[1]), "x" * 5000)
except OSError as error:
    print(error.filename)
"""


def test_a_disk_that_fills_up_leaves_the_file_and_is_named(tmp_path: Path) -> None:
    file = tmp_path / "proposal.json"
    file.write_text("good")
    done = subprocess.run(
        [sys.executable, "-c", TOO_FULL, file], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(file)
    assert file.read_text() == "good"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_the_file_and_no_draft(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text("good")
    with pytest.raises(KeyboardInterrupt), replace_whole(file) as draft:
        draft.write_text("half")
        raise KeyboardInterrupt
    assert file.read_text() == "good"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    place = tmp_path / "report.html"
    place.mkdir()
    with pytest.raises(OSError) as caught:
        write_text_page(place, "page")
    assert caught.value.filename == str(place)
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_is_followed_and_rights_are_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    file = tmp_path / f"{'a' * 251}.csv"
    write_whole(file, "å")
    assert file.read_bytes() == "å".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_device_is_written_as_it_is() -> None:
    write_whole(Path("/dev/null"), "gone")
    assert Path("/dev/null").is_char_device()


def test_a_file_where_a_folder_is_asked_for_is_named(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("good")
    with pytest.raises(OSError) as caught:
        write_whole(file / "report.html", "page")
    assert caught.value.filename == str(file / "report.html")
    assert file.read_text() == "good"


READ_ONLY = """
import os, sys
from pathlib import Path
from data.files.folders import write_whole
if os.geteuid() == 0:
    os.setuid(65534)
try:
    write_whole(Path(sys.argv[1]), "new")
except OSError as error:
    print(error.filename, error.strerror)
"""


def test_a_folder_that_may_not_be_written_in_is_told_by_the_file() -> None:
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "proposal.json"
        file.write_text("good")
        file.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, file], capture_output=True, text=True, check=True
        )
        file.parent.chmod(0o755)
        assert done.stdout.strip() == f"{file} Permission denied"
        assert file.read_text() == "good"
        assert list(file.parent.iterdir()) == [file]
