"""Meetings out to iCalendar files (RFC 5545), and their updates (RFC 5546).

A meeting keeps its UID whatever becomes of it. What changed since the earlier file is raised
to the next SEQUENCE; what did not change stays as it was, stamps included.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from data.files.calendar_events import CalendarEvent, Diary
from data.files.earlier_calendars import MAKER, find_zones, read_calendar, refuse_calendar
from data.files.records import CONTROL
from models.zones import rule_of

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

CONTENT = ("DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS")
"""What makes an event another one than before; stamps do not."""
VENUE = ("LOCATION", "URL")
"""These do so only where they are stated: they may have been added by hand."""
SUMMER_FROM, WINTER_FROM = datetime(1996, 3, 31), datetime(1996, 10, 27)
"""The days of the first changes of the clock under the rule that holds since."""


@dataclass(frozen=True)
class CalendarFiles:
    """A calendar to publish, and what falls away by itself.

    Attributes
    ----------
    published : bytes
        Every meeting, those that fell away marked as cancelled.
    cancelled : bytes or None
        Only those, as a notice of cancellation; None where there are none.
    """

    published: bytes
    cancelled: bytes | None


def to_calendars(diary: Diary, stamped: datetime, earlier: bytes | None = None) -> CalendarFiles:
    """Write a calendar, as an update of an earlier one where it is given.

    Parameters
    ----------
    diary : Diary
        As `describe_meetings` gives it.
    stamped : datetime
        When it is written; aware. The same input gives the same bytes.
    earlier : bytes, optional
        The calendar as it was published before.

    Returns
    -------
    CalendarFiles

    Raises
    ------
    InputError
        `calendar_unreadable` or `calendar_of_another`, for an earlier file that is not
        this calendar's.
    """
    stamp = stamped.astimezone(UTC).replace(microsecond=0)
    before = _read_events(earlier, diary) if earlier is not None else {}
    events = [_update(_make_event(e, diary, stamp), before.get(str(e.uid))) for e in diary.events]
    current = {str(event.uid) for event in diary.events}
    fallen = [_cancel(old, stamp) for uid, old in before.items() if uid not in current]
    events = sorted([*events, *fallen], key=lambda event: (event.start, str(event["UID"])))
    notice = _make_calendar(diary, "CANCEL", fallen).to_ical() if fallen else None
    return CalendarFiles(_make_calendar(diary, "PUBLISH", events).to_ical(), notice)


def cancel_calendar(earlier: bytes, stamped: datetime) -> CalendarFiles:
    """Write a calendar of which nothing is left: every meeting of it is cancelled.

    Raises
    ------
    InputError
        `calendar_unreadable`.
    """
    old = read_calendar(earlier)
    stamp = stamped.astimezone(UTC).replace(microsecond=0)
    fallen = [_cancel(event, stamp) for event in old.events]
    old.subcomponents = [*map(make_time_zone, find_zones(fallen)), *fallen]
    published = old.to_ical()
    old["METHOD"] = old.types_factory.for_property("METHOD")("CANCEL")
    return CalendarFiles(published, old.to_ical() if fallen else None)


def make_time_zone(name: str) -> "Timezone":
    """Give a time zone as it has been since 1996, by the rule that its clock keeps.

    Europe's clocks change in the same hour everywhere, which west of Greenwich is on Saturday.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    rule, zone = rule_of(name), Timezone()
    zone.add("TZID", name)
    winter, summer = timedelta(hours=rule.hours), timedelta(hours=rule.hours + 1)
    has_summer = len(rule.names) == 2
    for part, short, day, before, now in (
        (TimezoneStandard(), rule.names[0], WINTER_FROM, summer, winter),
        (TimezoneDaylight(), rule.names[-1], SUMMER_FROM, winter, summer),
    )[: 1 + has_summer]:
        part.add("TZNAME", short)
        if has_summer:
            first = day + timedelta(hours=rule.change) + before
            yearly: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": day.month, "BYDAY": "-1SU"}
            if first.day < day.day:
                yearly |= {"BYDAY": "SA", "BYMONTHDAY": list(range(24, 31))}
            part.add("DTSTART", first)
            part.add("RRULE", yearly)
        else:
            part.add("DTSTART", WINTER_FROM)
        part.add("TZOFFSETFROM", before if has_summer else winter)
        part.add("TZOFFSETTO", now)
        zone.add_component(part)
    return zone


