"""A coalition's meetings: who sits with whom in each breakout round, and the agendas."""

from enum import StrEnum

from pydantic import AwareDatetime, Field

from models.frozen import Frozen
from models.seasons import Effort
from models.text import Text

MOST_MEETINGS, MOST_ROUNDS, MOST_ROOMS = 12, 12, 40


class Aim(StrEnum):
    """What a plan seeks first."""

    PAIRS = "pairs"
    """As many different pairs as possible meet; then few repeats; then mixed rooms."""
    EVEN = "even"
    """No pair meets much oftener than another, at the cost of pairs that never meet."""
    SECTORS = "sectors"
    """Every room has every sector that is large enough for it; then as many pairs as possible."""


class PlanStatus(StrEnum):
    """Whether more different pairs could have met."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


class PlanSettings(Frozen):
    """What is asked of a plan.

    Attributes
    ----------
    meetings : int
    rounds : int
        Breakout rounds in each meeting.
    rooms : tuple of int
        One number: how many rooms, whose sizes differ by one at most. Several: their sizes
        with every member there.
    aim : Aim
    seed : int
    effort : Effort
    """

    meetings: int = Field(default=4, ge=1, le=MOST_MEETINGS)
    rounds: int = Field(default=1, ge=1, le=MOST_ROUNDS)
    rooms: tuple[int, ...] = Field(default=(3,), min_length=1, max_length=MOST_ROOMS)
    aim: Aim = Aim.PAIRS
    seed: int = Field(default=1, ge=0)
    effort: Effort = Effort.NORMAL


class Absence(Frozen):
    """A member who is away from one meeting."""

    actor_id: str
    meeting: int = Field(ge=1)


class AgendaItem(Frozen):
    """One point of a meeting's agenda.

    Attributes
    ----------
    title, text : Text
        What it is called, and what happens in it.
    minutes : int
    round : int or None
        Which of the meeting's breakout rounds is held then, from 1; None in plenary.
    """

    title: Text
    text: Text
    minutes: int = Field(gt=0)
    round: int | None = Field(default=None, ge=1)


class Room(Frozen):
    """Who sits together in one breakout round; members by id, the host among them."""

    host: str
    members: tuple[str, ...] = Field(min_length=1)


class BreakoutRound(Frozen):
    """One breakout round: every member who is there sits in one room."""

    rooms: tuple[Room, ...]


class DoubleBooking(Frozen):
    """A member who has a meeting of another coalition at the same hour."""

    actor_id: str
    coalition: str
    meeting: int = Field(ge=1)


class Meeting(Frozen):
    """One meeting: its theme, minutes and agenda, its breakout rounds, and its start if known.

    `double_booked` names members who have a meeting of another coalition at the same hour.
    """

    number: int = Field(ge=1)
    theme: Text
    minutes: int
    agenda: tuple[AgendaItem, ...]
    rounds: tuple[BreakoutRound, ...]
    start: AwareDatetime | None = None
    double_booked: tuple[DoubleBooking, ...] = ()


class MeetingPlan(Frozen):
    """The meetings of one coalition, and how many pairs meet in them.

    Attributes
    ----------
    coalition : str
    pairs_possible : int
        All pairs of those who ever take part.
    pairs_met : int
        Pairs that share a room at least once.
    most_repeats : int
        How often the pair that meets most meets again: its meetings less one.
    bound : int
        A proven upper bound of `pairs_met`; for the aim `even`, of plans in which no pair
        meets oftener than in this one.
    status : PlanStatus
        `optimal` where `pairs_met` reaches the bound.
    repeats : tuple of int
        How many pairs meet 0, 1, 2, … times.
    lacking : int
        How often a room lacks a sector that has a member for every room.
    place, link : str
        Where the meetings are, and the address of their page or call; empty where not stated.
    """

    coalition: str
    pairs_possible: int
    pairs_met: int
    most_repeats: int
    bound: int
    meetings: tuple[Meeting, ...]
    aim: Aim
    seed: int
    status: PlanStatus
    repeats: tuple[int, ...]
    lacking: int
    place: str = ""
    link: str = ""
