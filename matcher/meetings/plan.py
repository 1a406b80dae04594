"""The meetings of a coalition: who sits with whom in which round, who hosts, and the agendas."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

from matcher.core.arrays import Ints
from matcher.meetings.agenda import choose_templates, lay_agenda
from matcher.meetings.hosts import choose_hosts
from matcher.meetings.rooms import size_rooms
from matcher.meetings.search import count_lacks
from matcher.meetings.seating import AWAY, Gathering
from matcher.meetings.seats import find_seats
from models.agendas import AgendaTemplate
from models.errors import Fault, InputError
from models.meetings import (
    Absence,
    BreakoutRound,
    Meeting,
    MeetingPlan,
    PlanSettings,
    PlanStatus,
    Room,
)
from models.ports.progress import Progress
from models.scores import CoalitionMembers
from models.seasons import Season

SAME_COUNTY = 0.5
"""What two of one county cost a room's mixture beside two of one sector."""


@dataclass(frozen=True)
class HeldMeetings:
    """A former plan whose first meetings stand, since they were held."""

    plan: MeetingPlan
    meetings: int

    @property
    def rounds(self) -> tuple[BreakoutRound, ...]:
        """The rounds that were held."""
        return tuple(r for m in self.plan.meetings[: self.meetings] for r in m.rounds)


def plan_meetings(
    season: Season,
    coalition: CoalitionMembers,
    templates: tuple[AgendaTemplate, ...],
    settings: PlanSettings,
    progress: Progress,
    *,
    absences: Sequence[Absence] = (),
    unsure: Sequence[Absence] = (),
    held: HeldMeetings | None = None,
) -> MeetingPlan:
    """Plan the meetings of a coalition.

    Parameters
    ----------
    season : Season
    coalition : CoalitionMembers
        Its members from now on: without those who left, with those who joined.
    templates : tuple of AgendaTemplate
        At least one.
    settings : PlanSettings
    progress : Progress
    absences : sequence of Absence
        Who is away from which of the meetings that are planned.
    unsure : sequence of Absence
        Who has a seat there though it has said that it cannot come; it does not host.
    held : HeldMeetings, optional
        Meetings of a former plan that stay as they were.

    Raises
    ------
    InputError
        `rooms_do_not_fit`: the rooms don't have the members' number of seats;
        `nobody_there`: everybody is away from a meeting;
        `rounds_too_many`: the agenda has no time for so many rounds.
    """
    before = () if held is None else held.rounds
    first = 0 if held is None else held.meetings
    ids = _list_people(coalition, before)
    themes = choose_templates(templates, settings.meetings)
    agendas = [lay_agenda(theme, settings.rounds) for theme in themes[first:]]
    gathering = _gather(season, coalition, ids, settings, first, absences, before)
    seats = find_seats(gathering, settings.aim, settings.seed, settings.effort, progress)
    rooms = [room for each in before for room in each.rooms]
    hosted = tuple(ids.index(room.host) for room in rooms if room.host in room.members)
    doubted = {(absence.actor_id, absence.meeting) for absence in unsure}
    doubts = np.array(
        [
            [(id_, first + 1 + r // settings.rounds) in doubted for id_ in ids]
            for r in range(gathering.rounds)
        ]
    )
    hosts = choose_hosts(seats.rooms, gathering.sector, hosted, doubts)
    rounds = [_seat(ids, row, chosen) for row, chosen in zip(seats.rooms, hosts, strict=True)]
    planned = tuple(
        Meeting(
            number=first + k + 1,
            theme=themes[first + k].theme,
            minutes=themes[first + k].minutes,
            agenda=agenda,
            rounds=tuple(rounds[k * settings.rounds : (k + 1) * settings.rounds]),
        )
        for k, agenda in enumerate(agendas)
    )
    stand = () if held is None else held.plan.meetings[:first]
    counts = np.bincount(seats.met[np.triu_indices(len(ids), 1)])
    return MeetingPlan(
        coalition=coalition.id,
        pairs_possible=comb(len(ids), 2),
        pairs_met=seats.pairs,
        most_repeats=max(0, len(counts) - 2),
        bound=seats.bound,
        meetings=(*stand, *planned),
        aim=settings.aim,
        seed=settings.seed,
        status=PlanStatus.OPTIMAL if seats.pairs == seats.bound else PlanStatus.FEASIBLE,
        repeats=tuple(counts.tolist()),
        lacking=count_lacks(gathering, seats.rooms),
    )


def _list_people(coalition: CoalitionMembers, before: Sequence[BreakoutRound]) -> list[str]:
    """List the ids of all who ever take part."""
    seated = {id_ for each in before for room in each.rooms for id_ in room.members}
    return sorted(seated | set(coalition.members))


def _gather(
    season: Season,
    coalition: CoalitionMembers,
    ids: list[str],
    settings: PlanSettings,
    first: int,
    absences: Sequence[Absence],
    before: Sequence[BreakoutRound],
) -> Gathering:
    """Lay out who gathers, round by round."""
    actors = [season.actors[season.actor_index[id_]] for id_ in ids]
    position = {id_: i for i, id_ in enumerate(ids)}
    away = {(absence.actor_id, absence.meeting) for absence in absences}
    members = frozenset(coalition.members)
    present = np.array(
        [
            [id_ in members and (id_, meeting) not in away for id_ in ids]
            for meeting in range(first + 1, settings.meetings + 1)
            for _ in range(settings.rounds)
        ]
    )
    for row, meeting in zip(
        present[:: settings.rounds], range(first + 1, settings.meetings + 1), strict=True
    ):
        if not row.any():
            raise InputError((Fault.given("absent", None, "nobody_there", meeting=meeting),))
    kept = np.full((len(before), len(ids)), AWAY, dtype=np.int64)
    for row, each in zip(kept, before, strict=True):
        for number, room in enumerate(each.rooms):
            row[[position[id_] for id_ in room.members]] = number
    ties = np.zeros((len(ids), len(ids)), dtype=np.bool_)
    for tie in season.ties:
        if tie.actor_a in position and tie.actor_b in position:
            a, b = position[tie.actor_a], position[tie.actor_b]
            ties[a, b] = ties[b, a] = True
    sectors = sorted({actor.sector for actor in actors})
    sector = np.array([sectors.index(actor.sector) for actor in actors])
    counties = np.array([actor.place.county for actor in actors])
    same_county = (counties[:, None] == counties) & (counties != "")
    alike = (sector[:, None] == sector) + SAME_COUNTY * same_county
    np.fill_diagonal(alike, 0.0)
    return Gathering(
        present=present,
        sizes=tuple(size_rooms(int(row.sum()), len(members), settings.rooms) for row in present),
        kept=kept,
        sector=sector,
        alike=alike,
        ties=ties,
    )


def _seat(ids: list[str], row: Ints, hosts: list[int]) -> BreakoutRound:
    """Name who sits in each room of a round."""
    return BreakoutRound(
        rooms=tuple(
            Room(host=ids[host], members=tuple(ids[a] for a in np.flatnonzero(row == room)))
            for room, host in enumerate(hosts)
        )
    )
