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


def after(moment: datetime, minutes: int) -> datetime:
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


def say_day(moment: datetime) -> Text:
    """Write the day with its weekday.

    Examples
    --------
    >>> say_day(datetime(2026, 10, 26, 12, 0, tzinfo=UTC)).sv
    'måndag 26 oktober 2026'
    """
    local = to_local(moment)
    weekdays, months = say("meet_weekdays"), say("report_months")

    def write(days: str, names: str) -> str:
        return f"{days.split()[local.weekday()]} {local.day} {names.split()[local.month - 1]}"

    return Text(
        sv=f"{write(weekdays.sv, months.sv)} {local.year}",
        en=f"{write(weekdays.en, months.en)} {local.year}",
    )


def say_when(start: datetime, minutes: int) -> Text:
    """Write when a meeting is: its day, and from when to when."""
    end = after(start, minutes)
    return say("meet_when", day=say_day(start), start=say_clock(start), end=say_clock(end))


def time_agenda(meeting: Meeting, start: datetime) -> Iterator[tuple[datetime, AgendaItem]]:
    """Give each item of an agenda with the moment when it begins."""
    passed = 0
    for item in meeting.agenda:
        yield after(start, passed), item
        passed += item.minutes
