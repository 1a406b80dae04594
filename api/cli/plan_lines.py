"""Meeting plans in lines of text."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from api.show.naming import name_coalition, say_double_booked
from api.show.plans import say_lacking, say_pairs
from api.use_cases.plan_meetings import Made
from models.clock import say_clock, say_day
from models.meetings import BreakoutRound, MeetingPlan
from models.messages import say
from models.seasons import Season
from models.text import Text
from models.wording import join_texts


def plan_lines(season: Season, made: Sequence[Made]) -> Iterator[Text]:
    """Yield what was planned, meeting by meeting, and what the dates lack."""
    names = {actor.id: actor.name for actor in season.actors}
    zone = season.time_zone
    for each in made:
        plan, choice = each.plan, each.dated.choice
        yield _head(season, each)
        yield from _figures(plan)
        for lack in choice.missing if choice else ():
            yield say("dates_missing", text=lack.text)
        for number, then, now in each.moved:
            code = "plan_date_gone" if now is None else "plan_date_moved"
            yield say(code, number=number, then=_when(then, zone), now=now and _when(now, zone))
        away = _list_away(each)
        for meeting in plan.meetings:
            yield say(
                "plan_meeting",
                number=meeting.number,
                theme=meeting.theme,
                minutes=meeting.minutes,
            )
            if meeting.start is not None:
                day, clock = say_day(meeting.start, zone), say_clock(meeting.start, zone)
                yield say("plan_day", day=day, clock=clock)
            if away.get(meeting.number):
                absent = ", ".join(names[id_] for id_ in away[meeting.number])
                yield say("plan_away", names=absent)
            for twice in say_double_booked(season, meeting.double_booked):
                yield say("plan_booked", text=twice)
            for number, seated in enumerate(meeting.rounds, start=1):
                if len(meeting.rounds) > 1:
                    yield say("plan_round", number=number)
                yield from _rooms(seated, names)


def _when(start: datetime, zone: str) -> Text:
    """Say day and hour."""
    return say("plan_when", day=say_day(start, zone), clock=say_clock(start, zone))


def _list_away(made: Made) -> dict[int, list[str]]:
    """List who cannot come to each meeting on its date."""
    away: dict[int, list[str]] = {}
    for absence in made.dated.absences:
        away.setdefault(absence.meeting, []).append(absence.actor_id)
    return away


def variant_lines(season: Season, made: Sequence[Made]) -> Iterator[Text]:
    """Yield the figures of each coalition's plans, aim by aim."""
    for coalition in dict.fromkeys(each.plan.coalition for each in made):
        own = [each for each in made if each.plan.coalition == coalition]
        yield _head(season, own[0])
        for each in own:
            yield say(f"aim_{each.plan.aim}")
            yield from (_indent(line) for line in _figures(each.plan))


def _indent(line: Text) -> Text:
    return Text(sv=f"  {line.sv}", en=f"  {line.en}")


def _head(season: Season, made: Made) -> Text:
    """Name the coalition."""
    plan = made.plan
    return say(
        "plan_head",
        title=name_coalition(season, plan.coalition),
        coalition=plan.coalition,
        members=made.members,
        meetings=len(plan.meetings),
    )


def _figures(plan: MeetingPlan) -> Iterator[Text]:
    """Say how many pairs meet, how often, and how mixed rooms are."""
    yield say_pairs(plan)
    counts = [
        say(_TIMES.get(times, "plan_times"), times=times, pairs=pairs)
        for times, pairs in enumerate(plan.repeats)
        if pairs
    ]
    yield say("plan_repeats", counts=join_texts(counts), most=plan.most_repeats)
    yield say_lacking(plan)


_TIMES = {0: "plan_never", 1: "plan_once"}


def _rooms(each: BreakoutRound, names: dict[str, str]) -> Iterator[Text]:
    """Say who sits in each room."""
    for number, room in enumerate(each.rooms, start=1):
        others = ", ".join(names[id_] for id_ in room.members if id_ != room.host)
        yield say("plan_room", number=number, host=names[room.host], others=others or "–")
