"""Boards of a store: what use cases about them share."""

from typing import TYPE_CHECKING

from api.use_cases.call import Call
from models.boards import CoalitionSheet, KeptBoard
from models.errors import WrongState
from models.frozen import Frozen

if TYPE_CHECKING:
    from matcher.board import Board


class BoardAsked(Frozen):
    """Nothing is given: the board that the address names is meant."""


class SeatedCoalition(Frozen):
    """A coalition on a board: who is in it, and how it stands."""

    id: str
    challenge_id: str
    members: tuple[str, ...]
    sheet: CoalitionSheet


class BoardState(Frozen):
    """A board as it stands.

    Attributes
    ----------
    pool : tuple of str
        Actors who could join a coalition, or another one.
    locked, banned : tuple of (actor, coalition)
    """

    board: KeptBoard
    coalitions: tuple[SeatedCoalition, ...]
    pool: tuple[str, ...]
    locked: tuple[tuple[str, str], ...]
    banned: tuple[tuple[str, str], ...]
    objective: float


def tell_board(call: Call, id_: str, given: BoardAsked) -> BoardState:
    """Tell how a board stands."""
    kept = call.store.boards.read(id_)
    board = call.table.open_board(call, kept)
    actors, slots = call.season.actors, board.problem.slots
    return BoardState(
        board=kept,
        coalitions=tuple(
            SeatedCoalition(
                id=slot.id,
                challenge_id=slot.challenge.id,
                members=tuple(actors[a].id for a in members.tolist()),
                sheet=sheet,
            )
            for slot, members, sheet in zip(slots, board.members, board.sheets(), strict=True)
        ),
        pool=board.pool,
        locked=board.locked,
        banned=board.banned,
        objective=board.objective,
    )


def insist_on_open(kept: KeptBoard) -> None:
    """Refuse to change a board that was settled.

    Raises
    ------
    WrongState
        `board_settled`.
    """
    if kept.state != "open":
        raise WrongState("board_settled")


def memberships_of(call: Call, board: "Board") -> list[dict[str, object]]:
    """Give the coalitions that have members, as scoring takes them."""
    actors = call.season.actors
    return [
        {
            "id": slot.id,
            "challenge_id": slot.challenge.id,
            "members": [actors[a].id for a in members.tolist()],
        }
        for slot, members in zip(board.problem.slots, board.members, strict=True)
        if len(members)
    ]
