"""A plan with its dates, and what every page and table of it counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations

from api.show.naming import name_coalition
from models.actors import Actor
from models.encounters import list_members
from models.hosts import NO_HOST, Host, say_host
from models.meetings import Meeting, MeetingPlan, Room
from models.seasons import Season
from models.sectors import Sector
from models.text import Text
from models.ties import TieKind
from models.wording import alphabetical

Pair = tuple[str, str]
"""Two actors by id, the smaller one first."""


@dataclass(frozen=True)
class PlannedRoom:
    """One room of one round; all counted from 1."""

    meeting: Meeting
    round: int
    number: int
    room: Room


@dataclass(frozen=True)
class Planned:
    """The meetings of a coalition, and when they start.

    Attributes
    ----------
    season : Season
    plan : MeetingPlan
        Of one of its coalitions.
    starts : tuple of datetime or None
        One for each meeting, aware, None where it is not known; or none at all.
    host : Host
        Who holds the season.
    """

    season: Season
    plan: MeetingPlan
    starts: tuple[datetime | None, ...] = ()
    host: Host = NO_HOST

    def __post_init__(self) -> None:
        """Refuse dates that do not belong to the meetings.

        Raises
        ------
        ValueError
            If there are starts, but not one for each meeting.
        """
        if self.starts and len(self.starts) != len(self.plan.meetings):
            raise ValueError("there must be one start for each meeting, or none")

    @property
    def title(self) -> str:
        """What the coalition is called."""
        return name_coalition(self.season, self.plan.coalition)

    @property
    def organiser(self) -> Text | None:
        """Who holds the season and how to reach them, where that is stated."""
        return say_host(self.host)

    @property
    def dated(self) -> Iterator[tuple[Meeting, datetime | None]]:
        """The meetings with their starts."""
        for number, meeting in enumerate(self.plan.meetings):
            yield meeting, self.starts[number] if self.starts else None

    @property
    def seatings(self) -> Iterator[PlannedRoom]:
        """Every room, in order."""
        for meeting in self.plan.meetings:
            for number, breakout in enumerate(meeting.rounds, start=1):
                for place, room in enumerate(breakout.rooms, start=1):
                    yield PlannedRoom(meeting, number, place, room)

    @cached_property
    def members(self) -> tuple[Actor, ...]:
        """Everybody who sits in some round, by sector, then by name."""
        return self.sort(list_members(self.plan))

    @cached_property
    def times(self) -> Counter[Pair]:
        """How many times pairs sit in the same room."""
        return Counter(
            pair
            for seating in self.seatings
            for pair in combinations(sorted(seating.room.members), 2)
        )

    @cached_property
    def ties(self) -> dict[Pair, TieKind]:
        """The ties of the season."""
        return {to_pair(tie.actor_a, tie.actor_b): tie.kind for tie in self.season.ties}

    def actor(self, actor_id: str) -> Actor:
        """Give an actor by id."""
        return self.season.actors[self.season.actor_index[actor_id]]

    def sort(self, actor_ids: tuple[str, ...]) -> tuple[Actor, ...]:
        """Give actors by sector, then by name."""
        order = list(Sector)
        return tuple(
            sorted(
                (self.actor(id_) for id_ in actor_ids),
                key=lambda actor: (order.index(actor.sector), alphabetical(actor.name), actor.id),
            )
        )


def to_pair(one: str, other: str) -> Pair:
    """Give two ids as a pair."""
    return (one, other) if one < other else (other, one)
