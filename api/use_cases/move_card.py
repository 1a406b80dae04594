"""Take a step on a board: move, swap, lock, ban, undo, redo, restore."""

from typing import TYPE_CHECKING

from pydantic import Field

from api.use_cases.boards import insist_on_open
from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.boards import BoardChange, BoardOp
from models.errors import BadRequest, NotFound, WrongState
from models.frozen import Frozen
from models.messages import say
from models.text import Text

if TYPE_CHECKING:
    from matcher.board import Board

BOUND_AFTER_S = 1.5
"""Seconds after the last step until the sizes on the board are bounded."""


class CardMove(Frozen):
    """What somebody does.

    Attributes
    ----------
    actor : str or None
        Whose card; of undo, redo and restore nobody's.
    from_, to : str or None
        Coalitions, or None for the pool; `from_` is where the person saw the card.
    other : str or None
        Of a swap, who is in `to` and comes to `from_`.
    version : int or None
        Of a restore, the version to go back to.
    """

    op: BoardOp
    actor: str | None = None
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    other: str | None = None
    version: int | None = Field(default=None, ge=0)
    note: str = ""


class Moved(Frozen):
    """What a step changed, and how the board now stands.

    Attributes
    ----------
    bound : float or None
        The best F that sizes as these allow, as far as it is known.
    undo : int or None
        The step that the same person's undo would take back.
    """

    change: BoardChange
    bound: float | None
    undo: int | None


def move_card(call: Call, given: CardMove) -> Moved:
    """Take the step on the board that the address names, if the card still is where it was seen.

    Raises
    ------
    BadRequest
        `move_incomplete`: the step needs an actor, a coalition or a version that is not given.
    NotFound
        `actor_not_found`, `seat_not_found`, `version_not_found`.
    WrongState
        `seat_taken` and others of `matcher.board`; `undo_blocked`; `board_settled`.
    """
    store, id_ = call.store, call.thing
    kept = store.boards.read(id_, to_change=True)
    insist_on_open(kept)
    board = call.table.open_board(call, kept)
    try:
        after, change = _take(call, board, given)
    except WrongState as error:
        raise _with_who(call, error, given) from error
    except NotFound as error:
        raise NotFound(error.code, **error.params, field=_field_of(error, given)) from error
    told = given.model_dump(mode="json", by_alias=True, exclude_none=True)
    store.boards.add_move(id_, told, after.step(after.version), change, call.caller)
    store.jobs.add("bound", call.at.id, id_, BOUND_AFTER_S)
    for topic in (f"board:{id_}", "jobs"):
        store.ring(topic)
    store.when_kept(lambda: call.table.keep_board(call, id_, after))
    is_bounded = kept.bound_version == kept.version and not change.gain and not change.changed
    mine = _mine(call, after.standing)
    return Moved(change=change, bound=kept.bound if is_bounded else None, undo=mine)


def _take(call: Call, board: "Board", given: CardMove) -> tuple["Board", BoardChange]:
    op = given.op
    if op is BoardOp.UNDO:
        number = _mine(call, board.standing)
        if number is None:
            raise WrongState("nothing_to_undo")
        return board.undo(number)
    if op is BoardOp.REDO:
        number = _mine(call, board.undone)
        if number is None:
            raise WrongState("nothing_to_redo")
        return board.redo(number)
    if op is BoardOp.RESTORE:
        if given.version is None:
            raise BadRequest("move_incomplete", field="version")
        return board.restore(given.version)
    if given.actor is None:
        raise BadRequest("move_incomplete", field="actor")
    if op is BoardOp.MOVE:
        return board.move(given.actor, given.from_, given.to)
    if op is BoardOp.SWAP:
        if given.other is None:
            raise BadRequest("move_incomplete", field="other")
        return board.swap(given.actor, given.from_, given.other, given.to)
    coalition = given.to or given.from_
    if coalition is None:
        raise BadRequest("move_incomplete", field="to")
    do = {
        BoardOp.LOCK: board.lock,
        BoardOp.UNLOCK: board.unlock,
        BoardOp.BAN: board.ban,
        BoardOp.UNBAN: board.unban,
    }[op]
    return do(given.actor, coalition)


def _field_of(error: NotFound, given: CardMove) -> str:
    """Give the field of what was asked that leads nowhere."""
    name = error.params["name"]
    told = given.model_dump(mode="json", by_alias=True)
    return next((field for field, value in told.items() if value == name), "actor")


def _mine(call: Call, steps: tuple[int, ...]) -> int | None:
    """Give the last of some steps that the caller took."""
    callers = call.store.boards.callers_of(call.thing, steps)
    return next((step for step in reversed(steps) if callers.get(step) == call.caller.id), None)


def _with_who(call: Call, error: WrongState, given: CardMove) -> WrongState:
    """Say of a card that is elsewhere who moved it, where and when, and of a later step whose."""
    store, id_ = call.store, call.thing
    if error.code == "seat_taken":
        named = {given.actor, given.other}
        for move in reversed(store.boards.read_moves(id_, 0)):
            marks = (*move.step.on, *move.step.off)
            if any(mark.kind == "seat" and mark.actor in named for mark in marks):
                who = say("card_moved_by", by=move.caller_name or move.caller, at=move.at)
                return WrongState(error.code, **{**error.params, "who": who})
    if error.code in ("undo_blocked", "redo_blocked"):
        later = store.boards.read_move(id_, int(str(error.params["later"])))
        who = say("step_taken_by", by=later.caller_name or later.caller, at=later.at)
        return WrongState(error.code, **{**error.params, "who": who})
    return error


MOVE_CARD = UseCase(
    action="board.move",
    input=CardMove,
    run=move_card,
    title=Text(sv="Flytta ett kort", en="Move a card"),
    description=Text(
        sv="Flyttar, byter, låser, stänger ute eller ångrar på ett bord, och säger vad det gav.",
        en="Moves, swaps, locks, bans or takes back on a board, and says what came of it.",
    ),
    reach=Reach.CHANGE,
    right="board.move",
    event="board_moved",
)
