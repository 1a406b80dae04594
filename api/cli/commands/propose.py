"""`koalition propose`: the main job."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import (
    AsJson,
    EditionFor,
    Lang,
    SeasonFolder,
    With2020,
    command,
    open_call,
    positive,
)
from api.cli.edit_lines import edit_lines
from api.cli.kept import named, results_of
from api.cli.language import carry_on
from api.cli.output import CONFLICT, print_json, print_text
from api.cli.results import write_proposal, write_proposal_tables
from api.cli.seats import read_seats, read_swaps
from models.editions import Edition, ReportForm
from models.messages import say
from models.proposals import Proposal, Solver
from models.seasons import Effort
from models.text import Language, Text

if TYPE_CHECKING:
    from api.use_cases.call import Call


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
    seed: Annotated[
        int | None, typer.Option(min=0, help="Seed of what is drawn at random.")
    ] = None,
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
    edition: EditionFor = Edition.ORGANISER,
    with_2020: With2020 = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Propose coalitions: the main job."""
    from api.use_cases.prepare_run import RunOrder
    from api.use_cases.propose import PROPOSE
    from api.use_cases.use_case import perform
    from data.files.documents import insist_on_readable, insist_on_writable, read_loosely
    from models.numbers import decimal

    path = out or results_of(season) / "proposal.json"
    page = report or (None if out else path.with_name("report.html"))
    call = open_call(season, lang)
    insist_on_writable(path, page, xlsx, members)
    insist_on_readable(keep)
    before = None if keep is None else read_loosely(keep)
    given = RunOrder(
        challenge=challenge,
        seed=seed,
        effort=effort,
        time_limit_s=time_limit,
        pins=read_seats(call, pin or ()),
        bans=read_seats(call, ban or ()),
        keep=before,
        max_changes=max_changes,
        swaps=read_swaps(call, swap or ()),
        alternatives=alternatives,
        solver=solver,
        is_reproducible=reproducible,
    )
    proposal = perform(PROPOSE, call, given)
    form = ReportForm(edition=edition, with_2020=with_2020, host=call.work.host)
    write_proposal(path, page, call.season, proposal, lang, form=form)
    if xlsx is not None:
        write_proposal_tables(xlsx, call.season, proposal, lang)
    if members is not None:
        from data.files.members import write_members

        write_members(members, proposal.memberships, call.season, lang)
    if as_json:
        print_json(proposal.to_document())
    else:
        certificate = proposal.certificate
        worth = {
            "objective": decimal(certificate.objective, 6),
            "bound": decimal(certificate.bound, 6),
        }
        for line in _changed(call, before, proposal):
            print_text(line, lang)
        print_text(say("proposal_written", path=path, **worth), lang)
        for code, written in (
            ("report_written", page),
            ("workbook_written", xlsx),
            ("members_written", members),
        ):
            if written is not None:
                print_text(say(code, path=written), lang)
        if len(found := proposal.alternatives or ()) < alternatives:
            print_text(say("alternatives_fewer", count=len(found), asked=alternatives), lang)
        if proposal.conflicts:
            cost = sum(conflict.cost for conflict in proposal.conflicts)
            print_text(say("rules_gave_way", cost=cost), lang)
            for conflict in proposal.conflicts:
                print_text(conflict.text, lang)
            print_text(say("see_other_ways", folder=carry_on(named(season))), lang)
    if proposal.conflicts:
        raise typer.Exit(CONFLICT)


def _changed(call: "Call", before: Proposal | None, after: Proposal) -> Iterator[Text]:
    """Say what became of a proposal that was kept, where the season still has its members."""
    if before is None or any(
        actor not in call.season.actor_index
        for each in before.memberships
        for actor in each.members
    ):
        return
    from api.use_cases.compare_proposals import COMPARE_PROPOSALS, Pair
    from api.use_cases.use_case import perform

    comparison = perform(COMPARE_PROPOSALS, call, Pair(before=before, after=after))
    yield from edit_lines(call.season, comparison)
