"""Calendars of plans that follow each other, as one that was updated each time."""

from collections.abc import Sequence
from datetime import datetime

from api.documents.meetings.folder import to_planned
from data.files.calendar_events import describe_meetings
from data.files.calendars import to_calendars
from models.errors import NotFound
from models.hosts import Host
from models.kept_plans import KeptPlan
from models.seasons import Season
from models.text import Language


def draw_calendar(
    season: Season, plans: Sequence[KeptPlan], language: Language, host: Host
) -> bytes:
    """Write the calendar of the last plan, as an update of those before it.

    Raises
    ------
    NotFound
        `plan_without_dates`: none of the meetings has a date.
    """
    calendar: bytes | None = None
    for kept in plans:
        planned = to_planned(season, kept.plan, host)
        if planned.starts:
            diary = describe_meetings(
                season, kept.plan, planned.starts, planned.title, language, host=host
            )
            stamped = datetime.fromisoformat(kept.created_at).replace(microsecond=0)
            calendar = to_calendars(diary, stamped, calendar).published
    if calendar is None or not to_planned(season, plans[-1].plan, host).starts:
        raise NotFound("plan_without_dates")
    return calendar
