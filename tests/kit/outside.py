"""Packages from outside the tree, really installed, and what runs with them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"


def install(name: str, folder: Path) -> Path:
    """Install a package of `tests/fixtures`; give where it lies."""
    source = folder / "source"
    shutil.copytree(FIXTURES / name, source)
    return install_from(source, folder / "installed")


def install_from(source: Path, target: Path) -> Path:
    """Install a package's folder with pip, without a network; give where it lies."""
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    pip = [sys.executable, "-m", "pip", "install", *offline, "--target", str(target), str(source)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def run_with(
    installed: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with an installed package beside the tree."""
    path = os.pathsep.join((str(installed), str(ROOT)))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
