"""Boards: proposals changed by hand, alone or with others, and what each hears of the others."""

import json
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples import boards as examples
from api.http.examples.runs import QUEUED
from api.http.responses import answers, located
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.boards import (
    BoardRequest,
    BoardView,
    HintsView,
    HintView,
    MovedView,
    MoveRequest,
    MoveView,
    PresenceRequest,
)
from api.http.schemas.common import LanguageQuery, ListPart, PageQuery
from api.http.schemas.runs import RunView
from api.http.streams import SENT, Sent, first_number, stream
from api.use_cases.boards import BoardAsked, BoardState
from api.use_cases.follow_board import FOLLOW_BOARD, BoardNews, NewsAsked
from api.use_cases.hint_board import HINT_BOARD, CardHeld
from api.use_cases.list_moves import LIST_MOVES, MovesAsked
from api.use_cases.move_card import MOVE_CARD, CardMove, Moved
from api.use_cases.open_board import OPEN_BOARD, NewBoard
from api.use_cases.read_board import READ_BOARD
from api.use_cases.settle_board import SETTLE_BOARD
from models.runs import Run
from models.season_places import Target

router = APIRouter(tags=["boards"])
BoardId = Annotated[
    str,
    Path(
        alias="board",
        min_length=1,
        max_length=26,
        description="Its id.",
        examples=[examples.BOARD_ID],
    ),
]
EMPTY = BoardRequest()


class HeldQuery(LanguageQuery):
    """Whose card is held."""

    actor: str


def _at(board: str) -> Target:
    return Target(kind="board", id=board)


@router.post(
    "/seasons/{season}/boards",
    operation_id="openBoard",
    status_code=201,
    response_model=BoardView,
    responses=answers(
        {201: examples.BOARD},
        "not_allowed",
        "not_found",
        "season_empty",
        "key_reused",
        "model_not_found",
        extra={201: located("readBoard", "board", has_version=False)},
    ),
)
def open_board(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[BoardRequest, Body(openapi_examples=examples.NEW_BOARD)] = EMPTY,
) -> Response:
    """Lay a proposal on a board, or coalitions that are empty yet.

    The first board of a season may take minutes, since its words are read.
    """
    asking.warm_words(season_at(season))

    def show(state: BoardState) -> Shown:
        view = BoardView.of(state)
        return Shown(view, 201, {"Location": f"/api/v1/boards/{view.id}"})

    given = NewBoard(proposal=body.proposal)
    return asking.order(OPEN_BOARD, given, show, season_at(season), key)


@router.get(
    "/boards/{board}",
    operation_id="readBoard",
    responses=answers({200: examples.BOARD}, "not_found", "board_outdated", "model_not_found"),
)
def read_board(query: Plain, board: BoardId, asking: Asking) -> BoardView:
    """Read a board as it stands."""
    asking.warm_words(_at(board))
    return BoardView.of(asking.ask(READ_BOARD, BoardAsked(), _at(board)))


@router.get(
    "/boards/{board}/moves",
    operation_id="listMoves",
    responses=answers({200: examples.MOVES}, "cursor_unknown", "not_found"),
)
def list_moves(
    query: Annotated[PageQuery, Query()], board: BoardId, asking: Asking
) -> ListPart[MoveView]:
    """List what was done on a board: who, when, what, and what it changed."""
    asked = MovesAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_MOVES, asked, _at(board), part="query")
    return ListPart(items=tuple(map(MoveView.of, page.items)), next=page.next)


@router.post(
    "/boards/{board}/moves",
    operation_id="moveCard",
    response_model=MovedView,
    responses=answers(
        {200: examples.MOVED},
        "move_incomplete",
        "not_allowed",
        "not_found",
        "seat_taken",
        "undo_blocked",
        "board_settled",
        "key_reused",
        "model_not_found",
    ),
)
def move_card(
    query: Plain,
    board: BoardId,
    asking: Asking,
    key: Key,
    body: Annotated[MoveRequest, Body(openapi_examples=examples.MOVE)],
) -> Response:
    """Take a step: move, swap, lock, unlock, ban, unban, undo, redo or restore.

    It holds if the card still is where you saw it; what others did to other cards is in
    nobody's way. `undo` takes back your own last step, never another's.
    """
    asking.warm_words(_at(board))
    given = CardMove(**body.model_dump())

    def show(moved: Moved) -> Shown:
        return Shown(MovedView.of(moved))

    return asking.order(MOVE_CARD, given, show, _at(board), key)


