"""The benchmark that others call: its input, its JSON, and that its groups are what it says."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("head", ["9 3 ss 3 3 3 3 3 3", "9 3 ds 2 4 1 5 3 3"])
def test_it_groups_a_file_and_says_so_in_json(tmp_path: Path, head: str) -> None:
    draw = np.random.default_rng(1)
    pairs = {(i, j): round(float(draw.random()), 5) for i in range(9) for j in range(i + 1, 9)}
    path = tmp_path / "instance.txt"
    path.write_text("\n".join([head, *(f"{i} {j} {d}" for (i, j), d in pairs.items())]))
    command = [sys.executable, "benchmarks/mdgp.py", str(path), "--seconds", "0.2", "--seed", "3"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    assert list(found) == ["objective", "seconds", "groups"]
    groups = found["groups"]
    assert sorted(element for group in groups for element in group) == list(range(9))
    words = list(map(int, head.split()[3:]))
    for group, least, most in zip(groups, words[::2], words[1::2], strict=True):
        assert least <= len(group) <= most
    inside = [(i, j) for group in groups for i in group for j in group if i < j]
    assert found["objective"] == pytest.approx(sum(pairs[pair] for pair in inside))
