"""What happened, and what was answered once and is not to be done again."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import ID, STAMP, Base


class EventRow(Base):
    """One change: `plain` says nothing of people, `body` may."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_season_number", "season_id", "number"),)

    number: Mapped[int] = plain(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True
    )
    season_id: Mapped[str | None] = plain(ForeignKey("seasons.id", ondelete="SET NULL"))
    name: Mapped[str] = plain(String(60))
    at: Mapped[str] = plain(String(STAMP))
    caller: Mapped[str] = plain(String(ID))
    caller_name: Mapped[str] = personal(Text())
    thing: Mapped[str | None] = plain(String(ID))
    plain: Mapped[Any] = plain()
    body: Mapped[Any] = personal()


class IdempotencyRow(Base):
    """What was answered to one order, for whoever sends it again under the same key."""

    __tablename__ = "idempotency"

    caller: Mapped[str] = plain(String(ID), primary_key=True)
    key: Mapped[str] = plain(String(255), primary_key=True)
    body_sha256: Mapped[str] = plain(String(64))
    status: Mapped[int] = plain()
    headers: Mapped[Any] = plain()
    answer: Mapped[str] = personal(Text())
    at: Mapped[str] = plain(String(STAMP), index=True)
