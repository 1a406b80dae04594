"""Give a season whole, to be written out."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.errors import WrongState
from models.frozen import Frozen
from models.kept_seasons import SeasonContent
from models.text import Text


class Export(Frozen):
    """Nothing is given: the season at hand is meant."""


def export_season(call: Call, given: Export) -> SeasonContent:
    """Give the season at hand with all that belongs to it.

    Raises
    ------
    WrongState
        `season_empty`: files without actors or challenges are no season.
    """
    if not (call.season.actors and call.season.challenges):
        raise WrongState("season_empty")
    return call.content


EXPORT_SEASON = UseCase(
    action="season.export",
    input=Export,
    run=export_season,
    title=Text(sv="Exportera en säsong", en="Export a season"),
    description=Text(
        sv="Ger säsongen med allt som hör till den, för att skrivas som filer.",
        en="Gives the season with all that belongs to it, to be written as files.",
    ),
)
