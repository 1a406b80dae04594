"""Moments as people in Sweden read them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from models.dates import TIME_ZONE
from models.meetings import AgendaItem, Meeting
from models.messages import say
from models.text import Text


def to_local(moment: datetime) -> datetime:
    """Give an aware moment as it is in Sweden.

    Raises
    ------
    ValueError
        If the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(ZoneInfo(TIME_ZONE))


def add_minutes(moment: datetime, minutes: int) -> datetime:
    """Give the moment so many minutes later, whatever the clocks do meanwhile."""
    return to_local(to_local(moment).astimezone(UTC) + timedelta(minutes=minutes))


def say_clock(moment: datetime) -> Text:
    """Write the time of day.

    Examples
    --------
    >>> say_clock(datetime(2026, 10, 26, 12, 0, tzinfo=UTC))
    Text(sv='13.00', en='13:00')
    """
    local = to_local(moment)
    return Text(sv=f"{local:%H.%M}", en=f"{local:%H:%M}")


def say_date(moment: datetime) -> Text:
    """Write the day.

    Examples
    --------
    >>> say_date(datetime(2026, 10, 26, 12, 0, tzinfo=UTC)).sv
    '26 oktober 2026'
    """
    local, months = to_local(moment), say("months")
    return Text(
        sv=f"{local.day} {months.sv.split()[local.month - 1]} {local.year}",
        en=f"{local.day} {months.en.split()[local.month - 1]} {local.year}",
    )


def say_stamp(stamp: str) -> Text:
    """Write the day of a UTC time stamp, as it is in Sweden."""
    return say_date(_read_stamp(stamp))


def say_exact_stamp(stamp: str) -> Text:
    """Write a UTC time stamp as it is in Sweden, with the zone."""
    moment = _read_stamp(stamp)
    day, clock, zone = say_date(moment), say_clock(moment), say("swedish_time")
    return Text(sv=f"{day.sv} kl. {clock.sv} ({zone.sv})", en=f"{day.en}, {clock.en} ({zone.en})")


def say_day(moment: datetime) -> Text:
    """Write the day with its weekday.

    Examples
    --------
    >>> say_day(datetime(2026, 10, 26, 12, 0, tzinfo=UTC)).sv
    'måndag 26 oktober 2026'
    """
    weekday, weekdays, date = to_local(moment).weekday(), say("meet_weekdays"), say_date(moment)
    return Text(
        sv=f"{weekdays.sv.split()[weekday]} {date.sv}",
        en=f"{weekdays.en.split()[weekday]} {date.en}",
    )


def say_when(start: datetime, minutes: int) -> Text:
    """Write when a meeting is: its day, and from when to when."""
    end = add_minutes(start, minutes)
    return say("meet_when", day=say_day(start), start=say_clock(start), end=say_clock(end))


def time_agenda(meeting: Meeting, start: datetime) -> Iterator[tuple[datetime, AgendaItem]]:
    """Give each item of an agenda with the moment when it begins."""
    passed = 0
    for item in meeting.agenda:
        yield add_minutes(start, passed), item
        passed += item.minutes


def _read_stamp(stamp: str) -> datetime:
    moment = datetime.fromisoformat(stamp)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
