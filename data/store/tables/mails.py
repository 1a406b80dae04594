"""Mails on their way, the links that they carry, who is signed in, and what is counted."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain, sensitive
from data.store.tables.base import ID, STAMP, Base
from models.ids import new_id


class MailRow(Base):
    """A mail: to whom and about what; its words are written when it is sent."""

    __tablename__ = "mails"
    __table_args__ = (Index("ix_mails_state_due_at", "state", "due_at"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str | None] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[str | None] = plain(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    address: Mapped[str] = personal(String(320))
    lang: Mapped[str] = plain(String(2))
    template: Mapped[str] = plain(String(40))
    refs: Mapped[Any] = plain()
    state: Mapped[str] = plain(String(20))
    attempts: Mapped[int] = plain()
    due_at: Mapped[str] = plain(String(STAMP))
    lease_until: Mapped[str | None] = plain(String(STAMP))
    failure: Mapped[str] = personal(Text())
    created_at: Mapped[str] = plain(String(STAMP))
    sent_at: Mapped[str | None] = plain(String(STAMP))


class LinkRow(Base):
    """A link that a mail carries: a hash of its secret, and what it opens."""

    __tablename__ = "links"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str | None] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = plain(String(20))
    subject: Mapped[str] = plain(String(ID), index=True)
    hash: Mapped[str] = sensitive(String(64), unique=True)
    created_at: Mapped[str] = plain(String(STAMP))
    expires_at: Mapped[str] = plain(String(STAMP))
    used_at: Mapped[str | None] = plain(String(STAMP))


class SessionRow(Base):
    """Somebody signed in, at one browser."""

    __tablename__ = "sessions"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    account_id: Mapped[str] = plain(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    hash: Mapped[str] = sensitive(String(64), unique=True)
    created_at: Mapped[str] = plain(String(STAMP))
    seen_at: Mapped[str] = plain(String(STAMP))


class CounterRow(Base):
    """How often something was asked for; the name is a hash."""

    __tablename__ = "counters"

    name: Mapped[str] = plain(String(64), primary_key=True)
    count: Mapped[int] = plain()
    ends_at: Mapped[str] = plain(String(STAMP), index=True)
