"""`koalition propose`: the main job."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_told, positive
from api.cli.keeping import read_keep
from api.cli.output import CONFLICT, print_json, print_text
from api.cli.pins import read_rules
from api.cli.progress import Terminal
from api.jobs import (
    insist_on_readable,
    insist_on_writable,
    propose_checked,
    to_document,
    write_json,
    write_report,
    write_tables,
)
from models.messages import say
from models.proposals import Proposal, Solver
from models.seasons import Effort, Season
from models.text import Language, Text


@command
def propose(
    season: SeasonFolder,
    challenge: Annotated[str | None, typer.Option(help="Only this challenge.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the proposal goes.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Where the report goes.")
    ] = None,
    xlsx: Annotated[
        Path | None, typer.Option(metavar="FILE.xlsx", help="The report's tables as a workbook.")
    ] = None,
    members: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="The members, to edit by hand and to score."),
    ] = None,
    seed: Annotated[int | None, typer.Option(min=0)] = None,
    effort: Annotated[Effort | None, typer.Option(help="How much work is spent.")] = None,
    time_limit: Annotated[
        float | None, typer.Option(help="Safety stop, s.", callback=positive)
    ] = None,
    pin: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR=COALITION", help="Put an actor in.")
    ] = None,
    ban: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR[=COALITION]", help="Keep an actor out.")
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(metavar="proposal.json", help="Change as few of its seats as can be."),
    ] = None,
    max_changes: Annotated[
        int | None, typer.Option(min=0, help="Seats of --keep that may change hands.")
    ] = None,
    swap: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help="Let two actors of --keep trade places.")
    ] = None,
    alternatives: Annotated[
        int, typer.Option(min=0, help="So many clearly different proposals beside it.")
    ] = 0,
    solver: Annotated[
        Solver, typer.Option(help="Who solves the models; cbc is a second opinion.")
    ] = Solver.HIGHS,
    reproducible: Annotated[bool, typer.Option(help="Leave out dates and seconds.")] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Propose coalitions: the main job."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings

    path = out or season / "out" / "proposal.json"
    page = report or (None if out else path.with_name("report.html"))
    progress = Terminal(lang)
    read = open_told(season, lang)
    insist_on_writable(path, page, xlsx, members)
    insist_on_readable(keep)
    rules = read_rules(read, pin or (), ban or (), challenge)
    before, kept, held = read_keep(read, keep, max_changes, swap or ())
    reading = read_season_words(read, InstallationSettings(), progress)
    from matcher.core.settings import Options
    from models.numbers import decimal

    options = Options(
        challenge=challenge,
        seed=seed,
        effort=effort,
        time_limit_s=time_limit,
        rules=(*rules, *held),
        solver=solver,
        keep=kept,
        alternatives=alternatives,
        is_reproducible=reproducible,
    )
    proposal = propose_checked(read, reading, options, progress)
    write_json(path, to_document(proposal))
    if page is not None:
        write_report(page, read, proposal, lang)
    if xlsx is not None:
        write_tables(xlsx, read, proposal, lang)
    if members is not None:
        from data.files.members import write_members

        write_members(members, proposal.memberships)
    if as_json:
        print_json(to_document(proposal))
    else:
        certificate = proposal.certificate
        worth = {
            "objective": decimal(certificate.objective, 6),
            "bound": decimal(certificate.bound, 6),
        }
        for line in _changed(read, before, proposal):
            print_text(line, lang)
        print_text(say("proposal_written", path=path, **worth), lang)
        for code, written in (
            ("report_written", page),
            ("workbook_written", xlsx),
            ("members_written", members),
        ):
            if written is not None:
                print_text(say(code, path=written), lang)
        if proposal.conflicts:
            cost = sum(conflict.cost for conflict in proposal.conflicts)
            print_text(say("rules_gave_way", cost=cost), lang)
            for conflict in proposal.conflicts:
                print_text(conflict.text, lang)
            print_text(say("see_other_ways", folder=season), lang)
    if proposal.conflicts:
        raise typer.Exit(CONFLICT)


def _changed(season: Season, before: Proposal | None, after: Proposal) -> Iterator[Text]:
    """Say what became of a proposal that was kept, where the season still has its members."""
    if before is None or any(
        actor not in season.actor_index for each in before.memberships for actor in each.members
    ):
        return
    from api.cli.edit_lines import edit_lines
    from api.documents.report.edits import compare_proposals

    yield from edit_lines(compare_proposals(season, before, after))
