"""Coalitions that were published, who is invited, ways to mend them, and their meetings."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import CODE, ID, STAMP, Base
from models.ids import new_id


class CoalitionRow(Base):
    """A published coalition; `proposal_id` is the proposal that last said who is in it."""

    __tablename__ = "coalitions"
    __table_args__ = (UniqueConstraint("season_id", "code"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"))
    proposal_id: Mapped[str] = plain(ForeignKey("proposals.id", ondelete="CASCADE"))
    code: Mapped[str] = plain(String(CODE))
    challenge: Mapped[str] = plain(String(CODE))
    size: Mapped[int] = plain()


class InvitationRow(Base):
    """A seat that an actor was offered; inviting again makes another row."""

    __tablename__ = "invitations"
    __table_args__ = (Index("ix_invitations_coalition_state", "coalition_id", "state"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    coalition_id: Mapped[str] = plain(ForeignKey("coalitions.id", ondelete="CASCADE"))
    actor_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = plain(String(20))
    is_reserve: Mapped[bool] = plain()
    is_pending: Mapped[bool] = plain()
    deadline: Mapped[str | None] = plain(String(STAMP))
    message: Mapped[str] = personal(Text())
    reason: Mapped[str] = personal(Text())
    contact: Mapped[str] = personal(Text())
    answered_by: Mapped[str] = personal(Text())
    sent_at: Mapped[str | None] = plain(String(STAMP))
    reminded_at: Mapped[str | None] = plain(String(STAMP))
    answered_at: Mapped[str | None] = plain(String(STAMP))
    created_at: Mapped[str] = plain(String(STAMP))


class RepairRow(Base):
    """A way to mend a coalition, as it was offered."""

    __tablename__ = "repairs"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    coalition_id: Mapped[str] = plain(ForeignKey("coalitions.id", ondelete="CASCADE"), index=True)
    proposal_id: Mapped[str] = plain(ForeignKey("proposals.id", ondelete="CASCADE"))
    way: Mapped[str] = plain(String(20))
    leaves: Mapped[Any] = personal()
    joins: Mapped[Any] = personal()
    changes: Mapped[int] = plain()
    loss: Mapped[float] = plain()
    broken: Mapped[Any] = plain()
    created_at: Mapped[str] = plain(String(STAMP))


class PlanRow(Base):
    """A plan of a coalition's meetings; it never changes, the newest one holds."""

    __tablename__ = "meeting_plans"
    __table_args__ = (Index("ix_meeting_plans_coalition_created", "coalition_id", "created_at"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    coalition_id: Mapped[str] = plain(ForeignKey("coalitions.id", ondelete="CASCADE"))
    run_id: Mapped[str] = plain(String(ID))
    document: Mapped[str] = personal(Text())
    made_by: Mapped[str] = personal(Text())
    created_at: Mapped[str] = plain(String(STAMP))
