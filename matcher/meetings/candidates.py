"""The dates that a coalition could meet on, and who can come to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from matcher.meetings.closed_days import find_closed_days
from matcher.meetings.slots import SATURDAY, to_start
from models.actors import Actor
from models.dates import EARLIEST, LATEST, DateSettings, LeftOut
from models.messages import say
from models.slots import TimeSlot, read_slot
from models.zones import zone_of


@dataclass(frozen=True)
class CandidateDate:
    """A date that a meeting could have: when it starts, and the ids of who can come."""

    start: datetime
    can_come: frozenset[str]


@dataclass(frozen=True)
class Openings:
    """Every date there is to choose from, in order, and what is not among them.

    Attributes
    ----------
    openings : tuple of CandidateDate
    assumed : tuple of str
        Members who gave no slot that can be read; they count as able to come.
    left_out : tuple of LeftOut
    knows_holidays : bool
        Whether all holidays of the country are known.
    """

    openings: tuple[CandidateDate, ...]
    assumed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    knows_holidays: bool


def has_given(actor: Actor, start: datetime) -> bool:
    """Say whether one of an actor's slots is at a time."""
    times = [slot for label in actor.available if (slot := read_slot(label))]
    return bool(times) and _fits(start, times)


def find_candidate_dates(
    members: Sequence[Actor], country: str, settings: DateSettings, after: date | None = None
) -> Openings:
    """Find the dates that members' slots give, and who can come to each.

    A date comes from a slot with a date, or from a weekday's slot within the period;
    whoever gave either can come when both mean the same time. Behind a meeting that was
    held, weekdays' slots need no other period. Slots are local times of the country.
    """
    given: dict[str, list[str]] = {}
    for member in sorted(members, key=lambda member: member.id):
        for label in member.available:
            given.setdefault(label, []).append(member.id)
    search = _Search(settings, given, after)
    slots = {label: read_slot(label) for label in sorted(given)}
    days = {label: search.find_days(label, slot) for label, slot in slots.items()}
    years = sorted({day.year for found in days.values() for day in found})
    closed, knows_holidays = find_closed_days(country, tuple(years))
    starts = set[datetime]()
    for label, slot in slots.items():
        if slot is None:
            continue
        for day in days[label]:
            start, change = to_start(day, slot.clock, zone_of(country))
            if day in closed:
                search.leave_out(label, "slot_holiday", day, name=closed[day])
            elif change:
                search.leave_out(label, change, day)
            else:
                starts.add(start)
    own = {
        member.id: [slot for label in member.available if (slot := slots[label])]
        for member in members
    }
    return Openings(
        openings=tuple(
            CandidateDate(
                start, frozenset(id_ for id_, times in own.items() if _fits(start, times))
            )
            for start in sorted(starts)
        ),
        assumed=tuple(sorted(id_ for id_, times in own.items() if not times)),
        left_out=tuple(sorted(search.left_out, key=lambda out: (out.day or EARLIEST, out.label))),
        knows_holidays=knows_holidays,
    )


class _Search:
    """Finds the days of slots, and gathers what is left out."""

    def __init__(
        self, settings: DateSettings, given: dict[str, list[str]], after: date | None
    ) -> None:
        """Begin with nothing left out; `given` tells who gave each label."""
        self.after, self.given = after, given
        self.start = settings.start or (after and after + timedelta(days=1))
        ahead = timedelta(days=7 * settings.weeks - 1)
        self.recurs_until = min(self.start + ahead, LATEST) if self.start else LATEST
        self.first = settings.start or EARLIEST
        self.last = self.recurs_until if settings.start else LATEST
        self.left_out: list[LeftOut] = []

    def leave_out(self, label: str, code: str, day: date | None = None, **params: object) -> None:
        """Note a slot, or one of its days, that no meeting can have."""
        members = tuple(self.given[label])
        text = say(code, **params)
        self.left_out.append(LeftOut(label=label, day=day, code=code, text=text, members=members))

    def find_days(self, label: str, slot: TimeSlot | None) -> list[date]:
        """Give a slot's days in the period; without a period those that it states itself."""
        days: list[date] = []
        if slot is None:
            self.leave_out(label, "slot_unreadable")
        elif slot.day is None and self.start is None:
            self.leave_out(label, "slot_needs_period")
        elif slot.weekday is not None and slot.weekday >= SATURDAY:
            self.leave_out(label, "slot_weekend")
        else:
            first, last = self.first, self.last
            if slot.day is None and self.start is not None:
                first, last = self.start, self.recurs_until
            if not (days := list(slot.find_days(first, last))):
                self.leave_out(label, "slot_outside", first=first, last=last)
        return [day for day in days if self.after is None or day > self.after]


def _fits(start: datetime, times: Sequence[TimeSlot]) -> bool:
    """Say whether somebody can come: one of their slots is then, or they gave none."""
    return not times or any(
        slot.clock == start.time()
        and (start.date() == slot.day if slot.day else start.weekday() == slot.weekday)
        for slot in times
    )
