"""Plan who sits with whom in which room, who hosts, when, and the agendas."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.meeting_dates import Calendar, Dated, find_moved, set_starts, settle_dates
from api.use_cases.names import choose_coalitions, find_actor
from api.use_cases.use_case import UseCase
from models.agendas import AgendaTemplate
from models.bookings import (
    Occasion,
    find_double_bookings,
    list_occasions,
    note_double_bookings,
)
from models.encounters import list_members
from models.errors import BadRequest
from models.frozen import Frozen
from models.meetings import Absence, Aim, MeetingPlan, PlanSettings
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.seasons import Season
from models.text import Text

if TYPE_CHECKING:
    from matcher.meetings.plan import HeldMeetings


MOST_TURNS = 10
"""So often are dates settled around one another at most."""


class Away(Frozen):
    """An actor, by id or exact name, who is away from one meeting."""

    actor: str
    meeting: int = Field(ge=0)


class MeetingOrder(Frozen):
    """What is asked of a plan.

    Attributes
    ----------
    proposal : Proposal
        Need not agree with the season, as long as its actors and challenges are there.
    coalition : str or None
        One of it; else every one.
    settings : PlanSettings
    templates : tuple of AgendaTemplate
    calendar : Calendar
    without, joined : tuple of str
        Who is no longer with the coalition, and who is from now on; ids or exact names.
    absent : tuple of Away
    former : tuple of MeetingPlan or None
        The plans by which meetings were held.
    held : int
        How many meetings were held by them.
    skips_absent : bool
        Whether who cannot come on a chosen date gets no seat there.
    place, link : str or None
        Where the meetings are; else where the former plan or the season's settings say.
    """

    proposal: Proposal
    coalition: str | None = None
    settings: PlanSettings = PlanSettings()
    templates: tuple[AgendaTemplate, ...]
    calendar: Calendar = Calendar()
    without: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    absent: tuple[Away, ...] = ()
    former: tuple[MeetingPlan, ...] | None = None
    held: int = Field(default=0, ge=0)
    skips_absent: bool = False
    place: str | None = None
    link: str | None = Field(default=None, pattern="^(https?://.*)?$")

    @property
    def is_for_one(self) -> bool:
        """Whether it can only be meant for one coalition."""
        return bool(self.without or self.joined or self.absent)

    def aiming_at(self, aim: Aim) -> "MeetingOrder":
        """Give the same order with another aim."""
        return self.evolve(settings=self.settings.evolve(aim=aim))


@dataclass(frozen=True)
class Made:
    """A plan with how many members it is for, how its dates were chosen, and which moved."""

    plan: MeetingPlan
    members: int
    dated: Dated
    moved: tuple[tuple[int, datetime, datetime | None], ...] = ()


def plan(call: Call, given: MeetingOrder) -> tuple[Made, ...]:
    """Plan the meetings of coalitions; no words are read.

    Raises
    ------
    NotFound
        `coalition_not_found`, or if a name leads nowhere.
    BadRequest
        `proposal_of_other_season`; `one_coalition_only`: changes meant for one of several;
        `not_in_coalition`, `already_a_member`, `absence_not_planned`; `held_without_plan`,
        `held_too_many`, `not_a_plan`, `plan_of_others`; as `settle_dates` does.
    InputError
        `rooms_do_not_fit`, `rounds_too_many`, `nobody_there`.
    """
    coalitions = list_coalitions(call.season, given.proposal, given.coalition)
    if given.is_for_one and len(coalitions) > 1:
        known = ", ".join(each.id for each in coalitions)
        raise BadRequest("one_coalition_only", known=known, field="coalition")
    tables = [_lay(call, each, given) for each in coalitions]
    _settle(call, tables, given)
    made = [_plan(call, table, tables, given) for table in tables]
    stand = [plan for plan in given.former or () if plan.coalition not in _list_ids(tables)]
    noted = note_double_bookings([each.plan for each in made], stand)
    return tuple(replace(each, plan=plan) for each, plan in zip(made, noted, strict=True))


def list_coalitions(
    season: Season, proposal: Proposal, coalition: str | None
) -> tuple[CoalitionMembers, ...]:
    """Give the coalitions of a proposal, or one of them.

    Meetings follow from who the members are, so that no words are read and an older
    proposal will do.

    Raises
    ------
    BadRequest
        `proposal_of_other_season`.
    NotFound
        `coalition_not_found`, with the known ones.
    """
    for each in proposal.memberships:
        unknown = [each.challenge_id] if each.challenge_id not in season.challenge_index else []
        unknown += [id_ for id_ in each.members if id_ not in season.actor_index]
        if unknown:
            raise BadRequest("proposal_of_other_season", name=unknown[0], field="proposal")
    return choose_coalitions(proposal.memberships, coalition)


@dataclass
class _Table:
    """What is known of a coalition before its members are seated."""

    members: CoalitionMembers
    told: tuple[Absence, ...]
    held: "HeldMeetings | None"
    minutes: list[int]
    first: int
    dated: Dated = field(default_factory=Dated)

    @property
    def former(self) -> MeetingPlan | None:
        """The plan by which meetings were held."""
        return None if self.held is None else self.held.plan

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """The meetings to be planned that have a date."""
        return tuple(
            Occasion(self.members.id, number, start, minutes, frozenset(self.members.members))
            for number, (start, minutes) in enumerate(
                zip(self.dated.starts, self.minutes, strict=False), start=self.first + 1
            )
            if start is not None
        )


def _lay(call: Call, coalition: CoalitionMembers, given: MeetingOrder) -> _Table:
    """Read what is asked of one coalition."""
    from matcher.meetings.agenda import choose_templates

    now = _change_members(call, coalition, given)
    themes = choose_templates(given.templates, given.settings.meetings)[given.held :]
    return _Table(
        members=now,
        told=_read_absences(call, now, given),
        held=_find_held(call.season, coalition.id, given),
        minutes=[theme.minutes for theme in themes],
        first=given.held,
    )


def _settle(call: Call, tables: list[_Table], given: MeetingOrder) -> None:
    """Settle all dates, each coalition's around the others', until none of them changes."""
    for _ in range(MOST_TURNS):
        before = [table.dated.starts for table in tables]
        for table in tables:
            elsewhere = _list_elsewhere(table, tables, given)
            table.dated = settle_dates(
                *(call.season, table.members, given.calendar, table.minutes),
                *(table.former, given.held, elsewhere),
            )
        if [table.dated.starts for table in tables] == before:
            return


def _list_elsewhere(own: _Table, tables: list[_Table], given: MeetingOrder) -> list[Occasion]:
    """Give the meetings of other coalitions."""
    planned = [each for other in tables if other is not own for each in other.occasions]
    stand = [plan for plan in given.former or () if plan.coalition not in _list_ids(tables)]
    return [*planned, *(each for plan in stand for each in list_occasions(plan))]


def _list_ids(tables: list[_Table]) -> set[str]:
    """Give the coalitions that are planned now."""
    return {table.members.id for table in tables}


def _plan(call: Call, table: _Table, tables: list[_Table], given: MeetingOrder) -> Made:
    """Plan the meetings of one coalition."""
    from matcher import plan

    dated = table.dated
    skipped = dated.absences if given.skips_absent else ()
    elsewhere = _list_elsewhere(table, tables, given)
    booked = [
        Absence(actor_id=twice.actor_id, meeting=own.meeting)
        for own in table.occasions
        for twice in find_double_bookings(own, elsewhere)
    ]
    made = plan(
        *(call.season, table.members, given.templates, given.settings, call.progress),
        absences=(*table.told, *skipped),
        unsure=(*(() if given.skips_absent else dated.absences), *booked),
        held=table.held,
    )
    made = set_starts(made, dated, given.held)
    made = _set_venue(call, made, table.former, given)
    moved = find_moved(table.former, made, given.held)
    return Made(made, len(table.members.members), dated, moved)


def _set_venue(
    call: Call, made: MeetingPlan, former: MeetingPlan | None, given: MeetingOrder
) -> MeetingPlan:
    """Say where the meetings are: as asked now, else as before, else as the season states."""
    host = call.work.host
    place = given.place if given.place is not None else (former and former.place) or host.place
    link = given.link if given.link is not None else (former and former.link) or host.link
    return made.evolve(place=" ".join(place.split()), link=link)


def _change_members(
    call: Call, coalition: CoalitionMembers, given: MeetingOrder
) -> CoalitionMembers:
    """Give a coalition without those who left and with those who joined."""
    members = list(coalition.members)
    for number, name in enumerate(given.without):
        way = f"without.{number}"
        actor = find_actor(call.season, name, call.viewer, way)
        if actor not in members:
            raise BadRequest("not_in_coalition", name=name, coalition=coalition.id, field=way)
        members.remove(actor)
    for number, name in enumerate(given.joined):
        way = f"joined.{number}"
        actor = find_actor(call.season, name, call.viewer, way)
        if actor in members:
            raise BadRequest("already_a_member", name=name, coalition=coalition.id, field=way)
        members.append(actor)
    return coalition.evolve(members=tuple(sorted(members)))


def _read_absences(
    call: Call, coalition: CoalitionMembers, given: MeetingOrder
) -> tuple[Absence, ...]:
    """Give who is away from which meeting."""
    absences = []
    for number, away in enumerate(given.absent):
        way = f"absent.{number}"
        actor = find_actor(call.season, away.actor, call.viewer, f"{way}.actor")
        if actor not in coalition.members:
            words = {"name": away.actor, "coalition": coalition.id}
            raise BadRequest("not_in_coalition", **words, field=f"{way}.actor")
        if not given.held < away.meeting <= given.settings.meetings:
            first, last = given.held + 1, given.settings.meetings
            span = {"meeting": away.meeting, "first": first, "last": last}
            raise BadRequest("absence_not_planned", **span, field=f"{way}.meeting")
        absences.append(Absence(actor_id=actor, meeting=away.meeting))
    return tuple(absences)


def _find_held(season: Season, coalition: str, given: MeetingOrder) -> "HeldMeetings | None":
    """Find the meetings that were held by a former plan."""
    from matcher.meetings.plan import HeldMeetings

    if given.former is None:
        if given.held:
            raise BadRequest("held_without_plan", field="held")
        return None
    former = next((each for each in given.former if each.coalition == coalition), None)
    if former is None:
        raise BadRequest("not_a_plan", coalition=coalition, field="former")
    if strangers := sorted(set(list_members(former)) - season.actor_index.keys()):
        words = {"coalition": coalition, "name": strangers[0]}
        raise BadRequest("plan_of_others", **words, field="former")
    most = min(given.settings.meetings, len(former.meetings))
    if given.held >= given.settings.meetings or given.held > len(former.meetings):
        raise BadRequest("held_too_many", meetings=most, field="held")
    return HeldMeetings(former, given.held)


PLAN_MEETINGS = UseCase(
    action="meetings.plan",
    input=MeetingOrder,
    run=plan,
    title=Text(sv="Planera träffar", en="Plan meetings"),
    description=Text(
        sv="Planerar vem som sitter med vem i vilket rum, vem som är värd, när, och dagordningar.",
        en="Plans who sits with whom in which room, who hosts, when, and the agendas.",
    ),
    position=31,
)
