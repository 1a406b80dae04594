"""One coalition's meetings as the organiser's page shows them."""

from dataclasses import dataclass
from datetime import datetime

from api.show.naming import say_double_booked
from api.show.planned import Planned, to_pair
from models.actors import Actor
from models.clock import say_clock, say_when, time_agenda, to_local
from models.meetings import AgendaItem, Aim, Meeting, MeetingPlan, PlanStatus, Room
from models.messages import say
from models.numbers import count
from models.text import Text
from models.viewers import is_hidden
from models.wording import sentence_case, sentences


@dataclass(frozen=True)
class AgendaRow:
    """An item with the time when it begins, where the date is known."""

    clock: Text | None
    item: AgendaItem


@dataclass(frozen=True)
class RoomCard:
    """Who sits in a room: the host first, then by sector and name."""

    number: int
    host: Actor
    others: tuple[Actor, ...]


@dataclass(frozen=True)
class MeetingSection:
    """A meeting with its agenda and its rooms by round."""

    meeting: Meeting
    when: Text | None
    start: datetime | None
    agenda: tuple[AgendaRow, ...]
    rounds: tuple[tuple[RoomCard, ...], ...]
    booked: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Cell:
    """How many times two members meet; None for a member and itself."""

    times: int | None
    is_tie: bool = False


@dataclass(frozen=True)
class MatrixRow:
    """A member with its number, whom it meets, and when it hosts."""

    number: int
    actor: Actor
    cells: tuple[Cell, ...]
    hosts: tuple[Text, ...]


@dataclass(frozen=True)
class PlanSection:
    """A coalition's plan in words and rows."""

    anchor: str
    title: str
    sentence: Text
    figures: tuple[tuple[Text, Text], ...]
    repeats: tuple[tuple[int, int], ...]
    meetings: tuple[MeetingSection, ...]
    matrix: tuple[MatrixRow, ...]
    has_hidden: bool
    planned: Planned


def plan_section(planned: Planned, place: int) -> PlanSection:
    """Put the section of the coalition at a place, from 1, together."""
    plan = planned.plan
    figures = (
        ("meet_pairs_met", plan.pairs_met),
        ("meet_possible", plan.pairs_possible),
        ("meet_bound", plan.bound),
        ("meet_most", plan.most_repeats + 1 if plan.pairs_met else 0),
        ("meet_members", len(planned.members)),
    )
    return PlanSection(
        anchor=f"plan-{place}",
        title=planned.title,
        sentence=sentences([say_pairs(plan), say_lacking(plan)]),
        figures=tuple((say(code), count(value)) for code, value in figures),
        repeats=tuple((times, pairs) for times, pairs in enumerate(plan.repeats) if pairs),
        meetings=tuple(_section(planned, meeting, start) for meeting, start in planned.dated),
        matrix=_matrix(planned),
        has_hidden=any(map(is_hidden, planned.members)),
        planned=planned,
    )


def say_pairs(plan: MeetingPlan) -> Text:
    """Say how many pairs meet, and whether more could have met."""
    even = "even_" if plan.aim is Aim.EVEN else ""
    proof = "proven" if plan.status is PlanStatus.OPTIMAL else "bounded"
    return say(
        f"plan_{even}{proof}",
        met=plan.pairs_met,
        possible=plan.pairs_possible,
        bound=plan.bound,
    )


def say_lacking(plan: MeetingPlan) -> Text:
    """Say how mixed the rooms are."""
    return say("plan_lacking" if plan.lacking else "plan_no_lack", lacking=plan.lacking)


def say_hosting(meeting: Meeting, round_number: int, room: int) -> Text:
    """Name a room to host; the round where the meeting has several."""
    code = "sheet_host_of" if len(meeting.rounds) == 1 else "sheet_host_of_round"
    return say(code, meeting=meeting.number, round=round_number, room=room)


def agenda_rows(meeting: Meeting, start: datetime | None, zone: str) -> tuple[AgendaRow, ...]:
    """Give the agenda, with times of day where the date is known."""
    if start is None:
        return tuple(AgendaRow(None, item) for item in meeting.agenda)
    return tuple(
        AgendaRow(say_clock(at, zone), item) for at, item in time_agenda(meeting, start, zone)
    )


def _section(planned: Planned, meeting: Meeting, start: datetime | None) -> MeetingSection:
    zone = planned.season.time_zone
    return MeetingSection(
        meeting=meeting,
        when=None if start is None else sentence_case(say_when(start, meeting.minutes, zone)),
        start=None if start is None else to_local(start, zone),
        agenda=agenda_rows(meeting, start, zone),
        rounds=tuple(
            tuple(_card(planned, n, room) for n, room in enumerate(breakout.rooms, start=1))
            for breakout in meeting.rounds
        ),
        booked=tuple(say_double_booked(planned.season, meeting.double_booked)),
    )


def _card(planned: Planned, number: int, room: Room) -> RoomCard:
    others = tuple(id_ for id_ in room.members if id_ != room.host)
    return RoomCard(number, planned.actor(room.host), planned.sort(others))


def _matrix(planned: Planned) -> tuple[MatrixRow, ...]:
    hosts: dict[str, list[Text]] = {actor.id: [] for actor in planned.members}
    for seating in planned.seatings:
        told = say_hosting(seating.meeting, seating.round, seating.number)
        hosts[seating.room.host].append(told)
    return tuple(
        MatrixRow(
            number=number,
            actor=actor,
            cells=tuple(_cell(planned, actor, other) for other in planned.members),
            hosts=tuple(hosts[actor.id]),
        )
        for number, actor in enumerate(planned.members, start=1)
    )


def _cell(planned: Planned, one: Actor, other: Actor) -> Cell:
    if one is other:
        return Cell(None)
    pair = to_pair(one.id, other.id)
    return Cell(planned.times[pair], pair in planned.ties)
