import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.hostile import HOSTILE, claimed_dimension, with_part

ROOT = Path(__file__).parents[3]
MOST_MEMORY_MB = 300
HANG_S = 60
"""Twelve times what a refusal may take, so that a busy machine fails nothing."""
READ = """
import json, re, sys, time
from pathlib import Path
from data.files.reading import read_season
from models.errors import InputError
start, faults = time.monotonic(), []
try:
    read_season(Path(sys.argv[1]), check_rule=lambda rule: None, criteria=())
except InputError as error:
    faults = [(f.file, f.code, f.mend.sv, f.mend.en) for f in error.faults]
seconds = time.monotonic() - start
peak_kb = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(json.dumps([faults, int(peak_kb) / 1024, seconds]))
"""
TINY = {
    "actors.csv": b"name,sector,place,description\nAlfa,public,Lund,W\n",
    "challenges.csv": b"id,title\nc1,T\n",
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_little_memory(tmp_path, name):
    file, make, code = HOSTILE[name]
    files = {n: c for n, c in TINY.items() if n.split(".")[0] != file.split(".")[0]}
    for other, content in files.items():
        (tmp_path / other).write_bytes(content)
    (tmp_path / file).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    faults, peak_mb, seconds = json.loads(done.stdout)
    assert (file, code) in [(f, c) for f, c, *_ in faults]
    assert peak_mb < MOST_MEMORY_MB
    assert seconds < HANG_S
    assert all(sv and en for *_, sv, en in faults)


def test_the_dimension_that_a_sheet_claims_counts_for_nothing(read):
    found = read({"actors.csv": None, "actors.xlsx": claimed_dimension()})
    assert [actor.id for actor in found.season.actors] == ["a1"]


def test_parts_that_reading_does_not_need_are_left_packed(read):
    content = with_part("xl/media/image1.png", bytes(40_000_000))
    found = read({"actors.csv": None, "actors.xlsx": content})
    assert [actor.id for actor in found.season.actors] == ["a1"]
