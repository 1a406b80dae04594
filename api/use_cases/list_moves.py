"""List what was done on a board: who, when, what."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.boards import KeptMove
from models.frozen import Frozen
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class MovesAsked(Frozen):
    """How many are listed, and from where."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_moves(call: Call, given: MovesAsked) -> Page[KeptMove]:
    """Give a page of them, in order.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    """
    return call.store.boards.list_moves(call.thing, given.limit, given.cursor)


LIST_MOVES = UseCase(
    action="board.history",
    input=MovesAsked,
    run=list_moves,
    title=Text(sv="Se bordets historik", en="See a board's history"),
    description=Text(
        sv="Visar vem som gjorde vad på bordet, och när.",
        en="Shows who did what on a board, and when.",
    ),
    reach=Reach.STORE,
)
