"""Imports: files that were read, what they would change, and what they brought."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import ID, STAMP, Base
from models.ids import new_id


class ImportRow(Base):
    """Files that were read for a season.

    `content` is what they hold, as JSON; `base_version` is the season's version that the plan
    was made for. The content of the last one that was applied is the base of the next;
    `decisions` are those that were made about rows which differ.
    """

    __tablename__ = "imports"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = plain(String(20))
    base_version: Mapped[int] = plain()
    faults: Mapped[Any] = personal()
    warnings: Mapped[Any] = personal()
    plan: Mapped[Any] = personal()
    content: Mapped[str | None] = personal(Text())
    decisions: Mapped[Any] = personal()
    made_by: Mapped[str] = personal(Text())
    created_at: Mapped[str] = plain(String(STAMP))
    applied_at: Mapped[str | None] = plain(String(STAMP))
