"""What a member may know of a meeting plan: with whom it sits, as others may be shown."""

from pydantic import Field

from models.frozen import Frozen
from models.meetings import MeetingPlan
from models.seasons import Season
from models.viewers import may_see, member_of


class Encounter(Frozen):
    """One breakout round as one of its members sees it.

    Actors who are hidden from others are counted, never named.

    Attributes
    ----------
    meeting, round, room : int
        Counted from 1; rounds within their meeting, rooms within their round.
    others : tuple of str
        Ids of those in the room who may be named.
    unnamed : int
        How many more there are.
    host : str or None
        Id of the host; None where it may not be named.
    is_host : bool
        Whether the member itself hosts.
    """

    meeting: int = Field(ge=1)
    round: int = Field(ge=1)
    room: int = Field(ge=1)
    others: tuple[str, ...]
    unnamed: int = Field(ge=0)
    host: str | None
    is_host: bool


def find_encounters(season: Season, plan: MeetingPlan, actor_id: str) -> tuple[Encounter, ...]:
    """Give the rounds in which a member sits, in the plan's order; none where it is away.

    They are made for the member itself to see.
    """
    viewer = member_of(actor_id)

    def may_name(other: str) -> bool:
        return may_see(viewer, season.actors[season.actor_index[other]])

    found = []
    for meeting in plan.meetings:
        for round_number, breakout in enumerate(meeting.rounds, start=1):
            for number, room in enumerate(breakout.rooms, start=1):
                if actor_id not in room.members:
                    continue
                named = [id_ for id_ in room.members if id_ != actor_id and may_name(id_)]
                found.append(
                    Encounter(
                        meeting=meeting.number,
                        round=round_number,
                        room=number,
                        others=tuple(named),
                        unnamed=len(room.members) - 1 - len(named),
                        host=room.host if may_name(room.host) else None,
                        is_host=room.host == actor_id,
                    )
                )
    return tuple(found)


def list_members(plan: MeetingPlan) -> tuple[str, ...]:
    """Give everybody who sits in some round, in order of id."""
    seated = {
        actor_id
        for meeting in plan.meetings
        for breakout in meeting.rounds
        for room in breakout.rooms
        for actor_id in room.members
    }
    return tuple(sorted(seated))
