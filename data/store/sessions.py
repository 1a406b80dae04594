"""Who is signed in; a session ends on the server, whatever a browser remembers."""

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from data.store.secrets import hash_secret, new_secret
from data.store.tables import AccountRow, SessionRow
from models.accounts import SEEN_EVERY, SESSION_IDLE, SESSION_LIFE
from models.callers import Caller, CallerKind
from models.clock import stamp_in, stamp_now
from models.ids import new_id


class StoredSessions:
    """The sessions that one session of the database reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, account_id: str) -> str:
        """Sign an account in, and give the session's secret: only a hash of it is kept."""
        secret = new_secret()
        self._session.execute(
            insert(SessionRow).values(
                id=new_id(),
                account_id=account_id,
                hash=hash_secret(secret),
                created_at=stamp_now(),
                seen_at=stamp_now(),
            )
        )
        return secret

    def find_caller(self, secret: str) -> tuple[Caller, bool] | None:
        """Give who is signed in, and whether it is to be kept that they asked just now."""
        found = self._session.execute(
            select(AccountRow, SessionRow.id, SessionRow.seen_at)
            .join(SessionRow, SessionRow.account_id == AccountRow.id)
            .where(SessionRow.hash == hash_secret(secret), *_is_on())
        ).first()
        if found is None:
            return None
        account, id_, seen_at = found
        caller = Caller(
            kind=CallerKind.ACCOUNT,
            account=account.id,
            name=account.name,
            is_admin=account.is_admin,
            may_organise=account.may_organise,
            session=id_,
        )
        return caller, seen_at < stamp_in(-SEEN_EVERY)

    def note_seen(self, id_: str) -> None:
        """Keep that somebody asked for something just now."""
        self._session.execute(
            update(SessionRow).where(SessionRow.id == id_).values(seen_at=stamp_now())
        )

    def end(self, id_: str) -> None:
        """Sign somebody out, at one browser."""
        self._session.execute(delete(SessionRow).where(SessionRow.id == id_))

    def end_all(self, account_id: str) -> None:
        """Sign somebody out everywhere."""
        self._session.execute(delete(SessionRow).where(SessionRow.account_id == account_id))

    def forget(self) -> None:
        """Forget the sessions that are over."""
        created, seen = _is_on()
        self._session.execute(delete(SessionRow).where(~(created & seen)))


def _is_on() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (
        SessionRow.created_at > stamp_in(-SESSION_LIFE),
        SessionRow.seen_at > stamp_in(-SESSION_IDLE),
    )
