"""List a season's runs."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.pages import LARGEST_PAGE, PAGE, Page
from models.runs import Run
from models.text import Text


class RunsAsked(Frozen):
    """How many are listed, and from where."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_runs(call: Call, given: RunsAsked) -> Page[Run]:
    """Give a page of them, by when they were asked for.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    """
    return call.store.runs.list_page(call.at.id, given.limit, given.cursor)


LIST_RUNS = UseCase(
    action="run.list",
    input=RunsAsked,
    run=list_runs,
    title=Text(sv="Lista körningar", en="List runs"),
    description=Text(
        sv="Visar säsongens körningar i den ordning de begärdes.",
        en="Shows a season's runs in the order in which they were asked for.",
    ),
    reach=Reach.STORE,
)
