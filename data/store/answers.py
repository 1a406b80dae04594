"""What was answered to orders, kept with their effect, for whoever sends one again."""

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data.store.tables import IdempotencyRow
from models.answers import GivenAnswer, OrderKey
from models.clock import stamp_now
from models.errors import KeyReused


class StoredAnswers:
    """Answers by caller and key."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, caller: str, key: OrderKey) -> GivenAnswer | None:
        """Take a key for an order, or give the answer that was given to it.

        Of several at once, one takes it and the others wait for its answer.

        Raises
        ------
        KeyReused
            `key_reused`: the key was used for something else.
        """
        is_sqlite = self._session.get_bind().dialect.name == "sqlite"
        dialect = sqlite if is_sqlite else postgresql
        taken = self._session.execute(
            dialect.insert(IdempotencyRow)
            .values(
                caller=caller,
                key=key.key,
                body_sha256=key.body_sha256,
                status=0,
                headers={},
                answer="",
                at=stamp_now(),
            )
            .on_conflict_do_nothing()
            .returning(IdempotencyRow.key)
        ).first()
        if taken is not None:
            return None
        row = self._session.execute(
            select(IdempotencyRow).filter_by(caller=caller, key=key.key)
        ).scalar_one()
        if row.body_sha256 != key.body_sha256:
            raise KeyReused("key_reused")
        return GivenAnswer(status=row.status, headers=row.headers, body=row.answer)

    def settle(self, caller: str, key: OrderKey, answer: GivenAnswer) -> None:
        """Keep the answer to an order whose key was taken."""
        self._session.execute(
            update(IdempotencyRow)
            .where(IdempotencyRow.caller == caller, IdempotencyRow.key == key.key)
            .values(status=answer.status, headers=answer.headers, answer=answer.body)
        )

    def forget(self, before: str) -> None:
        """Forget answers that were given before a moment."""
        self._session.execute(delete(IdempotencyRow).where(IdempotencyRow.at < before))
