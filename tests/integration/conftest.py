"""Commands in processes of their own, with one cache for all of them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit.caches import shared_cache
from tests.kit.forking import MAIN, forked_commands, is_read_at_start

Run = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that starts empty, so that the model is really unpacked once."""
    return shared_cache(tmp_path_factory)


@pytest.fixture(scope="session")
def koalition(cache_dir: Path) -> Callable[..., Run]:
    """Give a function that runs the command, in a process from the start where it matters.

    It matters for another `program`, and for settings of Python and of others.
    """

    def run(*arguments: object, program: str = MAIN, **own: str) -> Run:
        settings = {"KOALITION_CACHE_DIR": str(cache_dir), **own}
        if program == MAIN and not is_read_at_start(own):
            return forked_commands().run(*arguments, **settings)
        return subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def demo(koalition: Callable[..., Run], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo season with its proposal and report, made by `koalition demo`."""
    folder = tmp_path_factory.mktemp("demo") / "koalition-demo"
    run = koalition("demo", "--out", folder)
    assert run.returncode == 0, run.stderr
    assert str(folder / "out" / "report.html") in run.stdout
    return folder


@pytest.fixture(scope="session")
def season(koalition: Callable[..., Run], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("season") / "own"
    assert koalition("new", folder).returncode == 0
    run = koalition("propose", folder, "--reproducible")
    assert run.returncode == 0, run.stderr
    return folder
