"""The Typer app and what its commands share."""

from pathlib import Path
from typing import Annotated

import typer

from models.text import Language

app = typer.Typer(
    help="Form cross-sector coalitions from the actors' own words, with reasons and a proof.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

SeasonFolder = Annotated[Path, typer.Argument(metavar="SEASON", help="Folder of the season.")]
Lang = Annotated[
    Language, typer.Option("--lang", envvar="KOALITION_LANG", help="Language of what is printed.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
