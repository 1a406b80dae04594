"""`koalition score`: the scores of given coalitions, and the proposal that they make."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import (
    AsJson,
    EditionFor,
    Lang,
    SeasonFolder,
    With2020,
    command,
    open_call,
    open_proposal,
)
from api.cli.edit_lines import edit_lines
from api.cli.fault_lines import lines_of
from api.cli.output import CONFLICT, dump, print_json, print_text
from api.cli.results import write_proposal
from models.editions import Edition, ReportForm
from models.errors import InputError
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
    edition: EditionFor = Edition.ORGANISER,
    with_2020: With2020 = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Score given coalitions by the same criteria and rules."""
    from api.use_cases.score_coalitions import SCORE_COALITIONS, Given
    from api.use_cases.use_case import perform
    from data.files.documents import insist_on_readable, insist_on_writable
    from data.files.members import read_members

    insist_on_readable(members, against)
    insist_on_writable(out, report)
    call = open_call(season, lang)
    table = read_members(members, call.season)
    for warning in lines_of(table.warnings, lang):
        typer.echo(warning, err=True)
    before = open_proposal(call, against) if against else None
    given = Given(coalitions=table.coalitions, against=before, is_proposal=bool(out or report))
    try:
        scored = perform(SCORE_COALITIONS, call, given)
    except InputError as error:
        raise InputError(tuple(map(table.find, error.faults))) from error
    made = scored.proposal
    if made:
        form = ReportForm(edition=edition, with_2020=with_2020, host=call.work.host)
        write_proposal(out, report, call.season, made, lang, before, form)
    if as_json:
        print_json(dump(scored.sheet))
    else:
        print_sheet(scored.sheet, lang)
        if scored.comparison:
            for line in edit_lines(call.season, scored.comparison):
                print_text(line, lang)
        for path, code in ((out, "edit_written"), (report, "report_written")):
            if path:
                print_text(say(code, path=path), lang)
    if made and made.conflicts:
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
