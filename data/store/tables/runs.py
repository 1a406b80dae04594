"""Runs, the jobs that do them, and the proposals that come of them."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import ID, STAMP, Base
from models.ids import new_id


class RunRow(Base):
    """Something that is computed for a season; `change` counts what is told of it."""

    __tablename__ = "runs"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = plain(String(20))
    board_id: Mapped[str | None] = plain(String(ID), index=True)
    given: Mapped[Any] = personal()
    state: Mapped[str] = plain(String(20))
    stage: Mapped[str] = plain(String(40))
    progress: Mapped[float] = plain()
    gap: Mapped[float | None] = plain()
    change: Mapped[int] = plain()
    proposal_id: Mapped[str | None] = plain(String(ID))
    result: Mapped[Any] = personal()
    error: Mapped[Any] = personal()
    caller: Mapped[str] = plain(String(ID))
    created_at: Mapped[str] = plain(String(STAMP))
    ended_at: Mapped[str | None] = plain(String(STAMP))


class JobRow(Base):
    """Work that waits or is done: whoever holds the lease does it, and nobody else."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_state_due_at", "state", "due_at"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    kind: Mapped[str] = plain(String(20))
    season_id: Mapped[str | None] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    ref: Mapped[str] = plain(String(ID), index=True)
    state: Mapped[str] = plain(String(20))
    attempts: Mapped[int] = plain()
    worker: Mapped[str | None] = plain(String(ID))
    due_at: Mapped[str] = plain(String(STAMP))
    lease_until: Mapped[str | None] = plain(String(STAMP))
    is_cancel_asked: Mapped[bool] = plain()
    created_at: Mapped[str] = plain(String(STAMP))
    ended_at: Mapped[str | None] = plain(String(STAMP))


class ProposalRow(Base):
    """A proposal's document as it was written; it never changes, only its state does."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_season_created", "season_id", "created_at", "id"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"))
    document: Mapped[str] = personal(Text())
    content_sha256: Mapped[str] = plain(String(64), index=True)
    input_sha256: Mapped[str] = plain(String(64))
    objective: Mapped[float] = plain()
    gap: Mapped[float] = plain()
    parent_id: Mapped[str | None] = plain(String(ID))
    source: Mapped[str] = plain(String(20))
    run_id: Mapped[str | None] = plain(String(ID))
    state: Mapped[str] = plain(String(20))
    made_by: Mapped[str] = personal(Text())
    created_at: Mapped[str] = plain(String(STAMP))


class SnapshotRow(Base):
    """A season as it was when it was frozen or a proposal was made, without what is personal."""

    __tablename__ = "snapshots"

    input_sha256: Mapped[str] = plain(String(64), primary_key=True)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[Any] = plain()
    created_at: Mapped[str] = plain(String(STAMP))
