"""`koalition dates`: when each coalition meets, from the times that its members gave."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call
from api.cli.output import CONFLICT, dump, print_json, print_text
from api.cli.usage import Refused
from api.cli.wording import option_of, tell
from api.show.naming import say_double_booked
from models.dates import EARLIEST, LATEST, MOST_DAYS, MOST_WEEKS
from models.messages import say
from models.text import Language, Text
from models.wording import join_texts, sentences

if TYPE_CHECKING:
    from models.dates import DatePlan, MeetingDate, WayOut
    from models.seasons import Season

Agendas = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Folder of own agendas; see `koalition agendas`."),
]


def read_day(value: str) -> date:
    """Read a day of the years whose holidays are known."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = date.min
    if not EARLIEST <= day <= LATEST:
        told = say("date_not_read", value=value, first=EARLIEST, last=LATEST)
        raise Refused(told)
    return day


From = Annotated[
    date | None,
    typer.Option(
        "--from",
        parser=read_day,
        metavar="DATE",
        help="First day of the period; needed for slots that recur every week.",
    ),
]

Weeks = Annotated[int, typer.Option(min=1, max=MOST_WEEKS, help="How long the period is.")]
MinDays = Annotated[
    int, typer.Option(min=1, max=MOST_DAYS, help="Least days from one meeting to the next.")
]
Quorum = Annotated[int, typer.Option(min=0, help="How many of each sector must be able to come.")]


@command
def dates(
    season: SeasonFolder,
    proposal: ProposalFile,
    coalition: Annotated[str | None, typer.Option(help="Only this coalition.")] = None,
    meetings: Annotated[int, typer.Option(min=2, max=6, help="How many meetings.")] = 4,
    start: From = None,
    weeks: Weeks = 12,
    min_days: MinDays = 7,
    quorum: Quorum = 1,
    agendas: Agendas = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Choose the dates that most can attend, and say who can and what is lacking."""
    from api.use_cases.choose_dates import CHOOSE_DATES, DateOrder
    from api.use_cases.use_case import perform
    from data.files.agendas import read_agendas
    from data.files.documents import read_loosely
    from models.dates import DateSettings

    templates = read_agendas(agendas)
    settings = DateSettings(start=start, weeks=weeks, min_days=min_days, quorum=quorum)
    call = open_call(season, lang)
    read = call.season
    order = DateOrder(
        proposal=read_loosely(proposal),
        coalition=coalition,
        meetings=meetings,
        templates=templates,
        settings=settings,
    )
    plans = [_word(plan) for plan in perform(CHOOSE_DATES, call, order)]
    if as_json:
        print_json(
            [
                {**dump(plan), "ways_out": [dump(_tell(way)) for way in plan.ways_out]}
                for plan in plans
            ]
        )
    else:
        for number, plan in enumerate(plans):
            if number:
                typer.echo()
            print_dates(read, plan, lang)
    if any(plan.missing for plan in plans):
        raise typer.Exit(CONFLICT)


def _word(plan: "DatePlan") -> "DatePlan":
    """Give a plan that says what to write where a slot needs a period."""
    code = "slot_needs_period"
    left_out = tuple(
        out.evolve(text=tell(code)) if out.code == code else out for out in plan.left_out
    )
    return plan.evolve(left_out=left_out)


def _tell(way: "WayOut") -> Text:
    """Say which option would help."""
    return tell("dates_way_out", option=option_of(way.field), value=way.value)


def _line_of(meeting: "MeetingDate") -> Text:
    """Say when a meeting is, and how many of each sector can come."""
    day = say(
        "dates_day",
        weekday=say(f"weekday_{meeting.start.weekday()}"),
        day=meeting.start.date(),
        start=meeting.start,
        end=meeting.end,
    )
    sectors = join_texts(
        sentences([each.sector.text, Text.same(f"{each.can_come}/{each.members}")])
        for each in meeting.sectors
    )
    can_come = len(meeting.can_come)
    return say(
        "dates_line",
        number=meeting.number,
        day=day,
        can_come=can_come,
        members=can_come + len(meeting.cannot_come),
        sectors=sectors,
    )


def print_dates(season: "Season", plan: "DatePlan", lang: Language) -> None:
    """Print when a coalition meets, who can come, and what is lacking or not used."""
    names = {actor.id: actor.name for actor in season.actors}
    challenge = season.challenges[season.challenge_index[plan.coalition.rpartition("/")[0]]]
    head: dict[str, object] = {"title": challenge.title, "coalition": plan.coalition}
    if plan.dates:
        members = sum(sector.members for sector in plan.dates[0].sectors)
        attendance = [len(each.can_come) for each in plan.dates]
        head |= {"possible": plan.possible, "sum": sum(attendance), "least": min(attendance)}
        head |= {"all": members * len(plan.dates), "count": len(plan.dates), "members": members}
        print_text(say("dates_head", **head), lang)
    else:
        print_text(say("dates_none", **head), lang)
    for each in plan.dates:
        print_text(_line_of(each), lang)
        if each.cannot_come:
            absent = ", ".join(names[id_] for id_ in each.cannot_come)
            print_text(say("dates_absent", names=absent), lang)
        for twice in say_double_booked(season, each.double_booked):
            print_text(say("plan_booked", text=twice), lang)
    for lack in plan.missing:
        print_text(say("dates_missing", text=lack.text), lang)
    for way in plan.ways_out:
        print_text(say("dates_way", text=_tell(way)), lang)
    if plan.assumed:
        assumed = ", ".join(names[id_] for id_ in plan.assumed)
        print_text(say("dates_assumed", names=assumed), lang)
    for out in plan.left_out:
        code = "dates_left_out_day" if out.day else "dates_left_out"
        words = {"label": out.label, "day": out.day, "text": out.text, "count": len(out.members)}
        print_text(say(code, **words), lang)
    if plan.warning:
        print_text(plan.warning, lang, err=True)
