"""`koalition export`: a season of the database as the files of a folder."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, command, installation
from api.cli.output import print_json, print_text
from api.cli.progress import Terminal
from models.messages import say
from models.text import Language
from models.viewers import ORGANISER


@partial(command, name="export")
def export_season(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The season in the database.")],
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Made; it must hold nothing yet.")],
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Write a season of the database as files that read as the same season."""
    from api.use_cases.export_season import EXPORT_SEASON, Export
    from api.use_cases.use_case import perform
    from data.files.exports import write_export

    with installation().keep() as store:
        kept = store.seasons.get(slug)
        call = installation().call(kept, ORGANISER, Terminal(lang), store)
        content = perform(EXPORT_SEASON, call, Export())
    names = write_export(out, content, installation().open_season)
    if as_json:
        print_json(
            {"slug": slug, "version": kept.version, "folder": str(out), "files": list(names)}
        )
        return
    files = ", ".join(names)
    print_text(say("export_done", slug=slug, version=kept.version, path=out, files=files), lang)
