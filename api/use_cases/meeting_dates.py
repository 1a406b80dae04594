"""When a coalition's meetings are held: told, or chosen from the times that members gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from models.actors import Actor
from models.bookings import Occasion
from models.clock import to_local
from models.dates import DatePlan, DateSettings
from models.encounters import list_members
from models.errors import BadRequest
from models.frozen import Frozen
from models.meetings import Absence, MeetingPlan
from models.scores import CoalitionMembers
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.meetings.candidates import CandidateDate


class Calendar(Frozen):
    """What is said about the dates.

    Attributes
    ----------
    starts : tuple of str
        A start for each meeting that is planned, such as `2026-10-06 13:00`; or none.
    settings : DateSettings
        How dates are chosen where no starts are told.
    """

    starts: tuple[str, ...] = ()
    settings: DateSettings = DateSettings()


@dataclass(frozen=True)
class Dated:
    """Starts of the meetings to be planned, and who cannot come.

    Attributes
    ----------
    starts : tuple of datetime or None
        One for each of them, None where it is not known; or none at all.
    absences : tuple of Absence
    choice : DatePlan or None
        How they were chosen; None where they were told.
    """

    starts: tuple[datetime | None, ...] = ()
    absences: tuple[Absence, ...] = ()
    choice: DatePlan | None = None


def settle_dates(
    season: Season,
    coalition: CoalitionMembers,
    calendar: Calendar,
    minutes: Sequence[int],
    held: MeetingPlan | None,
    first: int,
    elsewhere: Sequence[Occasion] = (),
) -> Dated:
    """Settle when meetings are held.

    Meetings that are to come stay on the dates of the former plan, unless other starts or a
    later period are told, or all who had given the time have left.

    Parameters
    ----------
    minutes : sequence of int
        How long each meeting is that is to be planned.
    held : MeetingPlan or None
        The former plan, by which the meetings before them were held.
    first : int
        How many those are.
    elsewhere : sequence of Occasion, optional
        Meetings of other coalitions, which members of both had better not miss.

    Raises
    ------
    BadRequest
        `start_not_read`, `start_in_change_of_clocks`, `starts_not_apart`,
        `starts_before_held`, `starts_do_not_fit`.
    """
    last = held.meetings[first - 1].start if held is not None and first else None
    if calendar.starts:
        return Dated(_read_starts(calendar.starts, len(minutes), last, season.time_zone))
    members = [season.actors[season.actor_index[id_]] for id_ in coalition.members]
    stand = _find_standing(season, members, calendar, held, first, len(minutes))
    if not any(member.available for member in members):
        return Dated(
            starts=tuple(None if each is None else each.start for each in stand)
            if any(stand)
            else ()
        )
    from matcher.meetings.dates import HeldBefore, choose_dates

    choice = choose_dates(
        *(members, season.country, calendar.settings.evolve(minutes=tuple(minutes))),
        coalition=coalition.id,
        held=HeldBefore(first, None if last is None else to_local(last, season.time_zone).date()),
        stand=stand,
        elsewhere=elsewhere,
    )
    if len(choice.dates) != len(minutes) and not any(stand):
        return Dated(choice=choice)
    starts = {each.number: each.start for each in choice.dates}
    return Dated(
        starts=tuple(starts.get(first + k + 1) for k in range(len(minutes))),
        absences=tuple(
            Absence(actor_id=id_, meeting=each.number)
            for each in choice.dates
            for id_ in each.cannot_come
        ),
        choice=choice,
    )


def find_moved(
    former: MeetingPlan | None, plan: MeetingPlan, held: int
) -> tuple[tuple[int, datetime, datetime | None], ...]:
    """Give the coming meetings that had another date before: number, then, and now."""
    if former is None:
        return ()
    now = {meeting.number: meeting.start for meeting in plan.meetings}
    return tuple(
        (each.number, each.start, now.get(each.number))
        for each in former.meetings[held:]
        if each.start is not None and now.get(each.number) != each.start
    )


def _find_standing(
    season: Season,
    members: Sequence[Actor],
    calendar: Calendar,
    former: MeetingPlan | None,
    first: int,
    count: int,
) -> tuple["CandidateDate | None", ...]:
    """Give the dates of coming meetings that stay, with who can come; all can to a told one."""
    from matcher.meetings.candidates import CandidateDate, has_given

    if former is None:
        return (None,) * count
    before = [season.actors[season.actor_index[id_]] for id_ in list_members(former)]
    coming = [meeting.start for meeting in former.meetings[first : first + count]]
    starts = [None if start is None else to_local(start, season.time_zone) for start in coming]
    begin = calendar.settings.start
    latest = former.meetings[first - 1].start if first else None
    stand: list[CandidateDate | None] = []
    for start in (*starts, *(None,) * (count - len(starts))):
        if start is None or (begin and start.date() < begin) or (latest and start <= latest):
            stand.append(None)
            continue
        latest = start
        able = [m.id for m in members if not _has_times(m) or has_given(m, start)]
        if not any(has_given(actor, start) for actor in (*before, *members)):
            able = [member.id for member in members]
        stand.append(CandidateDate(start, frozenset(able)) if able else None)
    return tuple(stand)


def _has_times(actor: Actor) -> bool:
    """Say whether an actor gave any time that can be read."""
    from models.slots import read_slot

    return any(read_slot(label) for label in actor.available)


def set_starts(plan: MeetingPlan, dated: Dated, first: int) -> MeetingPlan:
    """Give a plan whose later meetings have their starts."""
    if not dated.starts:
        return plan
    later = tuple(
        meeting.evolve(start=start)
        for meeting, start in zip(plan.meetings[first:], dated.starts, strict=True)
    )
    return plan.evolve(meetings=(*plan.meetings[:first], *later))


def _read_starts(
    told: tuple[str, ...], count: int, last: datetime | None, zone: str
) -> tuple[datetime, ...]:
    """Read one start for each meeting, in the order of time, all after the last one held."""
    from matcher.meetings.slots import to_start
    from models.slots import read_slot

    starts = []
    for number, value in enumerate(told):
        way = f"starts.{number}"
        slot = read_slot(value)
        if slot is None or slot.day is None or slot.end is not None:
            raise BadRequest("start_not_read", value=value, field=way)
        start, trouble = to_start(slot.day, slot.clock, zone)
        if trouble is not None:
            raise BadRequest("start_in_change_of_clocks", value=value, field=way)
        if start in starts:
            raise BadRequest("starts_not_apart", value=value, field=way)
        if last is not None and start <= last:
            stated = f"{last:%Y-%m-%d %H:%M}"
            raise BadRequest("starts_before_held", value=value, last=stated, field=way)
        starts.append(start)
    if len(starts) != count:
        counts = {"starts": len(starts), "meetings": count}
        raise BadRequest("starts_do_not_fit", **counts, field="starts")
    return tuple(sorted(starts))
