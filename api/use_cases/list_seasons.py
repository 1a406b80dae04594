"""List the seasons that somebody has a role in."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_seasons import ListedSeason
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class SeasonsAsked(Frozen):
    """How many are listed, and from where."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_seasons(call: Call, given: SeasonsAsked) -> Page[ListedSeason]:
    """Give a page of them.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    """
    return call.store.seasons.list_page(call.caller, given.limit, given.cursor)


LIST_SEASONS = UseCase(
    action="season.list",
    input=SeasonsAsked,
    run=list_seasons,
    title=Text(sv="Lista säsonger", en="List seasons"),
    description=Text(
        sv="Visar de säsonger som den som frågar har en roll i.",
        en="Shows the seasons that whoever asks has a role in.",
    ),
    reach=Reach.STORE,
    right="season.list",
)
