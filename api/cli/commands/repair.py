"""`koalition repair`: replace those who declined, with the fewest changes."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import (
    AsJson,
    EditionFor,
    Lang,
    ProposalFile,
    SeasonFolder,
    With2020,
    command,
    open_call,
    open_proposal,
)
from api.cli.edit_lines import edit_lines
from api.cli.kept import results_of
from api.cli.output import CONFLICT, print_json, print_text
from api.cli.results import write_proposal
from api.cli.seats import read_actors
from models.editions import Edition, ReportForm
from models.messages import say
from models.text import Language


@command
def repair(
    season: SeasonFolder,
    proposal: ProposalFile,
    decline: Annotated[
        list[str],
        typer.Option(metavar="ID[,ID]", help="Who declined: ids or exact names; may be repeated."),
    ],
    max_changes: Annotated[
        int | None, typer.Option(min=0, help="Seats that may change hands; else the fewest.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where the new proposal goes.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Where its report goes.")
    ] = None,
    edition: EditionFor = Edition.ORGANISER,
    with_2020: With2020 = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Replace those who declined, with the fewest changes."""
    from api.use_cases.repair_proposal import REPAIR_PROPOSAL, Declines
    from api.use_cases.use_case import perform
    from data.files.documents import insist_on_writable

    path = out or results_of(season) / "repaired.json"
    page = report or (None if out else path.with_suffix(".html"))
    call = open_call(season, lang)
    insist_on_writable(path, page)
    before = open_proposal(call, proposal)
    given = Declines(proposal=before, declined=read_actors(call, decline), max_changes=max_changes)
    repaired = perform(REPAIR_PROPOSAL, call, given)
    after = repaired.proposal
    form = ReportForm(edition=edition, with_2020=with_2020, host=call.work.host)
    write_proposal(path, page, call.season, after, lang, before, form)
    if as_json:
        print_json(after.to_document())
    else:
        for line in edit_lines(call.season, repaired.comparison):
            print_text(line, lang)
        for written, code in ((path, "repair_written"), (page, "report_written")):
            if written is not None:
                print_text(say(code, path=written), lang)
        for conflict in after.conflicts:
            print_text(conflict.text, lang)
    if after.conflicts:
        raise typer.Exit(CONFLICT)
