"""Boards over HTTP."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Requested, Told
from api.use_cases.boards import BoardState
from api.use_cases.move_card import Moved
from models.boards import BestSwap, BoardOp, CoalitionSheet, KeptMove
from models.scores import Conflict, Penalty


class BoardRequest(Requested):
    """A new board."""

    proposal: str | None = Field(
        default=None, description="What it begins from; empty coalitions where it is left out."
    )


class MoveRequest(Requested):
    """A step: `from` is where you saw the card, null is the pool."""

    op: BoardOp
    actor: str | None = None
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    other: str | None = Field(default=None, description="Of a swap: who comes the other way.")
    version: int | None = Field(default=None, ge=0, description="Of a restore: back to this one.")
    note: str = Field(default="", max_length=500)


class PresenceRequest(Requested):
    """Whose card you hold; nobody's where it is null."""

    actor: str | None = None


class SheetView(Told):
    """A coalition on the board: who is in it, and how it stands."""

    coalition: str
    challenge_id: str
    members: tuple[str, ...]
    size: int
    total: float
    scores: dict[str, float]
    broken: tuple[Conflict, ...]
    penalties: tuple[Penalty, ...]


class SeatView(Told):
    """An actor in a coalition."""

    actor: str
    coalition: str


class BoardView(Told):
    """A board as it stands."""

    id: str
    proposal: str | None
    state: str = Field(description="`open` or `settled`.")
    version: int
    objective: float
    bound: float | None = Field(description="The best that sizes as these allow.")
    bound_version: int | None
    coalitions: tuple[SheetView, ...]
    pool: tuple[str, ...]
    locked: tuple[SeatView, ...]
    banned: tuple[SeatView, ...]

    @classmethod
    def of(cls, state: BoardState) -> "BoardView":
        """Give the view of a board."""
        kept = state.board
        return cls(
            id=kept.id,
            proposal=kept.proposal_id,
            state=kept.state,
            version=kept.version,
            objective=state.objective,
            bound=kept.bound,
            bound_version=kept.bound_version,
            coalitions=tuple(
                SheetView(
                    challenge_id=each.challenge_id,
                    members=each.members,
                    **{name: getattr(each.sheet, name) for name in CoalitionSheet.model_fields},
                )
                for each in state.coalitions
            ),
            pool=state.pool,
            locked=tuple(SeatView(actor=a, coalition=c) for a, c in state.locked),
            banned=tuple(SeatView(actor=a, coalition=c) for a, c in state.banned),
        )


class MovedView(Told):
    """What a step changed, and how the board now stands."""

    version: int
    changed: tuple[CoalitionSheet, ...]
    gain: float = Field(description="Change of F.")
    objective: float
    bound: float | None
    undo: int | None = Field(description="The step that your undo would take back.")

    @classmethod
    def of(cls, moved: Moved) -> "MovedView":
        """Give the view of what a step changed."""
        change = moved.change
        own = {name: getattr(change, name) for name in ("version", "changed", "gain", "objective")}
        return cls(**own, bound=moved.bound, undo=moved.undo)


class MoveView(Told):
    """A step that was taken."""

    version: int
    op: BoardOp
    actor: str | None
    from_: str | None = Field(serialization_alias="from")
    to: str | None
    other: str | None
    note: str
    takes_back: int | None
    by: str
    at: str
    changed: tuple[CoalitionSheet, ...]
    gain: float
    objective: float

    @classmethod
    def of(cls, move: KeptMove) -> "MoveView":
        """Give the view of a step."""
        given: dict[str, Any] = dict(move.given)
        change = move.change
        return cls(
            version=move.version,
            op=move.op,
            actor=given.get("actor"),
            from_=given.get("from"),
            to=given.get("to"),
            other=given.get("other"),
            note=given.get("note", ""),
            takes_back=move.step.takes_back,
            by=move.caller_name or move.caller,
            at=move.at,
            changed=change.changed,
            gain=change.gain,
            objective=change.objective,
        )


class HintView(Told):
    """What it would mean to move an actor to a coalition."""

    coalition: str
    gain: float
    breaks: tuple[Conflict, ...]
    best_swap: BestSwap | None


class HintsView(Told):
    """A hint for every coalition."""

    items: tuple[HintView, ...]
