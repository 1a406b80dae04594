"""Make a proposal of a board as it stands."""

from api.use_cases.boards import BoardAsked, insist_on_open, memberships_of
from api.use_cases.call import Call
from api.use_cases.start_run import queue_run
from api.use_cases.use_case import Reach, UseCase
from models.errors import WrongState
from models.runs import Run, RunKind
from models.text import Text


def settle_board(call: Call, given: BoardAsked) -> Run:
    """Queue a run that writes and verifies the proposal, and end the board.

    Raises
    ------
    WrongState
        `board_settled`; `board_empty`.
    """
    store, id_ = call.store, call.thing
    kept = store.boards.read(id_, to_change=True)
    insist_on_open(kept)
    board = call.table.open_board(call, kept)
    coalitions = memberships_of(call, board)
    if not coalitions:
        raise WrongState("board_empty")
    store.boards.settle(id_)
    store.ring(f"board:{id_}")
    asked = {"coalitions": coalitions, "proposal": kept.proposal_id, "board": id_}
    return queue_run(call, RunKind.SETTLE, asked)


SETTLE_BOARD = UseCase(
    action="board.settle",
    input=BoardAsked,
    run=settle_board,
    title=Text(sv="Fastställ ett bord", en="Settle a board"),
    description=Text(
        sv="Gör ett kontrollerat förslag av bordet som det ligger.",
        en="Makes a verified proposal of a board as it stands.",
    ),
    reach=Reach.CHANGE,
    right="board.move",
    event="board_settled",
)
