"""Tell what is new on a board."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.boards import KeptBoard, KeptMove
from models.frozen import Frozen
from models.text import Text


class NewsAsked(Frozen):
    """The version after which news are wanted."""

    after: int = Field(ge=0)


class BoardNews(Frozen):
    """What was done since, how the board is kept, and the run that settles it, if one does."""

    board: KeptBoard
    moves: tuple[KeptMove, ...]
    run_id: str | None
    run: str | None


def follow_board(call: Call, given: NewsAsked) -> BoardNews:
    """Give what is new."""
    store = call.store
    run = store.runs.find_settling(call.thing)
    return BoardNews(
        board=store.boards.read(call.thing),
        moves=store.boards.read_moves(call.thing, given.after),
        run_id=run.id if run else None,
        run=run.state if run else None,
    )


FOLLOW_BOARD = UseCase(
    action="board.follow",
    input=NewsAsked,
    run=follow_board,
    title=Text(sv="Följ ett bord", en="Follow a board"),
    description=Text(
        sv="Säger vad som hänt på bordet sedan sist.",
        en="Says what happened on a board since last time.",
    ),
    reach=Reach.STORE,
)
