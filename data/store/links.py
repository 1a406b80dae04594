"""Links that mails carry: each opens one thing, for a time."""

from datetime import timedelta

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from data.store.secrets import hash_secret, new_secret
from data.store.tables import LinkRow
from models.clock import stamp_in, stamp_now
from models.ids import new_id
from models.links import Link, LinkPurpose


class StoredLinks:
    """The links that one session makes or opens."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, purpose: LinkPurpose, subject: str, life: timedelta, season_id: str | None = None
    ) -> str:
        """Make a link to a thing, and give its secret: only a hash of it is kept."""
        secret = new_secret()
        self._session.execute(
            insert(LinkRow).values(
                id=new_id(),
                season_id=season_id,
                purpose=str(purpose),
                subject=subject,
                hash=hash_secret(secret),
                created_at=stamp_now(),
                expires_at=stamp_in(life),
                used_at=None,
            )
        )
        return secret

    def find(self, purpose: LinkPurpose, hashed: str) -> Link | None:
        """Give what a link opens, now; None for one that is unknown, used or over.

        Parameters
        ----------
        hashed : str
            The hash of its secret.
        """
        row = self._session.scalar(select(LinkRow).where(*_open(purpose, hashed)))
        return None if row is None else Link(id=row.id, subject=row.subject)

    def use(self, purpose: LinkPurpose, secret: str) -> str | None:
        """Use a link up, and give what it opens; of those who come at once one alone gets it."""
        return self.use_hashed(purpose, hash_secret(secret))

    def use_hashed(self, purpose: LinkPurpose, hashed: str) -> str | None:
        """Use a link up by the hash of its secret."""
        return self._session.scalar(
            update(LinkRow)
            .where(*_open(purpose, hashed))
            .values(used_at=stamp_now())
            .returning(LinkRow.subject)
        )

    def end(self, purpose: LinkPurpose, subject: str) -> None:
        """End every link of a purpose to a thing."""
        self._session.execute(delete(LinkRow).filter_by(purpose=str(purpose), subject=subject))

    def forget(self, before: str) -> None:
        """Forget the links that were over before a moment."""
        self._session.execute(delete(LinkRow).where(LinkRow.expires_at < before))


def _open(purpose: LinkPurpose, hashed: str) -> tuple[ColumnElement[bool], ...]:
    return (
        LinkRow.hash == hashed,
        LinkRow.purpose == str(purpose),
        LinkRow.used_at.is_(None),
        LinkRow.expires_at > stamp_now(),
    )