@router.get(
    "/boards/{board}/hints",
    operation_id="hintBoard",
    responses=answers({200: examples.HINTS}, "not_found", "board_outdated", "model_not_found"),
)
def hint_board(query: Annotated[HeldQuery, Query()], board: BoardId, asking: Asking) -> HintsView:
    """Say for every coalition what moving an actor there would gain and break."""
    asking.warm_words(_at(board))
    found = asking.ask(HINT_BOARD, CardHeld(actor=query.actor), _at(board), part="query")
    return HintsView(items=tuple(HintView(**dict(each)) for each in found.items))


@router.post(
    "/boards/{board}/presence",
    operation_id="holdCard",
    status_code=204,
    response_class=Response,
    responses=answers({}, "not_found", extra={204: {"description": "Others hear of it."}}),
)
def hold_card(
    query: Plain,
    board: BoardId,
    asking: Asking,
    key: Key,
    body: Annotated[PresenceRequest, Body(openapi_examples=examples.PRESENCE)],
) -> Response:
    """Tell the others at the board whose card you hold; it is kept nowhere."""
    asking.ask(FOLLOW_BOARD, NewsAsked(after=2**31), _at(board))
    caller = asking.caller
    told = {"by": caller.name or str(caller.kind), "actor": body.actor}
    asking.service.bell.say(f"board:{board}", f"presence {json.dumps(told)}")
    return Response(status_code=204)


@router.get(
    "/boards/{board}/events",
    operation_id="followBoard",
    response_class=Response,
    responses=answers({}, "not_found", extra={200: SENT}),
)
def follow_board(query: Plain, board: BoardId, asking: Asking, request: Request) -> Response:
    """Follow a board as server-sent events: `move`, `presence`, `bound`, `run` and `settled`.

    The `id` of a move is the board's version; a client that sends the last one as
    `Last-Event-ID` hears every move after it.
    """
    told: dict[str, object] = {}

    def read(after: int) -> tuple[Iterable[Sent], int, bool]:
        news = asking.ask(FOLLOW_BOARD, NewsAsked(after=after), _at(board))
        events = [Sent(each.version, "move", MoveView.of(each)) for each in news.moves]
        for name, body in _beside(news):
            if told.get(name) != body:
                told[name] = body
                events.append(Sent(None, name, body))
        return events, (news.moves[-1].version if news.moves else after), False

    return stream(asking, f"board:{board}", read, after=first_number(request))


def _beside(news: BoardNews) -> Iterable[tuple[str, dict[str, object]]]:
    """Give what is known of a board beside its moves."""
    kept = news.board
    if kept.bound is not None:
        yield "bound", {"bound": kept.bound, "version": kept.bound_version}
    if news.run is not None:
        yield "run", {"run": news.run_id, "state": news.run}
    if kept.state == "settled":
        yield "settled", {"version": kept.version, "run": news.run_id}


@router.post(
    "/boards/{board}/settle",
    operation_id="settleBoard",
    status_code=202,
    response_model=RunView,
    response_description="A run makes the proposal; follow it at its address.",
    responses=answers(
        {202: {**QUEUED, "kind": "settle"}},
        "not_allowed",
        "not_found",
        "board_settled",
        "key_reused",
        "model_not_found",
        extra={202: located("readRun", "run", has_version=False)},
    ),
)
def settle_board(query: Plain, board: BoardId, asking: Asking, key: Key) -> Response:
    """Make a verified proposal of a board as it stands; the board then ends."""
    asking.warm_words(_at(board))

    def show(run: Run) -> Shown:
        return Shown(RunView.of(run), 202, {"Location": f"/api/v1/runs/{run.id}"})

    return asking.order(SETTLE_BOARD, BoardAsked(), show, _at(board), key)
