"""Meeting plans as commands ask for them: changes of who takes part, and former plans."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from api.jobs import read_document, write_json
from api.meeting_dates import Calendar, Dated, set_starts, settle_dates
from api.use_cases.names import find_actor
from models.agendas import AgendaTemplate
from models.encounters import list_members
from models.errors import BadRequest
from models.meetings import MOST_ROOMS, Absence, Aim, MeetingPlan, PlanSettings
from models.ports.progress import Progress
from models.scores import CoalitionMembers
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from api.show.planned import Planned
    from matcher.meetings.plan import Held
    from matcher.suggest import Matchmaker

PLAN = "plan.json"


@dataclass(frozen=True)
class Changes:
    """What is different from the proposal and from a former plan.

    Attributes
    ----------
    without, joined : tuple of str
        Who is no longer with them, and who is from now on; ids or exact names.
    absent : tuple of str
        `ACTOR=MEETING`: who is away from one meeting.
    former : Path or None
        The plan by which meetings were held.
    held : int
        How many of its meetings were held.
    """

    without: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    former: Path | None = None
    held: int = 0

    @property
    def is_for_one(self) -> bool:
        """Whether they can only be meant for one coalition."""
        return bool(self.without or self.joined or self.absent)


def read_rooms(value: str) -> tuple[int, ...]:
    """Read a number of rooms, or their sizes with commas between.

    Raises
    ------
    BadRequest
        `rooms_not_read`.

    Examples
    --------
    >>> read_rooms("3"), read_rooms("5,5,4,4")
    ((3,), (5, 5, 4, 4))
    """
    parts = [part.strip() for part in value.split(",")]
    is_read = all(part.isdecimal() and 0 < int(part) < 1000 for part in parts)
    if not is_read or len(parts) > MOST_ROOMS:
        raise BadRequest("rooms_not_read", value=value)
    return tuple(int(part) for part in parts)


def change_members(
    season: Season, coalition: CoalitionMembers, changes: Changes
) -> CoalitionMembers:
    """Give a coalition without those who left and with those who joined.

    Raises
    ------
    BadRequest
        `not_in_coalition`, `already_a_member`.
    NotFound
        If a name leads nowhere.
    """
    members = list(coalition.members)
    for name in changes.without:
        actor = find_actor(season, name)
        if actor not in members:
            raise BadRequest("not_in_coalition", name=name, coalition=coalition.id)
        members.remove(actor)
    for name in changes.joined:
        actor = find_actor(season, name)
        if actor in members:
            raise BadRequest("already_a_member", name=name, coalition=coalition.id)
        members.append(actor)
    return coalition.model_copy(update={"members": tuple(sorted(members))})


def read_absences(
    season: Season, coalition: CoalitionMembers, changes: Changes, settings: PlanSettings
) -> tuple[Absence, ...]:
    """Read who is away from which meeting.

    Raises
    ------
    BadRequest
        `absence_not_read`, `absence_not_planned`, `not_in_coalition`.
    """
    absences = []
    for value in changes.absent:
        name, _, meeting = value.rpartition("=")
        if not name or not meeting.strip().isdecimal():
            raise BadRequest("absence_not_read", value=value)
        number, actor = int(meeting), find_actor(season, name.strip())
        if actor not in coalition.members:
            raise BadRequest("not_in_coalition", name=name, coalition=coalition.id)
        if not changes.held < number <= settings.meetings:
            first, last = changes.held + 1, settings.meetings
            raise BadRequest("absence_not_planned", meeting=number, first=first, last=last)
        absences.append(Absence(actor_id=actor, meeting=number))
    return tuple(absences)


def read_held(
    season: Season, coalition: str, changes: Changes, settings: PlanSettings
) -> "Held | None":
    """Read the meetings that were held by a former plan.

    Raises
    ------
    BadRequest
        `held_without_plan`, `held_too_many`, `not_a_plan`, `plan_of_others`.
    """
    from matcher.meetings.plan import Held

    if changes.former is None:
        if changes.held:
            raise BadRequest("held_without_plan")
        return None
    plans = read_plans(changes.former)
    plan = next((each for each in plans if each.coalition == coalition), None)
    if plan is None:
        raise BadRequest("not_a_plan", path=changes.former, coalition=coalition)
    if strangers := sorted(set(list_members(plan)) - season.actor_index.keys()):
        raise BadRequest("plan_of_others", coalition=coalition, name=strangers[0])
    if changes.held >= settings.meetings or changes.held > len(plan.meetings):
        raise BadRequest("held_too_many", meetings=min(settings.meetings, len(plan.meetings)))
    return Held(plan, changes.held)


def read_plans(path: Path) -> tuple[MeetingPlan, ...]:
    """Read the meeting plans of a file.

    Raises
    ------
    BadRequest
        `not_a_plan`, or if the file can't be read or is not JSON.
    """
    document = read_document(path)
    try:
        return TypeAdapter(tuple[MeetingPlan, ...]).validate_python(document)
    except ValidationError as error:
        raise BadRequest("not_a_plan", path=path, coalition="–") from error


@dataclass(frozen=True)
class Request:
    """What is asked of a command that plans meetings.

    Attributes
    ----------
    settings : PlanSettings
    changes : Changes
    calendar : Calendar
    agendas : Path or None
        Folder of own agendas.
    skips_absent : bool
        Whether who cannot come on a chosen date gets no seat there.
    """

    settings: PlanSettings
    changes: Changes = Changes()
    calendar: Calendar = field(default_factory=Calendar)
    agendas: Path | None = None
    skips_absent: bool = False

    def aiming_at(self, aim: Aim) -> "Request":
        """Give the same request with another aim."""
        return replace(self, settings=self.settings.model_copy(update={"aim": aim}))


@dataclass(frozen=True)
class Made:
    """A plan with how many members it is for, and how its dates were chosen."""

    plan: MeetingPlan
    members: int
    dated: Dated


def plan_coalitions(
    season: Season,
    coalitions: Sequence[CoalitionMembers],
    request: Request,
    progress: Progress,
) -> tuple[Made, ...]:
    """Plan the meetings of coalitions.

    Raises
    ------
    BadRequest
        `one_coalition_only`: changes that are meant for one of several.
    """
    from data.files.agendas import read_agendas

    templates = read_agendas(request.agendas)
    if request.changes.is_for_one and len(coalitions) > 1:
        raise BadRequest("one_coalition_only", known=", ".join(each.id for each in coalitions))
    return tuple(_plan(season, each, request, templates, progress) for each in coalitions)


def _plan(
    season: Season,
    coalition: CoalitionMembers,
    request: Request,
    templates: tuple[AgendaTemplate, ...],
    progress: Progress,
) -> Made:
    """Plan the meetings of one coalition."""
    from matcher.meetings.agenda import choose_templates
    from matcher.meetings.plan import plan_meetings

    settings, changes = request.settings, request.changes
    now = change_members(season, coalition, changes)
    told = read_absences(season, now, changes, settings)
    held = read_held(season, coalition.id, changes, settings)
    themes = choose_templates(templates, settings.meetings)[changes.held :]
    minutes = [theme.minutes for theme in themes]
    former = None if held is None else held.plan
    dated = settle_dates(season, now, request.calendar, minutes, former, changes.held)
    skipped = dated.absences if request.skips_absent else ()
    plan = plan_meetings(
        *(season, now, templates, settings, progress),
        absences=(*told, *skipped),
        unsure=() if request.skips_absent else dated.absences,
        held=held,
    )
    return Made(set_starts(plan, dated, changes.held), len(now.members), dated)


def write_plans(
    folder: Path,
    season: Season,
    plans: Sequence[MeetingPlan],
    language: Language,
    matchmaker: "Matchmaker | None" = None,
) -> None:
    """Write the files of every coalition into a folder of its own, then `plan.json`.

    Plans that are there already of other coalitions of the season stay.
    """
    from api.documents.meetings.files import name_files, write_meeting_files

    names = name_files(plan.coalition for plan in plans)
    stamped = datetime.now(UTC).replace(microsecond=0)
    for plan in plans:
        planned = to_planned(season, plan)
        own = folder / names[plan.coalition]
        write_meeting_files(own, planned, language, stamped, matchmaker)
    made = {plan.coalition for plan in plans}
    known = [plan for plan in _read_earlier(folder / PLAN) if plan.coalition not in made]
    kept = [plan for plan in known if plan.coalition.rpartition("/")[0] in season.challenge_index]
    every = sorted((*kept, *plans), key=lambda plan: _place(season, plan))
    write_json(folder / PLAN, [plan.model_dump(mode="json") for plan in every])


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
    path: Path, season: Season, plans: Sequence[MeetingPlan], language: Language
) -> None:
    """Write the calendar of the one coalition that was planned.

    Raises
    ------
    BadRequest
        `one_calendar_only`, `no_dates_for_calendar`.
    """
    from api.documents.meetings.files import write_calendar

    if len(plans) != 1:
        raise BadRequest("one_calendar_only", known=", ".join(plan.coalition for plan in plans))
    planned = to_planned(season, plans[0])
    if not planned.starts:
        raise BadRequest("no_dates_for_calendar")
    write_calendar(path, planned, language, datetime.now(UTC).replace(microsecond=0))


def to_planned(season: Season, plan: MeetingPlan) -> "Planned":
    """Join a plan with its season and its starts, where every meeting has one."""
    from api.show.planned import Planned

    starts = tuple(meeting.start for meeting in plan.meetings if meeting.start is not None)
    return Planned(season, plan, starts if len(starts) == len(plan.meetings) else ())
