"""Documents read back after the meetings: meeting plans, and summaries of earlier seasons."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from api.jobs import read_document
from api.meeting_plans import read_plans
from models.errors import BadRequest
from models.outcomes import Outcomes, SeasonFigures
from models.scores import CoalitionMembers
from models.seasons import Season

Rooms = Mapping[str, tuple[tuple[str, ...], ...]]
"""By coalition, the members of each room of each round."""


def read_rooms(
    paths: Iterable[Path], season: Season, coalitions: Iterable[CoalitionMembers]
) -> Rooms:
    """Read who sat together from the plans of all coalitions, late joiners included.

    Raises
    ------
    BadRequest
        `not_a_plan` for a file that is none, `plan_of_others` for a plan that seats somebody
        who is no actor of the season, `plan_missing` for a coalition without a plan.
    """
    rooms = {
        plan.coalition: tuple(
            room.members
            for meeting in plan.meetings
            for each in meeting.rounds
            for room in each.rooms
        )
        for path in paths
        for plan in read_plans(path)
    }
    for coalition in coalitions:
        if coalition.id not in rooms:
            raise BadRequest("plan_missing", coalition=coalition.id)
        seated = {member for room in rooms[coalition.id] for member in room}
        if strangers := sorted(seated - season.actor_index.keys()):
            raise BadRequest("plan_of_others", coalition=coalition.id, name=strangers[0])
    return rooms


def read_earlier(paths: Iterable[Path], current: str) -> tuple[SeasonFigures, ...]:
    """Read the figures of earlier seasons, each once, in the order given.

    A summary brings the seasons before it along, so that the last one is enough.

    Parameters
    ----------
    current : str
        `content_sha256` of the proposal that is summarised now.

    Raises
    ------
    BadRequest
        `no_outcomes` for a file that is no summary; `earlier_is_this` where a summary of the
        same proposal is among them: the difference of two would show who answered between.
    """
    points: dict[str, SeasonFigures] = {}
    for path in paths:
        document = read_document(path)
        try:
            outcomes = Outcomes.model_validate(document)
        except ValidationError as error:
            raise BadRequest("no_outcomes", path=path, reason=error.errors()[0]["msg"]) from error
        for point in (*outcomes.earlier, outcomes.point):
            points.setdefault(point.proposal_sha256, point)
    if current in points:
        raise BadRequest("earlier_is_this", season=points[current].season)
    return tuple(points.values())
