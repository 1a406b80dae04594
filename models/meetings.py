"""A coalition's meetings: who sits with whom in each breakout round, and the agendas."""

from enum import StrEnum

from pydantic import Field

from models.frozen import Frozen
from models.text import Text


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


class Meeting(Frozen):
    """One meeting: its theme, minutes and agenda, and its breakout rounds."""

    number: int = Field(ge=1)
    theme: Text
    minutes: int
    agenda: tuple[AgendaItem, ...]
    rounds: tuple[BreakoutRound, ...]


class MeetingPlan(Frozen):
    """The meetings of one coalition, and how many pairs meet in them.

    Attributes
    ----------
    coalition : str
    pairs_possible : int
        All pairs of members.
    pairs_met : int
        Pairs that share a room at least once.
    most_repeats : int
        How often the pair that meets most meets again: its meetings less one.
    bound : int
        A proven upper bound of `pairs_met`.
    status : PlanStatus
        `optimal` where nothing more could be met (under the aim's own conditions).
    repeats : tuple of int
        How many pairs meet 0, 1, 2, … times.
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
