"""`koalition agendas`: the agendas of the coalition model as files to edit."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import Lang, command
from api.cli.output import print_text
from models.messages import say
from models.text import Language


@command
def agendas(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to write them in.")],
    only: Annotated[
        Language | None, typer.Option(help="In this language alone; otherwise in both.")
    ] = None,
    lang: Lang = Language.EN,
) -> None:
    """Write the agendas of the four meetings as files to edit."""
    from data.files.agenda_files import copy_agendas

    for path in copy_agendas(folder, only):
        print_text(say("agenda_written", file=path.name, folder=folder), lang)
    print_text(say("agenda_use"), lang)
