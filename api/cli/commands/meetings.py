"""`koalition meetings`: who sits with whom in four meetings, and their agendas."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told
from api.cli.commands.dates import Agendas
from api.cli.output import dump, print_json, print_text
from api.cli.plan_lines import plan_lines, variant_lines
from api.cli.progress import Terminal
from models.meetings import MOST_MEETINGS, MOST_ROUNDS, Aim
from models.messages import say
from models.seasons import Effort
from models.text import Language


@command
def meetings(
    season: SeasonFolder,
    proposal: ProposalFile,
    coalition: Annotated[str | None, typer.Option(help="Only this coalition.")] = None,
    meetings: Annotated[int, typer.Option(min=1, max=MOST_MEETINGS, help="How many meetings.")] = 4,
    rounds: Annotated[
        int, typer.Option(min=1, max=MOST_ROUNDS, help="Breakout rounds in each meeting.")
    ] = 1,
    rooms: Annotated[
        str, typer.Option(metavar="N|SIZES", help="How many rooms, or their sizes: 5,5,4,4.")
    ] = "3",
    aim: Annotated[Aim, typer.Option(help="What a plan seeks first.")] = Aim.PAIRS,
    variants: Annotated[
        bool, typer.Option(help="Compare the plans of every aim; write nothing.")
    ] = False,
    agendas: Agendas = None,
    former: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Plan by which meetings were held.")
    ] = None,
    held: Annotated[
        int, typer.Option(min=0, help="So many of its meetings were held and stand.")
    ] = 0,
    without: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR", help="Who has left; may be repeated.")
    ] = None,
    joined: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="ACTOR", help="Who has joined; may be repeated."),
    ] = None,
    absent: Annotated[
        list[str] | None,
        typer.Option(metavar="ACTOR=MEETING", help="Who is away once; may be repeated."),
    ] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Another seed, another plan.")] = None,
    effort: Annotated[Effort, typer.Option(help="How much work to spend.")] = Effort.NORMAL,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Where the plan goes.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Plan who sits with whom in which room, who hosts, and the agendas."""
    from api.jobs import insist_on_writable, write_json
    from api.meeting_plans import Changes, plan_coalitions, read_rooms
    from models.meetings import PlanSettings

    path = out or season / "out" / "meetings.json"
    read = open_told(season, lang)
    insist_on_writable(None if variants else path)
    settings = PlanSettings(
        meetings=meetings,
        rounds=rounds,
        rooms=read_rooms(rooms),
        aim=aim,
        seed=read.seed if seed is None else seed,
        effort=effort,
    )
    changes = Changes(tuple(without or ()), tuple(joined or ()), tuple(absent or ()), former, held)
    aims = tuple(Aim) if variants else (aim,)
    progress = Terminal(lang)
    plans = [
        plan
        for each in aims
        for plan in plan_coalitions(
            read,
            (proposal, coalition),
            settings.model_copy(update={"aim": each}),
            changes,
            agendas,
            progress,
        )
    ]
    document = [dump(plan) for plan in plans]
    if not variants:
        write_json(path, document)
    if as_json:
        print_json(document)
        return
    for line in variant_lines(read, plans) if variants else plan_lines(read, plans):
        print_text(line, lang)
    print_text(say("plan_variants") if variants else say("plan_written", path=path), lang)
