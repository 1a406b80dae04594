"""Slots in the calendar: local times as moments, and the changes of clock that spoil them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

SATURDAY = 5


def to_start(day: date, clock: time, zone: str) -> tuple[datetime, str | None]:
    """Give the moment of a local time, and the code of a change of clock that spoils it.

    Examples
    --------
    >>> zone = "Europe/Stockholm"
    >>> to_start(date(2026, 3, 29), time(2, 30), zone)[1]
    'slot_skipped'
    >>> to_start(date(2026, 10, 26), time(13), zone)[0].isoformat()
    '2026-10-26T13:00:00+01:00'
    """
    start = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    before, after = start.utcoffset(), start.replace(fold=1).utcoffset()
    if before == after or before is None or after is None:
        return start, None
    return start, "slot_skipped" if before < after else "slot_repeated"
