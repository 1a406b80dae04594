"""`koalition serve`: the service over HTTP, or one season alone on this computer."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import Lang, command, installation, open_call
from api.cli.output import print_text
from models.messages import say
from models.text import Language


class LogLevel(StrEnum):
    """How much is logged: with `info` a line for each request and each step of a job."""

    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


Log = Annotated[LogLevel, typer.Option(help="How much is logged.")]


@command
def serve(
    season: Annotated[
        Path | None,
        typer.Argument(
            metavar="SEASON", help="Folder of one season, to work on alone; else the database."
        ),
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Write what changed back into the folder at the end.")
    ] = False,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8000,
    log: Log = LogLevel.WARNING,
    lang: Lang = Language.EN,
) -> None:
    """Serve seasons over HTTP: those of the database, or one folder for this computer only."""
    from api.http.app import create_app
    from api.http.loopback import address_of, listen
    from api.http.running import run_server
    from api.http.watching import log_lines
    from api.letters.addresses import Addresses
    from api.worker.postman import Postman
    from api.worker.worker import Worker

    settings = installation().settings
    log_lines(log)
    with listen(host, port, is_local=season is not None) as listener:
        address = address_of(listener)
        if season is None:
            with installation().serve() as service:
                print_text(say("serving_all", address=address), lang)
                post, at = installation().open_post(), Addresses(settings.base_url)
                app = create_app(
                    service,
                    language=lang,
                    base_url=settings.base_url,
                    make_worker=lambda: Worker(service, settings),
                    make_postman=lambda: Postman(service, post, at),
                )
                run_server(app, listener)
            return
        work = open_call(season, lang).content
        with installation().serve("sqlite://") as service:
            from api.cli.alone import keep_alone, write_back

            kept = keep_alone(service, work)
            print_text(say("serving", season=work.season.name, address=address), lang)
            app = create_app(
                service, is_local=True, language=lang, make_worker=lambda: Worker(service, settings)
            )
            run_server(app, listener)
            if save and write_back(service, kept, season):
                print_text(say("season_saved", path=season), lang)
