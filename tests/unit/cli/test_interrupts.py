"""Ctrl-C ends quietly wherever it comes: a process gets the signal as a module is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
module, way = sys.argv[1:3]
del sys.argv[1:3]

class Unraisable:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        [None for _ in range(3)]

class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == module:
            sys.meta_path.remove(self)
            if way == "raised":
                os.kill(os.getpid(), signal.SIGINT)
            else:
                Unraisable()

sys.meta_path.insert(0, Interrupt())
from api.cli import main
main()
"""


def interrupt(module: str, *arguments: object, way: str = "raised", cache: Path | None = None):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, module, way, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **({"KOALITION_CACHE_DIR": str(cache)} if cache else {})},
    )


@pytest.mark.parametrize("module", ["typer", "models.errors", "api.cli.commands.warm"])
@pytest.mark.parametrize("way", ["raised", "unraisable"])
def test_an_interrupt_of_the_start_ends_quietly(module, way):
    run = interrupt(module, "--help", way=way)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("data.files.findings", ("check",)),
        ("numpy", ("propose",)),
        ("scipy", ("propose", "--json")),
        ("numba", ("warm",)),
        ("api.doctor.examine", ("doctor",)),
        ("fastapi", ("serve",)),
    ],
)
def test_an_interrupt_while_a_command_loads_ends_quietly(module, command, tmp_path):
    name, *options = command
    folder = tmp_path / "season"
    if name not in ("warm", "doctor"):
        made = subprocess.run(
            [sys.executable, "-c", "from api.cli import main; main()", "new", folder],
            capture_output=True,
            check=True,
        )
        assert made.stderr == b""
        options.insert(0, str(folder))
    before = sorted(tmp_path.rglob("*"))
    run = interrupt(module, name, *options, cache=tmp_path / "cache")
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
    assert [path for path in sorted(tmp_path.rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]
