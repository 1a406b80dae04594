"""`koalition serve`: a preview of a season's folder in the browser and over HTTP."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import Lang, command, installation, open_call
from api.cli.output import BAD_INPUT, print_text, stop
from models.messages import say
from models.text import Language


@command
def serve(
    season: Annotated[
        Path | None, typer.Argument(metavar="SEASON", help="Folder of the season to preview.")
    ] = None,
    host: Annotated[str, typer.Option(help="An address of this computer.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8000,
    lang: Lang = Language.EN,
) -> None:
    """Serve a read-only preview of a season, for this computer only."""
    if season is None:
        raise stop("no_service_yet", lang, BAD_INPUT)
    from api.http.loopback import address_of, listen

    listener = listen(host, port)
    with listener:
        call = open_call(season, lang)
        read = call.season
        from api.http.app import create_app
        from api.http.running import run_server

        preview = create_app(read, call.work.people, installation().words, language=lang)
        print_text(say("serving", season=read.name, address=address_of(listener)), lang)
        run_server(preview, listener)
