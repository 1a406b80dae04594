"""Seasons as they were, without what is personal: kept once, never changed."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data.store.tables import SnapshotRow
from models.clock import stamp_now
from models.errors import NotFound
from models.receipts import reduce_season
from models.seasons import Season


class StoredSnapshots:
    """The snapshots that one session reads or adds to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, season_id: str, input_sha256: str, season: Season) -> None:
        """Keep a season as it is now, by the hash that proposals of it have."""
        if self._find(season_id, input_sha256) is None:
            self._session.execute(
                insert(SnapshotRow).values(
                    season_id=season_id,
                    input_sha256=input_sha256,
                    document=reduce_season(season).model_dump(mode="json"),
                    created_at=stamp_now(),
                )
            )

    def get(self, season_id: str, input_sha256: str) -> Season:
        """Read a season as it was, without what is personal, or raise `NotFound`."""
        found = self._find(season_id, input_sha256)
        if found is None:
            raise NotFound("not_found")
        return Season.model_validate(found)

    def _find(self, season_id: str, input_sha256: str) -> object | None:
        return self._session.scalar(
            select(SnapshotRow.document).filter_by(season_id=season_id, input_sha256=input_sha256)
        )
