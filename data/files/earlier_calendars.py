"""Calendars in: those that were published before, as far as they may be taken over.

What is taken over is published again, so it must be such that every reader takes it.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from models.errors import Fault, InputError
from models.zones import ZONES

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event

MAKER = "-//Koalition//Meetings//EN"
LOCAL, STAMPS = ("DTSTART", "DTEND"), ("DTSTAMP", "CREATED", "LAST-MODIFIED")
TEXTS = ("SUMMARY", "DESCRIPTION", "STATUS", "ORGANIZER")
STATUSES = ("CONFIRMED", "CANCELLED")
NAME = re.compile("[A-Z0-9-]+", re.IGNORECASE)
"""The name of a property, as every reader takes it."""


def read_calendar(content: bytes) -> "Calendar":
    """Give a calendar that Koalition wrote; what was added to it by hand is in it.

    Raises
    ------
    InputError
        `calendar_unreadable`.
    """
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(content)
    except (ValueError, IndexError, KeyError) as error:
        raise refuse_calendar("calendar_unreadable") from error
    if not isinstance(calendar, Calendar) or calendar.get("PRODID") != MAKER:
        raise refuse_calendar("calendar_unreadable")
    if not (_is_plain(calendar) and "UID" in calendar and all(map(_is_whole, calendar.events))):
        raise refuse_calendar("calendar_unreadable")
    return calendar


def find_zones(events: Iterable["Event"]) -> list[str]:
    """Give the time zones of events, by name."""
    return sorted({str(event[key].params["TZID"]) for event in events for key in LOCAL})


def refuse_calendar(code: str) -> InputError:
    """Give the fault of an earlier calendar that can't be used."""
    return InputError((Fault.given("calendar", None, code),))


def _is_plain(component: "Component") -> bool:
    """Say whether every property stands once, under a name that every reader takes."""
    return not component.errors and all(
        NAME.fullmatch(key) and not isinstance(value, list) for key, value in component.items()
    )


def _is_whole(event: "Event") -> bool:
    """Say whether an event has all that is written of one, each part of its kind."""
    if not _is_plain(event) or any(key not in event for key in (*LOCAL, *STAMPS, *TEXTS)):
        return False
    start, end = (_moment_of(event, key) for key in LOCAL)
    return (
        start is not None
        and end is not None
        and start < end
        and all(event[key].params.get("TZID") in ZONES.values() for key in LOCAL)
        and all(_moment_of(event, key) for key in STAMPS)
        and event["STATUS"] in STATUSES
        and _is_id(str(event.get("UID", "")))
        and int(event.get("SEQUENCE", -1)) >= 0
    )


def _moment_of(event: "Event", key: str) -> datetime | None:
    """Give a point in time; None for a day, a time of day, or one of nowhere in particular."""
    moment = getattr(event[key], "dt", None)
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
