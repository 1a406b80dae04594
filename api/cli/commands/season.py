"""`koalition season run`: the whole batch of a season."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import (
    AsJson,
    EditionFor,
    Lang,
    LangOfAll,
    SeasonFolder,
    With2020,
    app,
    command,
    open_call,
)
from api.cli.output import BAD_INPUT, CONFLICT, print_json, print_text, stop
from api.cli.spoken import SpokenGroup
from models.editions import Edition, ReportForm
from models.messages import say
from models.text import Language

season_app = typer.Typer(cls=SpokenGroup, no_args_is_help=True)
app.add_typer(season_app, name="season")


@season_app.callback()
def speak(_lang: LangOfAll = None) -> None:
    """Work on a whole season."""


class BatchEngine(StrEnum):
    """Where the tasks of a batch run."""

    INLINE = "inline"
    PROCESSES = "processes"
    RAY = "ray"


@partial(command, on=season_app)
def run(
    season: SeasonFolder,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for all results.")],
    engine: Annotated[BatchEngine, typer.Option(help="Where the work runs.")] = BatchEngine.INLINE,
    resume: Annotated[bool, typer.Option(help="Go on where a killed run ended.")] = False,
    reproducible: Annotated[bool, typer.Option(help="Leave out dates and seconds.")] = False,
    edition: EditionFor = Edition.ORGANISER,
    with_2020: With2020 = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Run the whole batch: proposal, report, suggestions for every actor, and a summary."""
    if engine is not BatchEngine.INLINE:
        raise stop("only_inline", lang, BAD_INPUT)
    if resume:
        raise stop("no_resume_yet", lang, BAD_INPUT)
    from api.documents.season_folder import write_season_folder
    from api.use_cases.prepare_run import RunOrder

    call = open_call(season, lang)
    order = RunOrder(is_reproducible=reproducible)
    summary = write_season_folder(
        call,
        order,
        out,
        lang,
        ReportForm(edition=edition, with_2020=with_2020, host=call.work.host),
    )
    if as_json:
        print_json(summary)
    else:
        counts = {key: summary[key] for key in ("coalitions", "seats")}
        print_text(say("run_done", path=out, **counts), lang)
    if summary["conflicts"]:
        raise typer.Exit(CONFLICT)
