"""Accounts, their keys, and what each is in a season."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain, sensitive
from data.store.tables.base import ID, STAMP, Base
from models.ids import new_id


class AccountRow(Base):
    """Somebody who is known; `email` is in small letters."""

    __tablename__ = "accounts"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    email: Mapped[str] = personal(String(320), unique=True)
    name: Mapped[str] = personal(Text())
    lang: Mapped[str] = plain(String(2))
    is_admin: Mapped[bool] = plain()
    may_organise: Mapped[bool] = plain()
    created_at: Mapped[str] = plain(String(STAMP))


class ApiKeyRow(Base):
    """A key of an account: its first letters, by which it is found, and a hash of all."""

    __tablename__ = "api_keys"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    account_id: Mapped[str] = plain(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    prefix: Mapped[str] = plain(String(20), unique=True)
    hash: Mapped[str] = sensitive(String(64))
    scopes: Mapped[Any] = plain()
    created_at: Mapped[str] = plain(String(STAMP))
    expires_at: Mapped[str | None] = plain(String(STAMP))
    used_at: Mapped[str | None] = plain(String(STAMP))


class OrganiserRow(Base):
    """What an account is in a season."""

    __tablename__ = "organisers"

    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = plain(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str] = plain(String(20))
