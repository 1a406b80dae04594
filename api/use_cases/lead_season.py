"""Lead a season to its next state."""

from api.use_cases.call import Call
from api.use_cases.create_season import SeasonSummary
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.text import Text


class Transition(Frozen):
    """What happens, such as `open` or `freeze`."""

    event: str


def lead_season(call: Call, given: Transition) -> SeasonSummary:
    """Let it happen.

    Raises
    ------
    WrongState
        `wrong_state`, with what can happen instead.
    """
    call.store.seasons.advance(call.at, given.event)
    if given.event == "freeze":
        keep_snapshot(call)
    return SeasonSummary(values=call.store.seasons.summarise(call.at.id))


def keep_snapshot(call: Call) -> None:
    """Keep the season as it is now, under the hash that proposals by its own settings have."""
    from matcher.core.settings import Options, settings_of
    from matcher.explain.compose import hash_input

    season = call.season
    if season.actors and season.challenges:
        hashed = hash_input(season, settings_of(season, Options()))
        call.store.snapshots.keep(call.at.id, hashed, season)


LEAD_SEASON = UseCase(
    action="season.lead",
    input=Transition,
    run=lead_season,
    title=Text(sv="För en säsong vidare", en="Lead a season on"),
    description=Text(
        sv="Öppnar, fryser, startar, stänger eller ställer in en säsong.",
        en="Opens, freezes, starts, closes or cancels a season.",
    ),
    reach=Reach.CHANGE,
    right="season.transition",
    event="season_led",
)
