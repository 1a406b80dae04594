"""The folder of meeting plans: `plan.json`, and a folder of files for each coalition."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from api.documents.meetings.files import name_files, write_calendar, write_meeting_files
from api.show.planned import Planned
from data.files.documents import write_document
from data.files.plans import read_plans
from models.bookings import note_double_bookings
from models.errors import BadRequest
from models.hosts import NO_HOST, Host
from models.meetings import MeetingPlan
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from matcher.suggest import Matchmaker

PLAN = "plan.json"


def write_plans(
    folder: Path,
    season: Season,
    plans: Sequence[MeetingPlan],
    language: Language,
    matchmaker: "Matchmaker | None" = None,
    host: Host = NO_HOST,
) -> None:
    """Write the files of every coalition into a folder of its own, then `plan.json`.

    Plans that are there already of other coalitions of the season stay; their files are written
    anew where other members of theirs are booked twice than before.
    """
    made = {plan.coalition for plan in plans}
    known = [plan for plan in _read_earlier(folder / PLAN) if plan.coalition not in made]
    kept = [plan for plan in known if plan.coalition.rpartition("/")[0] in season.challenge_index]
    plans, noted = note_double_bookings(plans, kept), note_double_bookings(kept, plans)
    written = [*plans, *(new for old, new in zip(kept, noted, strict=True) if new != old)]
    names = name_files(plan.coalition for plan in written)
    stamped = datetime.now(UTC).replace(microsecond=0)
    for plan in written:
        planned = to_planned(season, plan, host)
        own = folder / names[plan.coalition]
        write_meeting_files(own, planned, language, stamped, matchmaker)
    every = sorted((*noted, *plans), key=lambda plan: _place(season, plan))
    write_document(folder / PLAN, [plan.model_dump(mode="json") for plan in every])


def _read_earlier(path: Path) -> tuple[MeetingPlan, ...]:
    """Read the plans that are there; none where there is no file or it can't be read."""
    try:
        return read_plans(path)
    except BadRequest:
        return ()


def _place(season: Season, plan: MeetingPlan) -> tuple[int, int]:
    """Give a coalition's place in the order of challenges and numbers."""
    challenge, _, number = plan.coalition.rpartition("/")
    return season.challenge_index[challenge], int(number)


def write_calendar_file(
    path: Path,
    season: Season,
    plans: Sequence[MeetingPlan],
    language: Language,
    host: Host = NO_HOST,
) -> None:
    """Write the calendar of the one coalition that was planned.

    Raises
    ------
    BadRequest
        `one_calendar_only`, `no_dates_for_calendar`.
    """
    if len(plans) != 1:
        raise BadRequest("one_calendar_only", known=", ".join(plan.coalition for plan in plans))
    planned = to_planned(season, plans[0], host)
    if not planned.starts:
        raise BadRequest("no_dates_for_calendar")
    write_calendar(path, planned, language, datetime.now(UTC).replace(microsecond=0))


def to_planned(season: Season, plan: MeetingPlan, host: Host = NO_HOST) -> Planned:
    """Join a plan with its season and the starts that are known."""
    starts = tuple(meeting.start for meeting in plan.meetings)
    return Planned(season, plan, starts if any(starts) else (), host)
