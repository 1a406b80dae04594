"""What calendars say of meetings: for a coalition as a whole, and for one of its members.

A coalition's calendar goes to all its members and names nobody; a member's own names those
whom it meets, but nobody who is hidden from others.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from models.clock import add_minutes, say_clock, time_agenda, to_local
from models.encounters import Encounter, find_encounters
from models.hosts import NO_HOST, Host, say_host
from models.meetings import Meeting, MeetingPlan
from models.messages import say
from models.seasons import Season
from models.text import Language, Text
from models.wording import listing, sentences

SPACE = uuid5(NAMESPACE_URL, "urn:koalition:meetings")
"""The namespace of every id in a calendar."""


@dataclass(frozen=True)
class CalendarEvent:
    """One meeting as a calendar shows it."""

    uid: UUID
    start: datetime
    end: datetime
    summary: str
    description: str


@dataclass(frozen=True)
class Diary:
    """All that one calendar holds.

    Attributes
    ----------
    uid : UUID
        The same for the same coalition and member, whatever the plan.
    organiser : UUID
        Stands for whoever holds the season, without an address.
    organiser_name : str
        The season's where its settings name no organiser.
    time_zone : str
        Whose local times its own are.
    place, link : str
        Where the meetings are; empty where not stated.
    """

    uid: UUID
    organiser: UUID
    organiser_name: str
    name: str
    language: Language
    events: tuple[CalendarEvent, ...]
    time_zone: str
    place: str = ""
    link: str = ""


def describe_meetings(
    season: Season,
    plan: MeetingPlan,
    starts: Sequence[datetime | None],
    title: str,
    language: Language,
    member: str | None = None,
    host: Host = NO_HOST,
) -> Diary:
    """Give what the calendar of a coalition, or of one of its members, holds.

    Parameters
    ----------
    season : Season
    plan : MeetingPlan
        Of one of its coalitions.
    starts : sequence of datetime or None
        When each meeting starts; aware. One whose start is not known stands in no calendar.
    title : str
        What the coalition is called.
    language : Language
    member : str, optional
        Actor id: then only the meetings in which it sits, and whom it meets there.
    host : Host, optional
        Who holds the season.

    Raises
    ------
    ValueError
        If there is not one start for each meeting.
    """
    own = (season.name, plan.coalition) if member is None else (season.name, plan.coalition, member)
    encounters = find_encounters(season, plan, member) if member is not None else ()
    attended = {encounter.meeting for encounter in encounters}
    events = tuple(
        CalendarEvent(
            uid=_identify(*own, meeting.number),
            start=to_local(start, season.time_zone),
            end=add_minutes(start, meeting.minutes, season.time_zone),
            summary=_summarise(plan, meeting, title).in_language(language),
            description="\n".join(
                line.in_language(language)
                for line in _describe(season, plan, meeting, start, encounters, member, host)
            ),
        )
        for meeting, start in zip(plan.meetings, starts, strict=True)
        if start is not None and (member is None or meeting.number in attended)
    )
    name = say("calendar_name", title=title)
    if member is not None:
        actor = season.actors[season.actor_index[member]]
        name = say("calendar_member_name", title=title, name=actor.name)
    return Diary(
        uid=_identify(*own),
        organiser=_identify(season.name),
        organiser_name=host.name or season.name,
        name=name.in_language(language),
        language=language,
        events=events,
        time_zone=season.time_zone,
        place=plan.place,
        link=plan.link,
    )


def _identify(*parts: str | int) -> UUID:
    """Give the same id for the same parts, which can't be read out of it."""
    return uuid5(SPACE, json.dumps(parts, ensure_ascii=False))


def _summarise(plan: MeetingPlan, meeting: Meeting, title: str) -> Text:
    return say("calendar_summary", number=meeting.number, count=len(plan.meetings), title=title)


def _describe(
    season: Season,
    plan: MeetingPlan,
    meeting: Meeting,
    start: datetime,
    encounters: Sequence[Encounter],
    member: str | None,
    host: Host,
) -> Iterator[Text]:
    """Give the lines of an event: theme, where, whom one meets, agenda, whom to ask."""
    yield meeting.theme
    if plan.link:
        yield say("meet_link", link=plan.link)
    yield _EMPTY
    for encounter in encounters:
        if encounter.meeting == meeting.number:
            yield _tell_encounter(season, encounter, len(meeting.rounds))
    for twice in meeting.double_booked:
        if member == twice.actor_id:
            place = season.challenge_index.get(twice.coalition.rpartition("/")[0])
            title = twice.coalition if place is None else season.challenges[place].title
            yield say("double_booked_you", meeting=twice.meeting, title=title)
    if encounters:
        yield _EMPTY
    yield say("calendar_agenda")
    for moment, item in time_agenda(meeting, start, season.time_zone):
        clock = say_clock(moment, season.time_zone)
        yield say("calendar_item", clock=clock, title=item.title, minutes=item.minutes)
    if told := say_host(host):
        yield _EMPTY
        yield told


def _tell_encounter(season: Season, encounter: Encounter, rounds: int) -> Text:
    """Say whom one meets in a round, and who hosts."""
    whom = say("calendar_whom")
    if rounds > 1:
        whom = say("calendar_whom_in_round", round=encounter.round)
    names = name_others(season, encounter)
    told = say("calendar_in_room", whom=whom, room=encounter.room, names=names)
    if encounter.is_host:
        told = sentences([told, say("calendar_you_host")])
    elif encounter.host is not None:
        host = season.actors[season.actor_index[encounter.host]].name
        told = sentences([told, say("calendar_host", name=host)])
    return told


def name_others(season: Season, encounter: Encounter) -> Text:
    """Name those whom one meets, and count those who are not named."""
    parts = [Text.same(season.actors[season.actor_index[id_]].name) for id_ in encounter.others]
    if encounter.unnamed:
        parts.append(say("meet_unnamed", n=encounter.unnamed))
    return listing(parts) if parts else say("meet_nobody")


_EMPTY = Text.same("")
