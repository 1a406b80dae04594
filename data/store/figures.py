"""What a store holds, counted: nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.store.tables import Base, JobRow, MailRow, RunRow, SeasonRow
from models.clock import stamp_now


@dataclass(frozen=True)
class StoreFigures:
    """Counts by state, kind or table, and how long the oldest due job waits.

    A lease is lost where a job was taken on again, or set aside in the end; one that has
    ended and was not taken back yet is expired.
    """

    queue: "QueueFigures"
    runs: Mapping[tuple[str, str], int]
    seasons: Mapping[str, int]
    mails: Mapping[str, int]
    rows: Mapping[str, int]
    mean_gap: float


@dataclass(frozen=True)
class QueueFigures:
    """The jobs by state, and how it goes with them."""

    jobs: Mapping[str, int]
    oldest_s: float
    expired: int
    taken_again: int
    lease_losses: int


class StoredFigures:
    """Counts what one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self) -> StoreFigures:
        """Count everything."""
        session = self._session
        runs = session.execute(
            select(RunRow.kind, RunRow.state, func.count()).group_by(RunRow.kind, RunRow.state)
        )
        mails = session.execute(select(MailRow.state, func.count()).group_by(MailRow.state))
        return StoreFigures(
            queue=self.count_queue(),
            runs={(row[0], row[1]): row[2] for row in runs},
            seasons=self.count_seasons(),
            mails={row[0]: row[1] for row in mails},
            rows={
                table.name: int(session.scalar(select(func.count()).select_from(table)) or 0)
                for table in Base.metadata.sorted_tables
            },
            mean_gap=float(session.scalar(select(func.avg(RunRow.gap))) or 0.0),
        )

    def count_seasons(self) -> dict[str, int]:
        """Count the seasons by state."""
        query = select(SeasonRow.state, func.count()).group_by(SeasonRow.state)
        return {row[0]: int(row[1]) for row in self._session.execute(query)}

    def count_queue(self) -> QueueFigures:
        """Count the jobs."""
        session, now = self._session, stamp_now()
        jobs = session.execute(select(JobRow.state, func.count()).group_by(JobRow.state))
        by_state = {row[0]: int(row[1]) for row in jobs}
        oldest = session.scalar(
            select(func.min(JobRow.due_at)).where(JobRow.state == "queued", JobRow.due_at <= now)
        )
        again = select(func.count(), func.sum(JobRow.attempts - 1)).where(JobRow.attempts > 1)
        count, more = session.execute(again).one()
        expired = select(func.count()).where(JobRow.state == "running", JobRow.lease_until < now)
        return QueueFigures(
            jobs=by_state,
            oldest_s=_seconds_between(oldest, now) if oldest else 0.0,
            expired=int(session.scalar(expired) or 0),
            taken_again=int(count),
            lease_losses=int(more or 0) + by_state.get("set_aside", 0),
        )


def _seconds_between(one: str, other: str) -> float:
    return (datetime.fromisoformat(other) - datetime.fromisoformat(one)).total_seconds()
