"""Edit a season's own settings."""

from typing import Any

from api.use_cases.call import Call
from api.use_cases.create_season import SeasonSummary
from api.use_cases.use_case import Reach, UseCase
from models.errors import Outdated
from models.frozen import Frozen
from models.text import Text


class SeasonEdit(Frozen):
    """The settings that change, and the version that they were changed from."""

    settings: dict[str, Any]
    version: int | None = None


def edit_season(call: Call, given: SeasonEdit) -> SeasonSummary:
    """Read the settings that are given by the checks of files, and keep them.

    Raises
    ------
    InputError
        With every fault.
    Outdated
        `stale`.
    """
    store, season = call.store, call.at
    version = store.seasons.bump(season.id)
    if given.version is not None and version != given.version + 1:
        raise Outdated("stale", version=version - 1)
    stated = dict(call.reader.read_settings(given.settings))
    if "weights" in stated:
        stated["weights"] = {each.criterion: each.weight for each in stated["weights"]}
    if "effort" in stated:
        stated["effort"] = str(stated["effort"])
    if stated:
        store.seasons.change(season.id, stated)
    return SeasonSummary(values=store.seasons.summarise(season.id))


EDIT_SEASON = UseCase(
    action="season.edit",
    input=SeasonEdit,
    run=edit_season,
    title=Text(sv="Ändra en säsongs inställningar", en="Edit a season's settings"),
    description=Text(
        sv="Ändrar namn, vikter, balans och annat som gäller hela säsongen.",
        en="Changes the name, weights, balance and whatever else holds for the whole season.",
    ),
    reach=Reach.CHANGE,
    right="season.edit",
    event="season_edited",
)
