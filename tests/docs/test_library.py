"""The library's page is true: its files install and its blocks run, in their order."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.caches import shared_cache
from tests.kit.outside import install_from

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "library.md"
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VERBS = ("match", "score", "explain", "suggest", "rank", "verify", "plan")
LINES = 10


def blocks() -> list[tuple[str, str, str]]:
    """Give kind, file name and text of the page's code."""
    return BLOCK.findall(PAGE.read_text("utf-8"))


def install(folder: Path) -> Path:
    """Install the package that the page's files make, as the page says."""
    source = folder / "source"
    source.mkdir()
    for _, name, text in blocks():
        if name:
            (source / name).write_text(text, "utf-8")
    return install_from(source, folder / "installed")


def test_every_block_runs_in_order(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    installed = install(tmp_path)
    script = tmp_path / "page.py"
    script.write_text(
        "\n".join(text for kind, name, text in blocks() if kind == "python" and not name), "utf-8"
    )
    environment = {
        **os.environ,
        "KOALITION_CACHE_DIR": str(shared_cache(tmp_path_factory)),
        "PYTHONPATH": os.pathsep.join([str(installed), str(ROOT)]),
    }
    run = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "stay/1" in run.stdout
    assert "Luleo" in run.stdout


def test_ten_lines_form_coalitions() -> None:
    program = next(text for _, _, text in blocks() if "from matcher import match\n" in text)
    assert len([line for line in program.splitlines() if line.strip()]) <= LINES


def test_the_page_tells_of_every_verb() -> None:
    import matcher

    assert set(matcher.__all__) == set(VERBS)
    page = PAGE.read_text("utf-8")
    assert [verb for verb in VERBS if f"| `{verb}(" not in page] == []


def test_the_door_is_cheap_and_stands_whatever_is_imported() -> None:
    program = (
        "import sys, pkgutil, importlib\n"
        f"from matcher import {', '.join(VERBS)}\n"
        "assert not {'numpy', 'scipy', 'torch', 'pulp'} & sys.modules.keys()\n"
        "import matcher\n"
        "for module in pkgutil.walk_packages(matcher.__path__, 'matcher.'):\n"
        "    importlib.import_module(module.name)\n"
        f"for verb in {VERBS!r}:\n"
        "    assert getattr(matcher, verb) is getattr(matcher.engine, verb), verb\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
