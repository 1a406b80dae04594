"""When a coalition's meetings are held: told, or chosen from the times that members gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.dates import DatePlan, DateSettings
from models.errors import BadRequest
from models.frozen import Frozen
from models.meetings import Absence, MeetingPlan
from models.scores import CoalitionMembers
from models.seasons import Season


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
    starts : tuple of datetime
        One for each of them; none where they are not known.
    absences : tuple of Absence
    choice : DatePlan or None
        How they were chosen; None where they were told.
    """

    starts: tuple[datetime, ...] = ()
    absences: tuple[Absence, ...] = ()
    choice: DatePlan | None = None


def settle_dates(
    season: Season,
    coalition: CoalitionMembers,
    calendar: Calendar,
    minutes: Sequence[int],
    held: MeetingPlan | None,
    first: int,
) -> Dated:
    """Settle when meetings are held.

    Parameters
    ----------
    minutes : sequence of int
        How long each meeting is that is to be planned.
    held : MeetingPlan or None
        The plan by which the meetings before them were held.
    first : int
        How many those are.

    Raises
    ------
    BadRequest
        `start_not_read`, `start_in_change_of_clocks`, `starts_not_apart`,
        `starts_before_held`, `starts_do_not_fit`.
    """
    last = held.meetings[first - 1].start if held is not None and first else None
    if calendar.starts:
        return Dated(_read_starts(calendar.starts, len(minutes), last))
    members = [season.actors[season.actor_index[id_]] for id_ in coalition.members]
    if not any(member.available for member in members):
        return Dated()
    from matcher.meetings.dates import choose_dates

    settings = calendar.settings.evolve(minutes=tuple(minutes))
    if last is not None:
        after = last.date() + timedelta(days=settings.min_days)
        settings = settings.evolve(start=max(after, settings.start or after))
    choice = choose_dates(members, season.country, settings, coalition.id)
    if len(choice.dates) != len(minutes):
        return Dated(choice=choice)
    return Dated(
        starts=tuple(each.start for each in choice.dates),
        absences=tuple(
            Absence(actor_id=id_, meeting=first + each.number)
            for each in choice.dates
            for id_ in each.cannot_come
        ),
        choice=choice,
    )


def set_starts(plan: MeetingPlan, dated: Dated, first: int) -> MeetingPlan:
    """Give a plan whose later meetings have their starts."""
    if not dated.starts:
        return plan
    later = tuple(
        meeting.evolve(start=start)
        for meeting, start in zip(plan.meetings[first:], dated.starts, strict=True)
    )
    return plan.evolve(meetings=(*plan.meetings[:first], *later))


def _read_starts(told: tuple[str, ...], count: int, last: datetime | None) -> tuple[datetime, ...]:
    """Read one start for each meeting, in the order of time, all after the last one held."""
    from matcher.meetings.slots import to_start
    from models.slots import read_slot

    starts = []
    for number, value in enumerate(told):
        way = f"starts.{number}"
        slot = read_slot(value)
        if slot is None or slot.day is None or slot.end is not None:
            raise BadRequest("start_not_read", value=value, field=way)
        start, trouble = to_start(slot.day, slot.clock)
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
