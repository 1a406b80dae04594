"""Moments as people read them, in the time zone of their season."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from models.meetings import AgendaItem, Meeting
from models.messages import say
from models.text import Text
from models.zones import SWEDISH_TIME


def stamp_now() -> str:
    """Give the present moment as stores hold it."""
    return to_stamp(datetime.now(UTC))


def stamp_in(time: timedelta) -> str:
    """Give the moment after a time from now, as stores hold it; of a negative time, before."""
    return to_stamp(datetime.now(UTC) + time)


def to_stamp(moment: datetime) -> str:
    """Give an aware moment in UTC, to the millisecond; stamps sort as their moments do.

    Examples
    --------
    >>> to_stamp(datetime(2026, 10, 26, 12, 0, tzinfo=UTC))
    '2026-10-26T12:00:00.000Z'
    """
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def to_local(moment: datetime, zone: str) -> datetime:
    """Give an aware moment as it is in a time zone.

    Raises
    ------
    ValueError
        If the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(ZoneInfo(zone))


def add_minutes(moment: datetime, minutes: int, zone: str) -> datetime:
    """Give the moment so many minutes later, whatever the clocks do meanwhile."""
    return to_local(moment.astimezone(UTC) + timedelta(minutes=minutes), zone)


def say_clock(moment: datetime, zone: str) -> Text:
    """Write the time of day.

    Examples
    --------
    >>> say_clock(datetime(2026, 10, 26, 12, 0, tzinfo=UTC), "Europe/Stockholm")
    Text(sv='13.00', en='13:00')
    """
    local = to_local(moment, zone)
    return Text(sv=f"{local:%H.%M}", en=f"{local:%H:%M}")


def say_date(moment: datetime, zone: str) -> Text:
    """Write the day.

    Examples
    --------
    >>> say_date(datetime(2026, 10, 26, 12, 0, tzinfo=UTC), "Europe/Stockholm").sv
    '26 oktober 2026'
    """
    local, months = to_local(moment, zone), say("months")
    return Text(
        sv=f"{local.day} {months.sv.split()[local.month - 1]} {local.year}",
        en=f"{local.day} {months.en.split()[local.month - 1]} {local.year}",
    )


def say_stamp(stamp: str, zone: str) -> Text:
    """Write the day of a UTC time stamp, as it is in a time zone."""
    return say_date(_read_stamp(stamp), zone)


def say_exact_stamp(stamp: str, zone: str) -> Text:
    """Write a UTC time stamp as it is in a time zone, which is named."""
    moment = _read_stamp(stamp)
    day, clock = say_date(moment, zone), say_clock(moment, zone)
    named = say("swedish_time") if zone == SWEDISH_TIME else Text.same(zone)
    return Text(sv=f"{day.sv} kl. {clock.sv} ({named.sv})", en=f"{day.en}, {clock.en} ({named.en})")


def say_day(moment: datetime, zone: str) -> Text:
    """Write the day with its weekday.

    Examples
    --------
    >>> say_day(datetime(2026, 10, 26, 12, 0, tzinfo=UTC), "Europe/Stockholm").sv
    'måndag 26 oktober 2026'
    """
    weekday, weekdays, date = (
        to_local(moment, zone).weekday(),
        say("meet_weekdays"),
        say_date(moment, zone),
    )
    return Text(
        sv=f"{weekdays.sv.split()[weekday]} {date.sv}",
        en=f"{weekdays.en.split()[weekday]} {date.en}",
    )


def say_when(start: datetime, minutes: int, zone: str) -> Text:
    """Write when a meeting is: its day, and from when to when."""
    first, last = say_clock(start, zone), say_clock(add_minutes(start, minutes, zone), zone)
    return say("meet_when", day=say_day(start, zone), start=first, end=last)


def time_agenda(
    meeting: Meeting, start: datetime, zone: str
) -> Iterator[tuple[datetime, AgendaItem]]:
    """Give each item of an agenda with the moment when it begins."""
    passed = 0
    for item in meeting.agenda:
        yield add_minutes(start, passed, zone), item
        passed += item.minutes


def _read_stamp(stamp: str) -> datetime:
    moment = datetime.fromisoformat(stamp)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