def _make_calendar(diary: Diary, method: str, events: list["Event"]) -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    for key, value in (
        ("VERSION", "2.0"),
        ("PRODID", MAKER),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", method),
        ("UID", str(diary.uid)),
        ("NAME", _to_line(diary.name)),
        ("X-WR-CALNAME", _to_line(diary.name)),
        ("X-WR-TIMEZONE", diary.time_zone),
    ):
        calendar.add(key, value)
    for zone in find_zones(events) or [diary.time_zone]:
        calendar.add_component(make_time_zone(zone))
    for event in events:
        calendar.add_component(event)
    return calendar


def _make_event(told: CalendarEvent, diary: Diary, stamp: datetime) -> "Event":
    from icalendar import Event, vCalAddress, vText

    organiser = vCalAddress(diary.organiser.urn)
    organiser.params["CN"] = vText(_to_line(diary.organiser_name))
    event = Event()
    for key, value in (
        ("UID", str(told.uid)),
        ("SEQUENCE", 0),
        ("DTSTAMP", stamp),
        ("CREATED", stamp),
        ("LAST-MODIFIED", stamp),
        ("DTSTART", told.start),
        ("DTEND", told.end),
        ("SUMMARY", _to_line(told.summary)),
        ("DESCRIPTION", CONTROL.sub("", "\n".join(told.description.splitlines()))),
        ("STATUS", "CONFIRMED"),
        ("ORGANIZER", organiser),
    ):
        event.add(key, value)
    for key, value in zip(VENUE, (diary.place, diary.link), strict=True):
        if value:
            event.add(key, _to_line(value))
    for key in ("SUMMARY", "DESCRIPTION"):
        event[key].params["LANGUAGE"] = diary.language.value
    return event


def _to_line(text: str) -> str:
    """Give a text on one line: a calendar has properties that can hold no other."""
    return CONTROL.sub("", " ".join(text.split()))


def _update(event: "Event", before: "Event | None") -> "Event":
    """Give the earlier event where nothing changed, else the new one as its next version."""
    if before is None:
        return event
    compared = (*CONTENT, *(key for key in VENUE if key in event))
    if all(_plain(event, key) == _plain(before, key) for key in compared):
        return before
    return _raise(event, before)


def _cancel(event: "Event", stamp: datetime) -> "Event":
    """Give an event as cancelled; one that was cancelled before stays as it was."""
    if event.get("STATUS") == "CANCELLED":
        return event
    cancelled = event.copy(recursive=True)
    for key, value in (("STATUS", "CANCELLED"), ("DTSTAMP", stamp), ("LAST-MODIFIED", stamp)):
        cancelled.pop(key, None)
        cancelled.add(key, value)
    return _raise(cancelled, event)


def _raise(event: "Event", before: "Event") -> "Event":
    for key in ("SEQUENCE", "CREATED"):
        event.pop(key, None)
    event.add("SEQUENCE", int(before.get("SEQUENCE", 0)) + 1)
    if "CREATED" in before:
        event["CREATED"] = before["CREATED"]
    return event


def _plain(event: "Event", key: str) -> object:
    """Give a property as it is compared: moments as moments, texts as texts."""
    value = event.get(key)
    return getattr(value, "dt", value)


def _read_events(content: bytes, diary: Diary) -> dict[str, "Event"]:
    """Give the events of an earlier calendar by UID."""
    calendar = read_calendar(content)
    if str(calendar.get("UID", "")) != str(diary.uid):
        raise refuse_calendar("calendar_of_another")
    return {str(event["UID"]): event for event in calendar.events}
