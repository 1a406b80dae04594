"""What a coalition is called: its challenge's title, numbered where there are several."""

from collections.abc import Sequence

from models.meetings import DoubleBooking
from models.messages import say
from models.seasons import Season
from models.text import Text


def name_coalition(season: Season, coalition_id: str) -> str:
    """Name a coalition by its id, `challenge/number`."""
    challenge_id, _, number = coalition_id.rpartition("/")
    place = season.challenge_index.get(challenge_id)
    if place is None:
        return coalition_id
    challenge = season.challenges[place]
    return f"{challenge.title} ({number})" if challenge.coalitions > 1 else challenge.title


def say_double_booked(season: Season, booked: Sequence[DoubleBooking]) -> list[Text]:
    """Say who has a meeting of which other coalition at the same time."""
    return [
        say(
            "double_booked",
            name=season.actors[season.actor_index[each.actor_id]].name,
            meeting=each.meeting,
            title=name_coalition(season, each.coalition),
        )
        for each in booked
    ]
