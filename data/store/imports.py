"""Imports of the store: files that were read, and what the last ones brought."""

from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data.store.tables import ImportRow
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.kept_imports import KeptImport
from models.kept_seasons import SeasonContent
from models.lifecycles import IMPORT


class StoredImports:
    """The imports that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        season_id: str,
        base_version: int,
        state: str,
        told: dict[str, Any],
        content: SeasonContent | None,
        made_by: str,
    ) -> str:
        """Keep files that were read, and give the import's id.

        `told` are the faults, the warnings and the plan.
        """
        id_ = new_id()
        self._session.execute(
            insert(ImportRow).values(
                id=id_,
                season_id=season_id,
                state=state,
                base_version=base_version,
                content=None if content is None else content.model_dump_json(),
                decisions={},
                made_by=made_by,
                created_at=stamp_now(),
                applied_at=None,
                **told,
            )
        )
        return id_

    def add_applied(self, season_id: str, content: SeasonContent, made_by: str) -> None:
        """Keep what files brought into a season at once."""
        told: dict[str, Any] = {"faults": [], "warnings": [], "plan": None}
        id_ = self.add(season_id, 0, "planned", told, content, made_by)
        self.advance(id_, "apply", applied_at=stamp_now())

    def read(self, id_: str, *, to_change: bool = False) -> KeptImport:
        """Read an import, or raise `NotFound`."""
        query = select(ImportRow).where(ImportRow.id == id_)
        row = self._session.scalar(query.with_for_update() if to_change else query)
        if row is None:
            raise NotFound("not_found")
        return KeptImport(**{name: getattr(row, name) for name in KeptImport.model_fields})

    def read_content(self, id_: str) -> SeasonContent:
        """Read what the files of an import hold."""
        text = self._session.scalars(select(ImportRow.content).where(ImportRow.id == id_)).one()
        return SeasonContent.model_validate_json(text or "")

    def find_base(self, season_id: str) -> SeasonContent | None:
        """Read what files brought last; None where none did."""
        text = self._session.scalar(
            select(ImportRow.content)
            .where(ImportRow.season_id == season_id, ImportRow.state == "applied")
            .order_by(ImportRow.applied_at.desc(), ImportRow.id)
            .limit(1)
        )
        return None if text is None else SeasonContent.model_validate_json(text)

    def advance(self, id_: str, event: str, **values: Any) -> KeptImport:
        """Lead an import to its next state.

        Raises
        ------
        WrongState
            `wrong_state`.
        """
        now = self.read(id_, to_change=True)
        state = IMPORT.advance(now.state, event)
        self._session.execute(
            update(ImportRow).where(ImportRow.id == id_).values(state=state, **values)
        )
        return now.evolve(state=state)
