"""The Typer app and what its commands share."""

import math
import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import OTHER, fail, line_of
from api.errors import Unwritable
from models.errors import KoalitionError, StoreFailure
from models.ports.progress import Progress
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from data.files.reading import SeasonFile
    from matcher.embedding.reading import Reading

app = typer.Typer(
    help="Form cross-sector coalitions from the actors' own words, with reasons and a proof.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def tell_version(asked: bool) -> None:
    """Print the version and end, where it is asked for."""
    if asked:
        typer.echo(f"koalition {version('koalition')}")
        raise typer.Exit


@app.callback()
def main(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=tell_version, is_eager=True, help="Tell the version."),
    ] = False,
) -> None:
    """Form cross-sector coalitions from the actors' own words, with reasons and a proof."""


SeasonFolder = Annotated[Path, typer.Argument(metavar="SEASON", help="Folder of the season.")]
ProposalFile = Annotated[Path, typer.Argument(metavar="proposal.json", help="The proposal.")]
Lang = Annotated[
    Language, typer.Option("--lang", envvar="KOALITION_LANG", help="Language of what is printed.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def positive(value: float | None) -> float | None:
    """Refuse what is no finite number above 0."""
    if value is not None and not (math.isfinite(value) and value > 0):
        raise typer.BadParameter(f"{value} is not a finite number above 0")
    return value


def open_told(folder: Path, language: Language) -> Season:
    """Read a season, and tell what is odd about its files on stderr."""
    return read_told(folder, language).season


def read_told(folder: Path, language: Language) -> "SeasonFile":
    """Read a season and how to reach its actors, as `open_told` does."""
    from api.bootstrap import open_season

    read = open_season(folder)
    for warning in read.warnings:
        typer.echo(line_of(warning, language), err=True)
    return read


def read_stated(season: Season, path: Path, progress: Progress) -> "tuple[Reading, Proposal]":
    """Read a season's words, and a proposal that agrees with it."""
    from api.bootstrap import read_season_words
    from api.jobs import read_proposal
    from api.settings import InstallationSettings

    reading = read_season_words(season, InstallationSettings(), progress)
    return reading, read_proposal(path, season, reading)


def command(function: Callable[..., None], *, on: typer.Typer = app) -> Callable[..., None]:
    """Register a command whose errors become a message and the exit code that they have."""

    @wraps(function)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            function(*arguments, **options)
        except StoreFailure as error:
            reason = error.params["reason"]
            trouble = Unwritable("file_trouble", path="KOALITION_CACHE_DIR", reason=reason)
            raise fail(trouble, options["lang"]) from error
        except KoalitionError as error:
            raise fail(error, options["lang"]) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OTHER) from error
        except OSError as error:
            trouble = Unwritable("file_trouble", path=error.filename, reason=error.strerror)
            raise fail(trouble, options["lang"]) from error

    on.command()(run)
    return function
