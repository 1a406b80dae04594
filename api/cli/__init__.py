"""The console command `koalition`.

Heavy libraries are imported inside the commands, so that help answers at once.
"""

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
    """Run the command."""
    app()
