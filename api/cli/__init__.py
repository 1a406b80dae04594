"""The console command `koalition`.

Heavy libraries are imported inside the commands, so that help answers at once.
"""

from api.cli.app import app
from api.cli.commands import (
    check,
    demo,
    explain,
    new,
    propose,
    rank,
    score,
    season,
    serve,
    suggest,
    verify,
)

__all__ = [
    "check",
    "demo",
    "explain",
    "main",
    "new",
    "propose",
    "rank",
    "score",
    "season",
    "serve",
    "suggest",
    "verify",
]


def main() -> None:
    """Run the command."""
    app()
