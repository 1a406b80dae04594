"""The console command `koalition`.

Heavy libraries are imported inside the commands, so that help answers at once.
"""

import io
import sys

from api.cli.app import app
from api.cli.commands import (
    agendas,
    alternatives,
    check,
    close,
    dates,
    demo,
    doctor,
    explain,
    facets,
    ideas,
    meetings,
    new,
    outcomes,
    pareto,
    price,
    propose,
    rank,
    recruit,
    repair,
    reserves,
    score,
    season,
    serve,
    suggest,
    verify,
    warm,
)

__all__ = [
    "agendas",
    "alternatives",
    "check",
    "close",
    "dates",
    "demo",
    "doctor",
    "explain",
    "facets",
    "ideas",
    "main",
    "meetings",
    "new",
    "outcomes",
    "pareto",
    "price",
    "propose",
    "rank",
    "recruit",
    "repair",
    "reserves",
    "score",
    "season",
    "serve",
    "suggest",
    "verify",
    "warm",
]


def main() -> None:
    """Run the command; a letter that the terminal does not have is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
