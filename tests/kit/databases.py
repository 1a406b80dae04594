"""A PostgreSQL of the tests' own: started on a socket in a folder of its own, ended after."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

OWNER = "postgres"
"""PostgreSQL refuses to run as root; Debian's package makes this user."""


def find_postgres() -> Path | None:
    """Give the folder of the newest PostgreSQL's programs; None where there is none."""
    if at_hand := shutil.which("initdb"):
        return Path(at_hand).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def run_postgres() -> Iterator[str]:
    """Run a server that only this machine's socket reaches, and give its address.

    Without PostgreSQL the test is skipped, unless the environment requires it.
    """
    with run_postgres_under_control() as (address, _):
        yield address


@contextmanager
def run_postgres_under_control() -> Iterator[tuple[str, Callable[..., None]]]:
    """Run such a server, and give its address and what stops and starts it (`pg_ctl`)."""
    programs = find_postgres()
    if programs is None:
        if os.environ.get("REQUIRE_POSTGRES"):
            pytest.fail("PostgreSQL is required here, and is not installed")
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="koalition-pg-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
        data = folder / "data"
        control = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
        _run([str(programs / "initdb"), "-D", str(data), "-A", "trust", "-E", "UTF8", "-N"], folder)
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        start = ["-o", options, "-l", str(folder / "log"), "start"]
        _run([*control, *start], folder)

        def do(*words: str) -> None:
            _run([*control, *(start if words == ("start",) else words)], folder)

        try:
            user = OWNER if os.geteuid() == 0 else os.environ.get("USER", OWNER)
            yield f"postgresql://{user}@/{{name}}?host={folder}", do
        finally:
            _run([*control, "-m", "immediate", "stop"], folder)


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a program as a user who may run a server."""
    as_owner = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"]
    prefix = as_owner if os.geteuid() == 0 else []
    subprocess.run(
        [*prefix, *command],
        cwd=folder,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
