"""Who speaks for an actor, and for what it gave its data."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped

from data.store.columns import plain
from data.store.tables.base import STAMP, Base


class MembershipRow(Base):
    """An account that speaks for an actor."""

    __tablename__ = "members"

    actor_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = plain(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    since: Mapped[str] = plain(String(STAMP))


class ConsentRow(Base):
    """A use that an actor agreed to, by a wording."""

    __tablename__ = "consents"

    actor_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True)
    use: Mapped[str] = plain(String(20), primary_key=True)
    wording: Mapped[str] = plain(String(20))
    given_at: Mapped[str] = plain(String(STAMP))
    withdrawn_at: Mapped[str | None] = plain(String(STAMP))
