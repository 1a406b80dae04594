"""Remove a season with all that goes with it."""

from api.use_cases.call import Call
from api.use_cases.remove_part import Removed
from api.use_cases.use_case import Reach, UseCase
from models.errors import Outdated
from models.frozen import Frozen
from models.text import Text


class SeasonRemoval(Frozen):
    """The version that was seen of the season."""

    version: int | None = None


def remove_season(call: Call, given: SeasonRemoval) -> Removed:
    """Remove it.

    Raises
    ------
    Outdated
        `stale`.
    """
    season = call.at
    version = call.store.seasons.bump(season.id)
    if given.version is not None and version != given.version + 1:
        raise Outdated("stale", version=version - 1)
    call.store.seasons.remove(season.id)
    return Removed(id=season.id)


REMOVE_SEASON = UseCase(
    action="season.remove",
    input=SeasonRemoval,
    run=remove_season,
    title=Text(sv="Ta bort en säsong", en="Remove a season"),
    description=Text(
        sv="Tar bort ett utkast eller en inställd säsong med allt som hör till den.",
        en="Removes a draft or a cancelled season with all that goes with it.",
    ),
    reach=Reach.CHANGE,
    right="season.remove",
    event="season_removed",
)
