"""Dates of a coalition's meetings: what is asked, what was chosen, and what is lacking."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime, Field

from models.agendas import MEETING_MINUTES
from models.frozen import Frozen
from models.meetings import DoubleBooking
from models.sectors import Sector
from models.text import Text

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
"""Days for which the holidays are known."""
MOST_WEEKS, MOST_DAYS = 104, 366


class DateSettings(Frozen):
    """What is asked of the dates.

    Attributes
    ----------
    minutes : tuple of int
        How long each meeting is; there are as many meetings as numbers.
    start : date or None
        First day of the period; needed to give recurring slots their dates.
    weeks : int
        How long the period is.
    min_days : int
        Least number of days from one meeting to the next.
    quorum : int
        How many of each sector must be able to come, or all where there are fewer.
    """

    minutes: tuple[int, ...] = (MEETING_MINUTES,) * 4
    start: date | None = Field(default=None, ge=EARLIEST, le=LATEST)
    weeks: int = Field(default=12, ge=1, le=MOST_WEEKS)
    min_days: int = Field(default=7, ge=1, le=MOST_DAYS)
    quorum: int = Field(default=1, ge=0)


class Lack(StrEnum):
    """What a choice of dates can lack."""

    MEETINGS = "meetings"
    """There are not enough days."""
    SPACING = "spacing"
    """Meetings lie closer than asked."""
    QUORUM = "quorum"
    """Too few of a sector can come."""


class Missing(Frozen):
    """One thing that was asked and could not be had.

    Attributes
    ----------
    lack : Lack
    numbers : tuple of int
        The meetings where a quorum is not met.
    sector : Sector or None
        Whose quorum it is.
    asked, given : int
        Meetings, days between, or members of the sector; the fewest of several.
    text : Text
    """

    lack: Lack
    numbers: tuple[int, ...] = ()
    sector: Sector | None = None
    asked: int
    given: int
    text: Text


class SectorCount(Frozen):
    """How many of a sector's members can come."""

    sector: Sector
    members: int
    can_come: int


class MeetingDate(Frozen):
    """One chosen date: when, and who can come; members by id."""

    number: int = Field(ge=1)
    start: AwareDatetime
    end: AwareDatetime
    can_come: tuple[str, ...]
    cannot_come: tuple[str, ...]
    sectors: tuple[SectorCount, ...]
    double_booked: tuple[DoubleBooking, ...] = ()


class WayOut(Frozen):
    """What could be asked for instead: another value of a setting, `meetings` among them."""

    field: str
    value: int


class LeftOut(Frozen):
    """A slot that no meeting can be held in, or one of its days, and why.

    Attributes
    ----------
    label : str
        As members wrote it.
    day : date or None
        The day that falls away; None where the whole slot does.
    code : str
    text : Text
    members : tuple of str
        Who gave it.
    """

    label: str
    day: date | None = None
    code: str
    text: Text
    members: tuple[str, ...]


class DatePlan(Frozen):
    """The dates of one coalition's meetings.

    Attributes
    ----------
    coalition : str
    time_zone : str
        Slots are local times of it.
    dates : tuple of MeetingDate
        In order; fewer than asked only where `missing` says so.
    possible : int
        How many dates there were to choose from.
    assumed : tuple of str
        Members who gave no slot that can be dated; they count as able to come.
    missing : tuple of Missing
        Empty where everything asked for is met.
    ways_out : tuple of WayOut
        What would have to be asked for instead, so that nothing is missing.
    left_out : tuple of LeftOut
    warning : Text or None
        What is not known, such as a country's holidays.
    """

    coalition: str
    time_zone: str
    dates: tuple[MeetingDate, ...]
    possible: int
    assumed: tuple[str, ...]
    missing: tuple[Missing, ...]
    ways_out: tuple[WayOut, ...]
    left_out: tuple[LeftOut, ...]
    warning: Text | None = None
