"""Give a season whole, to be written out."""

from api.use_cases.call import Call
from api.use_cases.filled import insist_on_filled
from api.use_cases.use_case import UseCase
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
    insist_on_filled(call.season)
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
