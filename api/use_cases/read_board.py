"""Tell how a board stands."""

from api.use_cases.boards import BoardAsked, BoardState, tell_board
from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.text import Text


def read_board(call: Call, given: BoardAsked) -> BoardState:
    """Tell how the board stands that the address names.

    Raises
    ------
    WrongState
        `board_outdated`: the season has somebody no longer who is on it.
    ModelMissing, Cancelled
        As their names say.
    """
    return tell_board(call, call.thing, given)


READ_BOARD = UseCase(
    action="board.read",
    input=BoardAsked,
    run=read_board,
    title=Text(sv="Läs ett bord", en="Read a board"),
    description=Text(
        sv="Visar bordets koalitioner, deras värden och vilka som är utanför.",
        en="Shows a board's coalitions, what each is worth, and who is in none.",
    ),
    reach=Reach.STORE,
)
