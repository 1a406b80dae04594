"""The options of meetings as what is asked of a plan: rooms, and who is away."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.errors import BadRequest
from models.meetings import MOST_ROOMS

if TYPE_CHECKING:
    from api.use_cases.plan_meetings import Away


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


def read_absences(options: Iterable[str]) -> "tuple[Away, ...]":
    """Read `ACTOR=MEETING`.

    Raises
    ------
    BadRequest
        `absence_not_read`: anything else.
    """
    from api.use_cases.plan_meetings import Away

    absences = []
    for option in options:
        name, _, meeting = option.rpartition("=")
        if not name or not meeting.strip().isdecimal():
            raise BadRequest("absence_not_read", value=option)
        absences.append(Away(actor=name.strip(), meeting=int(meeting)))
    return tuple(absences)
