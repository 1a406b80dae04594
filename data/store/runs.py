"""Runs of the store."""

from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.tables import RunRow
from models.callers import Caller
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.lifecycles import RUN
from models.pages import Page
from models.runs import Run, RunKind


class StoredRuns:
    """The runs that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, season_id: str, kind: RunKind, given: dict[str, Any], caller: Caller) -> str:
        """Keep a run that waits, and give its id."""
        id_ = new_id()
        self._session.execute(
            insert(RunRow).values(
                id=id_,
                season_id=season_id,
                kind=str(kind),
                board_id=given.get("board"),
                given=given,
                state=RUN.first,
                stage="",
                progress=0.0,
                gap=None,
                change=1,
                proposal_id=None,
                result=None,
                error=None,
                caller=caller.id,
                created_at=stamp_now(),
                ended_at=None,
            )
        )
        return id_

    def read(self, id_: str) -> Run:
        """Read a run as it is now, or raise `NotFound`."""
        row = self._session.scalar(
            select(RunRow).where(RunRow.id == id_).execution_options(populate_existing=True)
        )
        if row is None:
            raise NotFound("not_found")
        return _to_run(row)

    def read_given(self, id_: str) -> dict[str, Any]:
        """Read what a run was asked for."""
        return dict(self._session.scalars(select(RunRow.given).where(RunRow.id == id_)).one())

    def find_settling(self, board_id: str) -> Run | None:
        """Give the run that settles a board; None where none does."""
        query = select(RunRow).where(RunRow.board_id == board_id, RunRow.kind == "settle")
        row = self._session.scalars(query.order_by(RunRow.created_at.desc()).limit(1)).first()
        return None if row is None else _to_run(row)

    def list_page(self, season_id: str, limit: int, cursor: str | None) -> Page[Run]:
        """List a season's runs, by when they were asked for."""
        query = select(RunRow).where(RunRow.season_id == season_id)
        keys = (RunRow.created_at, RunRow.id)
        return take_page(self._session, query, keys, limit, cursor, lambda row: _to_run(row[0]))

    def advance(self, id_: str, event: str, **values: Any) -> Run:
        """Lead a run to its next state, with what else is then known.

        Raises
        ------
        WrongState
            `wrong_state`.
        """
        row = self._session.scalars(select(RunRow).where(RunRow.id == id_).with_for_update()).one()
        row.state = RUN.advance(row.state, event)
        for name, value in values.items():
            setattr(row, name, value)
        row.change += 1
        if not RUN.events_of(row.state):
            row.ended_at = stamp_now()
        self._session.flush()
        return _to_run(row)

    def note(self, id_: str, stage: str, progress: float, gap: float | None) -> None:
        """Note how far a run has come; progress never falls, and a known gap stays."""
        values: dict[str, Any] = {"stage": stage, "change": RunRow.change + 1}
        if gap is not None:
            values["gap"] = gap
        self._session.execute(
            update(RunRow).where(RunRow.id == id_, RunRow.state == "running").values(values)
        )
        self._session.execute(
            update(RunRow)
            .where(RunRow.id == id_, RunRow.progress < progress, RunRow.state == "running")
            .values(progress=progress)
        )


def _to_run(row: RunRow) -> Run:
    return Run(**{name: getattr(row, name) for name in Run.model_fields})
