"""The console command `koalition`.

Nothing is imported before `main` is called, so that an interrupt ends even the start quietly;
heavy libraries are imported inside the commands, so that help answers at once.
"""

import io
import os
import signal
import sys

INTERRUPTED = 130
"""The exit code after Ctrl-C, as of whatever ends by that signal."""


def main() -> None:
    """Run the command; a letter that the terminal does not have is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    shown, sys.unraisablehook = sys.unraisablehook, _end_if_interrupted
    try:
        from api.cli.commands import app

        app()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.exit(INTERRUPTED)
    finally:
        sys.unraisablehook = shown


def _end_if_interrupted(trouble: "sys.UnraisableHookArgs") -> None:
    """End at an interrupt that came where Python can raise nothing and would go on."""
    if issubclass(trouble.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(trouble)
