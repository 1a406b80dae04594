"""`koalition meetings`: who sits with whom in four meetings, and their agendas."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call
from api.cli.commands.dates import Agendas, From, MinDays, Quorum, Weeks
from api.cli.kept import results_of
from api.cli.output import dump, print_json, print_text
from api.cli.usage import Refused
from models.meetings import MOST_MEETINGS, MOST_ROUNDS, Aim
from models.messages import say
from models.seasons import Effort
from models.text import Language

if TYPE_CHECKING:
    from api.use_cases.call import Call
    from matcher.suggest import Matchmaker


def web(value: str | None) -> str | None:
    """Refuse what is no address of a page."""
    if value and not value.startswith(("https://", "http://")):
        raise Refused(say("link_not_address"))
    return value


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
    start: From = None,
    weeks: Weeks = 12,
    min_days: MinDays = 7,
    quorum: Quorum = 1,
    starts: Annotated[
        list[str] | None,
        typer.Option("--start", metavar="TIME", help="Start of a meeting; one for each."),
    ] = None,
    skip_absent: Annotated[
        bool, typer.Option(help="Seat nobody on a date that it cannot come to.")
    ] = False,
    place: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where the meetings are.")
    ] = None,
    link: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Address of the meetings' page or call.", callback=web),
    ] = None,
    words: Annotated[
        bool, typer.Option(help="Read the members' words for the reasons on their sheets.")
    ] = False,
    seed: Annotated[int | None, typer.Option(min=0, help="Another seed, another plan.")] = None,
    effort: Annotated[Effort, typer.Option(help="How much work to spend.")] = Effort.NORMAL,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the plan and its files.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the coalition's calendar goes.")
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Plan who sits with whom in which room, who hosts, when, and the agendas."""
    from api.cli.gatherings import read_absences, read_rooms
    from api.cli.plan_lines import plan_lines, variant_lines
    from api.documents.meetings.folder import PLAN, write_calendar_file, write_plans
    from api.use_cases.meeting_dates import Calendar
    from api.use_cases.plan_meetings import PLAN_MEETINGS, MeetingOrder
    from api.use_cases.use_case import perform
    from data.files.agendas import read_agendas
    from data.files.documents import insist_on_writable, read_loosely
    from data.files.plans import read_plans
    from models.dates import DateSettings
    from models.meetings import PlanSettings

    folder = out or results_of(season) / "meetings"
    call = open_call(season, lang)
    read = call.season
    insist_on_writable(*(() if variants else (folder / PLAN, ics)))
    dating = DateSettings(start=start, weeks=weeks, min_days=min_days, quorum=quorum)
    order = MeetingOrder(
        proposal=read_loosely(proposal),
        coalition=coalition,
        settings=PlanSettings(
            meetings=meetings,
            rounds=rounds,
            rooms=read_rooms(rooms),
            aim=aim,
            seed=read.seed if seed is None else seed,
            effort=effort,
        ),
        templates=read_agendas(agendas),
        calendar=Calendar(starts=tuple(starts or ()), settings=dating),
        without=tuple(without or ()),
        joined=tuple(joined or ()),
        absent=read_absences(absent or ()),
        former=None if former is None else read_plans(former),
        held=held,
        skips_absent=skip_absent,
        place=place,
        link=link,
    )
    if variants:
        compared = [
            made for each in Aim for made in perform(PLAN_MEETINGS, call, order.aiming_at(each))
        ]
        if as_json:
            print_json([dump(each.plan) for each in compared])
        else:
            for line in (*variant_lines(read, compared), say("plan_variants")):
                print_text(line, lang)
        return
    made = perform(PLAN_MEETINGS, call, order)
    plans = [each.plan for each in made]
    if ics is not None:
        write_calendar_file(ics, read, plans, lang, call.work.host)
    write_plans(folder, read, plans, lang, _read_words(call) if words else None, call.work.host)
    if as_json:
        print_json([dump(plan) for plan in plans])
        return
    for line in plan_lines(read, made):
        print_text(line, lang)
    if ics is not None:
        print_text(say("calendar_written", path=ics), lang)
    if any(meeting.start is None for plan in plans for meeting in plan.meetings):
        print_text(say("plan_without_calendars"), lang)
    print_text(say("plan_written", path=folder), lang)


def _read_words(call: "Call") -> "Matchmaker":
    """Read the words that reasons on sheets are made of."""
    from matcher.suggest import Matchmaker

    return Matchmaker(call.season, call.read_words(), call.work.people)
