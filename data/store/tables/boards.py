"""Boards: proposals being changed by hand, move by move."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import ID, STAMP, Base
from models.ids import new_id


class BoardRow(Base):
    """A board: what lay on it at first, and how many moves were made since.

    `members` are the codes of actors by coalition; `bound` is the best that its sizes allow,
    at the version `bound_version`.
    """

    __tablename__ = "boards"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    proposal_id: Mapped[str | None] = plain(String(ID))
    settings: Mapped[Any] = plain()
    members: Mapped[Any] = personal()
    state: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain()
    bound: Mapped[float | None] = plain()
    bound_version: Mapped[int | None] = plain()
    made_by: Mapped[str] = personal(Text())
    created_at: Mapped[str] = plain(String(STAMP))


class MoveRow(Base):
    """A move, which is never taken out: taking one back is another.

    `given` is what was asked, `step` what it did to seats, locks and bans, `answer` what changed.
    """

    __tablename__ = "moves"

    board_id: Mapped[str] = plain(ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = plain(primary_key=True)
    op: Mapped[str] = plain(String(20))
    given: Mapped[Any] = personal()
    step: Mapped[Any] = personal()
    answer: Mapped[Any] = personal()
    caller: Mapped[str] = plain(String(ID))
    caller_name: Mapped[str] = personal(Text())
    at: Mapped[str] = plain(String(STAMP))
