"""`koalition repair`: replace those who declined, with the fewest changes."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told, read_stated
from api.cli.output import CONFLICT, print_json, print_text
from api.cli.progress import Terminal
from api.jobs import (
    insist_on_writable,
    propose_checked,
    to_document,
    write_json,
    write_report,
)
from models.messages import say
from models.text import Language


@command
def repair(
    season: SeasonFolder,
    proposal: ProposalFile,
    decline: Annotated[
        str, typer.Option(metavar="ID[,ID]", help="Who declined: ids or exact names.")
    ],
    max_changes: Annotated[
        int | None, typer.Option(min=0, help="Seats that may change hands; else the fewest.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where the new proposal goes.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Where its report goes.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Replace those who declined, with the fewest changes."""
    from api.names import find_actor

    path = out or season / "out" / "repaired.json"
    page = report or (None if out else path.with_suffix(".html"))
    progress = Terminal(lang)
    read = open_told(season, lang)
    insist_on_writable(path, page)
    gone = [find_actor(read, name.strip()) for name in decline.split(",") if name.strip()]
    reading, before = read_stated(read, proposal, progress)
    from matcher.steer.repair import repair_options

    options = repair_options(before, gone, max_changes)
    after = propose_checked(read, reading, options, progress)
    write_json(path, to_document(after))
    if page is not None:
        write_report(page, read, after, lang, before)
    if as_json:
        print_json(to_document(after))
    else:
        from api.cli.edit_lines import edit_lines
        from api.documents.report.edits import compare_proposals

        for line in edit_lines(compare_proposals(read, before, after)):
            print_text(line, lang)
        for written, code in ((path, "repair_written"), (page, "report_written")):
            if written is not None:
                print_text(say(code, path=written), lang)
        for conflict in after.conflicts:
            print_text(conflict.text, lang)
    if after.conflicts:
        raise typer.Exit(CONFLICT)
