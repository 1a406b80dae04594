"""`koalition score`: the scores of given coalitions, and the proposal that they make."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_told
from api.cli.output import CONFLICT, dump, print_json, print_text
from api.cli.progress import Terminal
from api.jobs import (
    insist_on_readable,
    insist_on_writable,
    read_proposal,
    to_document,
    write_json,
    write_report,
)
from models.messages import say
from models.scores import ScoreSheet
from models.text import Language


@command
def score(
    season: SeasonFolder,
    members: Annotated[Path, typer.Argument(metavar="MEMBERS.csv", help="Given coalitions.")],
    against: Annotated[
        Path | None,
        typer.Option(metavar="proposal.json", help="Say what changed against this proposal."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Write the proposal that they make.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write the report of it.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Score given coalitions by the same criteria and rules."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings
    from data.files.members import read_members

    insist_on_readable(members, against)
    insist_on_writable(out, report)
    progress = Terminal(lang)
    read = open_told(season, lang)
    given = read_members(members, read)
    from matcher.core.settings import Options, settings_of
    from matcher.edit import compose_edit
    from matcher.scoring import score_coalitions

    reading = read_season_words(read, InstallationSettings(), progress)
    sheet = score_coalitions(read, reading, given.coalitions)
    before = read_proposal(against, read, reading) if against else None
    after = None
    if out or report or before:
        settings = before.settings if before else settings_of(read, Options())
        after = compose_edit(read, reading, given.coalitions, settings, given.locate, progress)
    if after and out:
        write_json(out, to_document(after))
    if after and report:
        write_report(report, read, after, lang, before)
    if as_json:
        print_json(dump(sheet))
    else:
        print_sheet(sheet, lang)
        if after and before:
            from api.cli.edit_lines import edit_lines
            from api.documents.report.edits import compare_proposals

            for line in edit_lines(compare_proposals(read, before, after)):
                print_text(line, lang)
        for path, code in ((out, "edit_written"), (report, "report_written")):
            if path:
                print_text(say(code, path=path), lang)
    if after and after.conflicts:
        raise typer.Exit(CONFLICT)


def print_sheet(sheet: ScoreSheet, language: Language) -> None:
    """Print the scores, with the rules that each coalition breaks."""
    from models.numbers import decimal

    for coalition in sheet.coalitions:
        total = decimal(coalition.total, 6).in_language(language)
        typer.echo(f"{coalition.id}  n = {coalition.size}  T = {total}")
        for key, value in coalition.scores.items():
            typer.echo(f"  {key:20} {decimal(value, 3).in_language(language)}")
        for conflict in coalition.violations:
            print_text(conflict.text, language)
    typer.echo(f"F = {decimal(sheet.objective, 6).in_language(language)}")
