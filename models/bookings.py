"""Who has meetings of two coalitions at the same hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.meetings import DoubleBooking, MeetingPlan


@dataclass(frozen=True)
class Occasion:
    """A meeting with a date: whose, when, how long, and who is to be there."""

    coalition: str
    meeting: int
    start: datetime
    minutes: int
    members: frozenset[str]

    def overlaps(self, start: datetime, minutes: int) -> bool:
        """Say whether a time of so many minutes falls into it."""
        length, own = timedelta(minutes=minutes), timedelta(minutes=self.minutes)
        return start < self.start + own and self.start < start + length


def list_occasions(plan: MeetingPlan) -> tuple[Occasion, ...]:
    """Give the meetings of a plan that have a date."""
    return tuple(
        Occasion(
            plan.coalition,
            meeting.number,
            meeting.start,
            meeting.minutes,
            frozenset(
                id_ for each in meeting.rounds for room in each.rooms for id_ in room.members
            ),
        )
        for meeting in plan.meetings
        if meeting.start is not None
    )


def find_double_bookings(own: Occasion, others: Sequence[Occasion]) -> tuple[DoubleBooking, ...]:
    """Give who of a meeting is to be in other coalitions' meetings at the same hour."""
    return tuple(
        DoubleBooking(actor_id=id_, coalition=other.coalition, meeting=other.meeting)
        for other in others
        if other.coalition != own.coalition and other.overlaps(own.start, own.minutes)
        for id_ in sorted(own.members & other.members)
    )


def note_double_bookings(
    plans: Sequence[MeetingPlan], others: Sequence[MeetingPlan] = ()
) -> tuple[MeetingPlan, ...]:
    """Give plans whose meetings name those who have another one at the same hour."""
    known = [occasion for plan in (*plans, *others) for occasion in list_occasions(plan)]
    found = {
        (own.coalition, own.meeting): find_double_bookings(own, known)
        for plan in plans
        for own in list_occasions(plan)
    }
    return tuple(
        plan.evolve(
            meetings=tuple(
                meeting.evolve(double_booked=found.get((plan.coalition, meeting.number), ()))
                for meeting in plan.meetings
            )
        )
        for plan in plans
    )
