"""Slot labels as times: a date with an hour, or a weekday with an hour that recurs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from models.dates import EARLIEST, LATEST

CLOCK = (
    r"(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::00)?"
    r"(?:\s*(?:-|–|till|to)\s*(?P<end>\d{1,2})(?:[:.](?P<end_minute>\d\d))?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?"
)
DATED = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:\s*T|[\s,]+){CLOCK}", re.IGNORECASE)
WEEKLY = re.compile(rf"(?P<weekday>[^\W\d_]+)\.?,?\s+{CLOCK}", re.IGNORECASE)
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mån måndag måndagar mon monday mondays mo montag man mandag ma maanantai",
            "tis tisdag tisdagar tue tues tuesday tuesdays di dienstag tir tirsdag ti tiistai",
            "ons onsdag onsdagar wed weds wednesday wednesdays mi mittwoch ke keskiviikko",
            "tor tors torsdag torsdagar thu thur thurs thursday thursdays do donnerstag to torstai",
            "fre fredag fredagar fri friday fridays fr freitag pe perjantai",
            "lör lördag lördagar sat saturday saturdays sa samstag lør lørdag la lauantai",
            "sön söndag söndagar sun sunday sundays so sonntag søn søndag su sunnuntai",
        )
    )
    for word in words.split()
}
NOON = 12


@dataclass(frozen=True)
class TimeSlot:
    """A time of day on one day, or on one weekday of every week."""

    clock: time
    day: date | None = None
    weekday: int | None = None
    end: time | None = field(default=None, compare=False)
    """When a span of hours ends; two slots that start alike are one."""

    def find_days(self, first: date, last: date) -> Iterator[date]:
        """Give the days in a period that the slot falls on."""
        if self.day is not None:
            if first <= self.day <= last:
                yield self.day
        elif self.weekday is not None:
            ahead = (self.weekday - first.weekday()) % 7
            for days in range(ahead, (last - first).days + 1, 7):
                yield first + timedelta(days=days)


def read_slot(label: str) -> TimeSlot | None:
    """Read a label; None where it can't be dated. Of a span of hours the start counts.

    Examples
    --------
    >>> read_slot("2026-10-06 13:00").day, read_slot("tisdag 13.00").weekday
    (datetime.date(2026, 10, 6), 1)
    >>> read_slot("torsdagar 9-11") == read_slot("Thu 9 am") == read_slot("tors 09:00")
    True
    >>> read_slot("tisdag eftermiddag"), read_slot("2026-02-30 13:00")
    (None, None)
    """
    dated, weekly = DATED.fullmatch(label.strip()), WEEKLY.fullmatch(label.strip())
    found = dated or weekly
    if found is None:
        return None
    try:
        clock, end = _read_clock(found)
        day = date.fromisoformat(found["day"]) if dated else None
    except ValueError:
        return None
    if day is not None:
        return TimeSlot(clock, day=day, end=end) if EARLIEST <= day <= LATEST else None
    weekday = WEEKDAYS.get(found["weekday"].casefold())
    return None if weekday is None else TimeSlot(clock, weekday=weekday, end=end)


def _read_clock(found: re.Match[str]) -> tuple[time, time | None]:
    """Read when a slot starts, and ends where that is said.

    Raises
    ------
    ValueError
        For no hour of the day, or a span that does not end after its start.
    """
    clock = time(int(found["hour"]), int(found["minute"] or 0))
    end = time(int(found["end"]), int(found["end_minute"] or 0)) if found["end"] else None
    if end and end <= clock:
        raise ValueError(found["end"])
    if not found["half"]:
        return clock, end
    if end or not 1 <= clock.hour <= NOON:
        raise ValueError(found["half"])
    return clock.replace(hour=clock.hour % NOON + (NOON if found["half"] in "pP" else 0)), None
