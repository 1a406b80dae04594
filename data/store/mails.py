"""Mails of the store: who is to get which, and how far each has come."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from data.store.tables import MailRow
from models.clock import stamp_in, stamp_now
from models.ids import new_id
from models.lifecycles import MAIL
from models.mails import Mail, MailTemplate
from models.text import Language

LEASE = timedelta(minutes=2)
"""How long a mail may take to be sent before somebody else tries."""
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480))
"""How long a mail that was not taken waits, each time; after the last it has failed."""
QUEUED, SENDING, DRAFT = "queued", "sending", "draft"


class StoredMails:
    """The mails that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        template: MailTemplate,
        address: str,
        lang: Language,
        refs: Mapping[str, str],
        *,
        season_id: str | None = None,
        account_id: str | None = None,
        state: str = QUEUED,
    ) -> str:
        """Keep a mail to be sent (or a draft, to be released first), and give its id."""
        id_, now = new_id(), stamp_now()
        self._session.execute(
            insert(MailRow).values(
                id=id_,
                season_id=season_id,
                account_id=account_id,
                address=address,
                lang=str(lang),
                template=str(template),
                refs=dict(refs),
                state=state,
                attempts=0,
                due_at=now,
                lease_until=None,
                failure="",
                created_at=now,
                sent_at=None,
            )
        )
        return id_

    def claim(self) -> Mail | None:
        """Take on the mail that has waited longest, first queueing anew what was lost."""
        now = stamp_now()
        self._session.execute(
            update(MailRow)
            .where(MailRow.state == SENDING, MailRow.lease_until < now)
            .values(state=MAIL.advance(SENDING, "lose"), lease_until=None)
        )
        row = self._session.scalar(
            select(MailRow)
            .where(MailRow.state == QUEUED, MailRow.due_at <= now)
            .order_by(MailRow.due_at, MailRow.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if row is None:
            return None
        row.state = MAIL.advance(QUEUED, "claim")
        row.attempts += 1
        row.lease_until = stamp_in(LEASE)
        self._session.flush()
        return _to_mail(row)

    def has_due(self) -> bool:
        """Say whether a mail can be taken on."""
        now = stamp_now()
        waits = (MailRow.state == QUEUED) & (MailRow.due_at <= now)
        is_lost = (MailRow.state == SENDING) & (MailRow.lease_until < now)
        return self._session.scalar(select(MailRow.id).where(waits | is_lost).limit(1)) is not None

    def end(self, id_: str, event: str, failure: str = "") -> None:
        """Say how the sending of a mail ended: `send`, `fail` or `drop`."""
        is_sent = event == "send"
        self._session.execute(
            update(MailRow)
            .where(MailRow.id == id_, MailRow.state == SENDING)
            .values(
                state=MAIL.advance(SENDING, event),
                lease_until=None,
                failure=failure,
                sent_at=stamp_now() if is_sent else None,
            )
        )

    def retry(self, mail: Mail, failure: str) -> None:
        """Let a mail wait for another attempt, or fail after the last."""
        if mail.attempts > len(WAITS):
            self.end(mail.id, "fail", failure)
            return
        self._session.execute(
            update(MailRow)
            .where(MailRow.id == mail.id, MailRow.state == SENDING)
            .values(
                state=MAIL.advance(SENDING, "lose"),
                lease_until=None,
                failure=failure,
                due_at=stamp_in(WAITS[mail.attempts - 1]),
            )
        )

    def release(self, season_id: str) -> int:
        """Queue a season's drafts, and say how many."""
        return self._move(MailRow.season_id == season_id, DRAFT, "release")

    def drop_about(self, kind: str, id_: str) -> int:
        """Drop what waits to be sent about a thing, and say how many."""
        about = MailRow.refs[kind].as_string() == id_
        return self._move(about, DRAFT, "drop") + self._move(about, QUEUED, "drop")

    def count(self, state: str) -> int:
        """Count the mails in a state."""
        query = select(func.count()).select_from(MailRow).where(MailRow.state == state)
        return int(self._session.scalar(query) or 0)

    def _move(self, which: Any, state: str, event: str) -> int:
        moved = self._session.execute(
            update(MailRow)
            .where(which, MailRow.state == state)
            .values(state=MAIL.advance(state, event), due_at=stamp_now())
            .returning(MailRow.id)
        )
        return len(moved.all())


def _to_mail(row: MailRow) -> Mail:
    return Mail(**{name: getattr(row, name) for name in Mail.model_fields})
