"""What a store holds, counted: nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.store.tables import Base, JobRow, RunRow, SeasonRow
from models.clock import stamp_now


@dataclass(frozen=True)
class StoreFigures:
    """Counts by state, kind or table, and how long the oldest due job waits."""

    jobs: Mapping[str, int]
    runs: Mapping[tuple[str, str], int]
    seasons: Mapping[str, int]
    rows: Mapping[str, int]
    oldest_job_s: float
    taken_again: int
    mean_gap: float


class StoredFigures:
    """Counts what one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self) -> StoreFigures:
        """Count everything."""
        session, now = self._session, stamp_now()
        jobs = session.execute(select(JobRow.state, func.count()).group_by(JobRow.state))
        runs = session.execute(
            select(RunRow.kind, RunRow.state, func.count()).group_by(RunRow.kind, RunRow.state)
        )
        seasons = session.execute(select(SeasonRow.state, func.count()).group_by(SeasonRow.state))
        oldest = session.scalar(
            select(func.min(JobRow.due_at)).where(JobRow.state == "queued", JobRow.due_at <= now)
        )
        taken = select(func.count()).select_from(JobRow).where(JobRow.attempts > 1)
        return StoreFigures(
            jobs={row[0]: row[1] for row in jobs},
            runs={(row[0], row[1]): row[2] for row in runs},
            seasons={row[0]: row[1] for row in seasons},
            rows={
                table.name: int(session.scalar(select(func.count()).select_from(table)) or 0)
                for table in Base.metadata.sorted_tables
            },
            oldest_job_s=_seconds_between(oldest, now) if oldest else 0.0,
            taken_again=int(session.scalar(taken) or 0),
            mean_gap=float(session.scalar(select(func.avg(RunRow.gap))) or 0.0),
        )


def _seconds_between(one: str, other: str) -> float:
    return (datetime.fromisoformat(other) - datetime.fromisoformat(one)).total_seconds()
