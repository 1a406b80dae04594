"""Boards of the store, with every step that was taken on them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.tables import BoardRow, MoveRow
from models.boards import BoardChange, BoardStep, KeptBoard, KeptMove
from models.callers import Caller
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.pages import Page
from models.proposals import Settings
from models.scores import CoalitionMembers

OPEN, SETTLED = "open", "settled"


class StoredBoards:
    """The boards that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        season_id: str,
        proposal_id: str | None,
        settings: Settings,
        members: tuple[CoalitionMembers, ...],
        caller: Caller,
    ) -> str:
        """Keep a board as it is laid, and give its id."""
        id_ = new_id()
        self._session.execute(
            insert(BoardRow).values(
                id=id_,
                season_id=season_id,
                proposal_id=proposal_id,
                settings=settings.model_dump(mode="json"),
                members=[each.model_dump(mode="json") for each in members],
                state=OPEN,
                version=0,
                bound=None,
                bound_version=None,
                made_by=caller.name,
                created_at=stamp_now(),
            )
        )
        return id_

    def read(self, id_: str, *, to_change: bool = False) -> KeptBoard:
        """Read a board; others who want to change it then wait. Raises `NotFound`."""
        query = select(BoardRow).where(BoardRow.id == id_)
        row = self._session.scalar(query.with_for_update() if to_change else query)
        if row is None:
            raise NotFound("not_found")
        return KeptBoard(**{name: getattr(row, name) for name in KeptBoard.model_fields})

    def read_steps(self, id_: str, after: int) -> tuple[BoardStep, ...]:
        """Read the steps that were taken after a version, in order."""
        rows = self._session.scalars(
            select(MoveRow.step)
            .where(MoveRow.board_id == id_, MoveRow.version > after)
            .order_by(MoveRow.version)
        )
        return tuple(map(BoardStep.model_validate, rows))

    def read_moves(self, id_: str, after: int, most: int = 1_000) -> tuple[KeptMove, ...]:
        """Read what was done after a version, in order."""
        rows = self._session.scalars(
            select(MoveRow)
            .where(MoveRow.board_id == id_, MoveRow.version > after)
            .order_by(MoveRow.version)
            .limit(most)
        )
        return tuple(map(_to_move, rows))

    def read_move(self, id_: str, version: int) -> KeptMove:
        """Read one step with who took it."""
        row = self._session.get_one(MoveRow, (id_, version))
        return _to_move(row)

    def list_moves(self, id_: str, limit: int, cursor: str | None) -> Page[KeptMove]:
        """List what was done on a board, in order."""
        query = select(MoveRow).where(MoveRow.board_id == id_)
        return take_page(
            self._session, query, (MoveRow.version,), limit, cursor, lambda row: _to_move(row[0])
        )

    def callers_of(self, id_: str, versions: tuple[int, ...]) -> dict[int, str]:
        """Give who took some steps, by version."""
        rows = self._session.execute(
            select(MoveRow.version, MoveRow.caller).where(
                MoveRow.board_id == id_, MoveRow.version.in_(versions)
            )
        )
        return {row.version: row.caller for row in rows}

    def add_move(
        self,
        id_: str,
        given: Mapping[str, Any],
        step: BoardStep,
        change: BoardChange,
        caller: Caller,
    ) -> KeptMove:
        """Keep a step, and count it."""
        move = MoveRow(
            board_id=id_,
            version=change.version,
            op=str(step.op),
            given=dict(given),
            step=step.model_dump(mode="json"),
            answer=change.model_dump(mode="json"),
            caller=caller.id,
            caller_name=caller.name,
            at=stamp_now(),
        )
        self._session.add(move)
        self._session.execute(
            update(BoardRow).where(BoardRow.id == id_).values(version=change.version)
        )
        self._session.flush()
        return _to_move(move)

    def note_bound(self, id_: str, version: int, bound: float) -> None:
        """Keep the best that the sizes on a board allowed at a version, unless a later is known."""
        self._session.execute(
            update(BoardRow)
            .where(
                BoardRow.id == id_,
                BoardRow.bound_version.is_(None) | (BoardRow.bound_version <= version),
            )
            .values(bound=bound, bound_version=version)
        )

    def settle(self, id_: str) -> None:
        """End a board: a proposal was made of it."""
        self._session.execute(update(BoardRow).where(BoardRow.id == id_).values(state=SETTLED))


def _to_move(row: MoveRow) -> KeptMove:
    return KeptMove(
        version=row.version,
        op=row.op,
        given=row.given,
        step=row.step,
        change=row.answer,
        caller=row.caller,
        caller_name=row.caller_name,
        at=row.at,
    )
