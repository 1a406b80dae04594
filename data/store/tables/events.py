"""What happened, and what was answered once and is not to be done again."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain, sensitive
from data.store.tables.base import ID, STAMP, Base


class EventRow(Base):
    """One change: `plain` says nothing of people, `body` may.

    `hash` covers the one before in its `chain`; of the body it covers a salted commitment alone,
    so that body and salt can be erased (`models.event_chains`).
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_season_number", "season_id", "number"),
        UniqueConstraint("chain", "sequence"),
    )

    number: Mapped[int] = plain(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True
    )
    season_id: Mapped[str | None] = plain(ForeignKey("seasons.id", ondelete="SET NULL"))
    chain: Mapped[str] = plain(String(ID))
    sequence: Mapped[int] = plain()
    salt: Mapped[str | None] = sensitive(String(64))
    commitment: Mapped[str] = plain(String(64))
    hash: Mapped[str] = plain(String(64))
    name: Mapped[str] = plain(String(60))
    at: Mapped[str] = plain(String(STAMP))
    caller: Mapped[str] = plain(String(ID))
    caller_name: Mapped[str] = personal(Text())
    thing: Mapped[str | None] = plain(String(ID))
    plain: Mapped[Any] = plain()
    body: Mapped[Any | None] = personal(JSON(none_as_null=True))


class EventHeadRow(Base):
    """The last event of a chain, so that one that is cut short is found."""

    __tablename__ = "event_heads"

    chain: Mapped[str] = plain(String(ID), primary_key=True)
    sequence: Mapped[int] = plain()
    hash: Mapped[str] = plain(String(64))


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
