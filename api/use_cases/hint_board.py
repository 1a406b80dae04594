"""Say for every coalition of a board what moving an actor there would mean."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.boards import BoardHint
from models.frozen import Frozen
from models.text import Text


class CardHeld(Frozen):
    """Whose card is held."""

    actor: str


class BoardHints(Frozen):
    """A hint for every coalition, in the board's order."""

    items: tuple[BoardHint, ...]


def hint_board(call: Call, given: CardHeld) -> BoardHints:
    """Give the hints.

    Raises
    ------
    NotFound
        `actor_not_found`.
    WrongState
        `seat_locked`; `board_outdated`.
    """
    board = call.table.open_board(call, call.store.boards.read(call.thing))
    return BoardHints(items=board.hints(given.actor))


HINT_BOARD = UseCase(
    action="board.hint",
    input=CardHeld,
    run=hint_board,
    title=Text(sv="Se vad ett kort skulle ge", en="See what a card would give"),
    description=Text(
        sv="Säger för varje koalition vad en aktör skulle tillföra där, och vad den skulle bryta.",
        en="Says for every coalition what an actor would gain there, and what it would break.",
    ),
    reach=Reach.STORE,
)
