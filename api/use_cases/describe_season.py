"""Tell of a season: its own values, and how many of each kind of thing it has."""

from api.use_cases.call import Call
from api.use_cases.create_season import SeasonSummary
from api.use_cases.read_season import Nothing
from api.use_cases.use_case import Reach, UseCase
from models.text import Text


def describe_season(call: Call, given: Nothing) -> SeasonSummary:
    """Give the season that the address names."""
    return SeasonSummary(values=call.store.seasons.summarise(call.at.id))


DESCRIBE_SEASON = UseCase(
    action="season.describe",
    input=Nothing,
    run=describe_season,
    title=Text(sv="Beskriv en säsong", en="Describe a season"),
    description=Text(
        sv="Visar säsongens läge och inställningar, och hur många den har av varje slag.",
        en="Shows a season's state and settings, and how many things of each kind it has.",
    ),
    reach=Reach.STORE,
)
