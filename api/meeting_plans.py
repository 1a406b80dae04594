"""Meeting plans as commands ask for them: changes of who takes part, and former plans."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from api.errors import BadRequest
from api.jobs import read_document
from api.meetings import read_coalitions
from api.names import find_actor
from models.meetings import Absence, MeetingPlan, PlanSettings
from models.ports import Progress
from models.scores import CoalitionMembers
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.meetings.plan import Held


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
    if not all(part.isdecimal() and 0 < int(part) < 1000 for part in parts):
        raise BadRequest("rooms_not_read", value=value)
    return tuple(int(part) for part in parts)


def change_members(
    season: Season, coalition: CoalitionMembers, changes: Changes
) -> CoalitionMembers:
    """Give a coalition without those who left and with those who joined.

    Raises
    ------
    BadRequest
        `not_a_member`, `already_a_member`.
    NotFound
        If a name leads nowhere.
    """
    members = list(coalition.members)
    for name in changes.without:
        actor = find_actor(season, name)
        if actor not in members:
            raise BadRequest("not_a_member", name=name, coalition=coalition.id)
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
        `absence_not_read`, `absence_not_planned`, `not_a_member`.
    """
    absences = []
    for value in changes.absent:
        name, _, meeting = value.rpartition("=")
        if not name or not meeting.strip().isdecimal():
            raise BadRequest("absence_not_read", value=value)
        number, actor = int(meeting), find_actor(season, name.strip())
        if actor not in coalition.members:
            raise BadRequest("not_a_member", name=name, coalition=coalition.id)
        if not changes.held < number <= settings.meetings:
            first, last = changes.held + 1, settings.meetings
            raise BadRequest("absence_not_planned", meeting=number, first=first, last=last)
        absences.append(Absence(actor_id=actor, meeting=number))
    return tuple(absences)


def read_held(coalition: str, changes: Changes, settings: PlanSettings) -> "Held | None":
    """Read the meetings that were held by a former plan.

    Raises
    ------
    BadRequest
        `held_without_plan`, `held_too_many`, `not_a_plan`.
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


def plan_coalitions(
    season: Season,
    of: tuple[Path, str | None],
    settings: PlanSettings,
    changes: Changes,
    agendas: Path | None,
    progress: Progress,
) -> tuple[MeetingPlan, ...]:
    """Plan the meetings of a proposal's coalitions, or of one of them.

    Parameters
    ----------
    of : (Path, str or None)
        The proposal's file, and the coalition where only one is asked for.
    agendas : Path or None
        Folder of own agendas.
    """
    from data.exchange.agendas import read_agendas
    from matcher.meetings.plan import plan_meetings

    templates = read_agendas(agendas)
    coalitions = read_coalitions(season, *of)
    if changes.is_for_one and len(coalitions) > 1:
        raise BadRequest("one_coalition_only", known=", ".join(each.id for each in coalitions))
    plans = []
    for each in coalitions:
        now = change_members(season, each, changes)
        absences = read_absences(season, now, changes, settings)
        held = read_held(each.id, changes, settings)
        plans.append(
            plan_meetings(season, now, templates, settings, progress, absences=absences, held=held)
        )
    return tuple(plans)
