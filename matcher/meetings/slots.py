"""Slot labels as times: a date with an hour, or a weekday with an hour that recurs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.dates import EARLIEST, LATEST, TIME_ZONE

ZONE = ZoneInfo(TIME_ZONE)
CLOCK = r"(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::00)?"
DATED = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:\s*T|[\s,]+){CLOCK}", re.IGNORECASE)
WEEKLY = re.compile(rf"(?P<weekday>[^\W\d_]+)\.?,?\s+{CLOCK}", re.IGNORECASE)
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mån måndag måndagar mon monday mondays",
            "tis tisdag tisdagar tue tues tuesday tuesdays",
            "ons onsdag onsdagar wed weds wednesday wednesdays",
            "tor tors torsdag torsdagar thu thur thurs thursday thursdays",
            "fre fredag fredagar fri friday fridays",
            "lör lördag lördagar sat saturday saturdays",
            "sön söndag söndagar sun sunday sundays",
        )
    )
    for word in words.split()
}
SATURDAY = 5


@dataclass(frozen=True)
class TimeSlot:
    """A time of day on one day, or on one weekday of every week."""

    clock: time
    day: date | None = None
    weekday: int | None = None

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
    """Read a label; None where it can't be dated.

    Examples
    --------
    >>> read_slot("2026-10-06 13:00").day, read_slot("tisdag 13.00").weekday
    (datetime.date(2026, 10, 6), 1)
    >>> read_slot("tisdag eftermiddag"), read_slot("2026-02-30 13:00")
    (None, None)
    """
    dated, weekly = DATED.fullmatch(label.strip()), WEEKLY.fullmatch(label.strip())
    found = dated or weekly
    if found is None:
        return None
    try:
        clock = time(int(found["hour"]), int(found["minute"] or 0))
        day = date.fromisoformat(found["day"]) if dated else None
    except ValueError:
        return None
    if day is not None:
        return TimeSlot(clock, day=day) if EARLIEST <= day <= LATEST else None
    weekday = WEEKDAYS.get(found["weekday"].casefold())
    return None if weekday is None else TimeSlot(clock, weekday=weekday)


def to_start(day: date, clock: time) -> tuple[datetime, str | None]:
    """Give the moment of a local time, and the code of a change of clock that spoils it.

    Examples
    --------
    >>> to_start(date(2026, 3, 29), time(2, 30))[1], to_start(date(2026, 10, 25), time(2, 30))[1]
    ('slot_skipped', 'slot_repeated')
    >>> to_start(date(2026, 10, 26), time(13))[0].isoformat()
    '2026-10-26T13:00:00+01:00'
    """
    start = datetime.combine(day, clock, tzinfo=ZONE)
    before, after = start.utcoffset(), start.replace(fold=1).utcoffset()
    if before == after or before is None or after is None:
        return start, None
    return start, "slot_skipped" if before < after else "slot_repeated"
