"""Ways to mend a coalition, as they were offered."""

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from data.store.tables import RepairRow
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.invitations import Repair


class StoredRepairs:
    """The repairs that one session reads or offers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def offer(self, repairs: tuple[Repair, ...], coalition_id: str) -> tuple[Repair, ...]:
        """Keep what is offered for a coalition, in the place of what was offered before."""
        self._session.execute(delete(RepairRow).where(RepairRow.coalition_id == coalition_id))
        kept = tuple(each.evolve(id=new_id(), created_at=stamp_now()) for each in repairs)
        if kept:
            self._session.execute(
                insert(RepairRow), [each.model_dump(mode="json") for each in kept]
            )
        return kept

    def read(self, id_: str) -> Repair:
        """Read a repair, or raise `NotFound`."""
        row = self._session.get(RepairRow, id_)
        if row is None:
            raise NotFound("not_found")
        return Repair(**{name: getattr(row, name) for name in Repair.model_fields})
