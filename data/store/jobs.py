"""Jobs of the store: each is done by whoever holds its lease, and by nobody else."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.orm import Session

from data.store.tables import JobRow
from models.clock import stamp_now, to_stamp
from models.ids import new_id
from models.jobs import MOST_ATTEMPTS, Job
from models.lifecycles import JOB

QUEUED, RUNNING = "queued", "running"


class StoredJobs:
    """The jobs that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kind: str, season_id: str | None, ref: str, delay_s: float = 0) -> str:
        """Queue a job, and give its id; one that waits for the same is put off instead."""
        due = to_stamp(datetime.now(UTC) + timedelta(seconds=delay_s))
        waiting = self._session.scalar(
            update(JobRow)
            .where(JobRow.kind == kind, JobRow.ref == ref, JobRow.state == QUEUED)
            .values(due_at=due)
            .returning(JobRow.id)
        )
        if waiting is not None:
            return str(waiting)
        id_ = new_id()
        self._session.execute(
            insert(JobRow).values(
                id=id_,
                kind=kind,
                season_id=season_id,
                ref=ref,
                state=QUEUED,
                attempts=0,
                worker=None,
                due_at=due,
                lease_until=None,
                is_cancel_asked=False,
                created_at=stamp_now(),
                ended_at=None,
            )
        )
        return id_

    def claim(self, worker: str, lease_s: float) -> Job | None:
        """Take on the job that has waited longest; of many workers each gets another."""
        row = self._session.scalars(
            select(JobRow)
            .where(JobRow.state == QUEUED, JobRow.due_at <= stamp_now())
            .order_by(JobRow.due_at, JobRow.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if row is None:
            return None
        row.state = JOB.advance(row.state, "claim")
        row.attempts += 1
        row.worker = worker
        row.lease_until = _in(lease_s)
        self._session.flush()
        return _to_job(row)

    def beat(self, job: Job, worker: str, lease_s: float) -> bool | None:
        """Hold a lease longer; say whether to cancel, or None where it is lost."""
        found = self._session.execute(
            update(JobRow)
            .where(*_held(job, worker))
            .values(lease_until=_in(lease_s))
            .returning(JobRow.is_cancel_asked)
        ).first()
        return None if found is None else bool(found[0])

    def is_cancel_asked(self, job: Job, worker: str) -> bool | None:
        """Say whether to cancel, holding the job till this transaction ends; None where lost."""
        query = select(JobRow.is_cancel_asked).where(*_held(job, worker)).with_for_update()
        return self._session.scalar(query)

    def end(self, job: Job, worker: str, event: str) -> bool:
        """End a job whose lease is held; False where it was lost, and nothing may be kept."""
        found = self._session.execute(
            update(JobRow)
            .where(*_held(job, worker))
            .values(state=JOB.advance(RUNNING, event), worker=None, ended_at=stamp_now())
            .returning(JobRow.id)
        ).first()
        return found is not None

    def has_due(self) -> bool:
        """Say whether a job can be taken on, or has lost its lease."""
        now = stamp_now()
        waits = (JobRow.state == QUEUED) & (JobRow.due_at <= now)
        is_lost = (JobRow.state == RUNNING) & (JobRow.lease_until < now)
        return self._session.scalar(select(JobRow.id).where(waits | is_lost).limit(1)) is not None

    def lapse(self, job: Job, worker: str) -> None:
        """End a lease at once, as if it had run out."""
        self._session.execute(
            update(JobRow).where(*_held(job, worker)).values(lease_until=stamp_now(), worker=None)
        )

    def give_back(self, job: Job, worker: str) -> bool:
        """Put a job back for somebody else; it does not count as an attempt."""
        found = self._session.execute(
            update(JobRow)
            .where(*_held(job, worker))
            .values(state=QUEUED, worker=None, lease_until=None, attempts=JobRow.attempts - 1)
            .returning(JobRow.id)
        ).first()
        return found is not None

    def cancel(self, ref: str) -> bool:
        """Ask the job of a run to stop; say whether it waited still, and so has ended."""
        waiting = self._session.execute(
            update(JobRow)
            .where(JobRow.ref == ref, JobRow.state == QUEUED)
            .values(state=JOB.advance(QUEUED, "cancel"), ended_at=stamp_now())
            .returning(JobRow.id)
        ).first()
        if waiting is None:
            self._session.execute(
                update(JobRow)
                .where(JobRow.ref == ref, JobRow.state == RUNNING)
                .values(is_cancel_asked=True)
            )
        return waiting is not None

    def take_back_lost(self) -> tuple[tuple[Job, bool], ...]:
        """Queue jobs anew whose lease has ended; give each, and whether it is set aside.

        After `MOST_ATTEMPTS` a job is set aside: something about it ends its workers.
        """
        lost = self._session.scalars(
            select(JobRow)
            .where(JobRow.state == RUNNING, JobRow.lease_until < stamp_now())
            .with_for_update(skip_locked=True)
        ).all()
        for row in lost:
            row.state = JOB.advance(row.state, "lose")
            row.worker = row.lease_until = None
            if row.attempts >= MOST_ATTEMPTS:
                row.state = JOB.advance(row.state, "set_aside")
                row.ended_at = stamp_now()
        self._session.flush()
        return tuple((_to_job(row), row.state == "set_aside") for row in lost)

    def count_waiting(self) -> int:
        """Count the jobs that wait."""
        query = select(func.count()).select_from(JobRow).where(JobRow.state == QUEUED)
        return int(self._session.scalar(query) or 0)


def _to_job(row: JobRow) -> Job:
    return Job(**{name: getattr(row, name) for name in Job.model_fields})


def _held(job: Job, worker: str) -> tuple[ColumnElement[bool], ...]:
    return (JobRow.id == job.id, JobRow.worker == worker, JobRow.state == RUNNING)


def _in(seconds: float) -> str:
    return to_stamp(datetime.now(UTC) + timedelta(seconds=seconds))
