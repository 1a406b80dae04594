"""Who speaks for which actor, and what each agreed to."""

from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from data.store.tables import ActorRow, ConsentRow, MembershipRow, SeasonRow
from models.accounts import OwnActor
from models.clock import stamp_in, stamp_now
from models.consents import WORDING, Consent, ConsentUse
from models.links import CONFIRM_LIFE

UNCONFIRMED, ACTIVE = "unconfirmed", "active"


class StoredMembers:
    """The members and consents that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, actor_id: str, account_id: str) -> None:
        """Let an account speak for an actor."""
        known = self._session.get(MembershipRow, (actor_id, account_id))
        if known is None:
            self._session.execute(
                insert(MembershipRow).values(
                    actor_id=actor_id, account_id=account_id, since=stamp_now()
                )
            )

    def list_actors_of(self, account_id: str) -> tuple[OwnActor, ...]:
        """List the actors that an account speaks for, by season and code."""
        query = (
            select(ActorRow, SeasonRow.slug, SeasonRow.state)
            .join(MembershipRow, MembershipRow.actor_id == ActorRow.id)
            .join(SeasonRow, SeasonRow.id == ActorRow.season_id)
            .where(MembershipRow.account_id == account_id)
            .order_by(SeasonRow.slug, ActorRow.code)
        )
        return tuple(
            OwnActor(
                id=actor.id,
                code=actor.code,
                name=actor.name,
                state=actor.state,
                season_id=actor.season_id,
                season=slug,
                season_state=state,
            )
            for actor, slug, state in self._session.execute(query)
        )

    def forget_unconfirmed(self) -> None:
        """Forget whoever registered and never confirmed."""
        edge = stamp_in(-CONFIRM_LIFE)
        self._session.execute(
            delete(ActorRow).where(ActorRow.state == UNCONFIRMED, ActorRow.edited_at < edge)
        )

    def find_addressed(self, season_id: str, email: str) -> tuple[str, str] | None:
        """Give the id and state of a season's actor that has an address."""
        query = select(ActorRow.id, ActorRow.state).where(
            ActorRow.season_id == season_id, func.lower(ActorRow.email) == email.strip().lower()
        )
        row = self._session.execute(query.limit(1)).first()
        return None if row is None else (row[0], row[1])

    def confirm(self, actor_id: str, season_version: int) -> None:
        """Let an actor take part whose address was confirmed."""
        self._session.execute(
            update(ActorRow)
            .where(ActorRow.id == actor_id)
            .values(state=ACTIVE, season_version=season_version)
        )

    def agree(self, actor_id: str, uses: Iterable[ConsentUse]) -> None:
        """Keep for what an actor gave its data, by the wording of today."""
        for use in uses:
            self._session.execute(
                insert(ConsentRow).values(
                    actor_id=actor_id,
                    use=str(use),
                    wording=WORDING,
                    given_at=stamp_now(),
                    withdrawn_at=None,
                )
            )

    def consents_of(self, actor_id: str) -> tuple[Consent, ...]:
        """List what an actor agreed to."""
        query = select(ConsentRow).where(ConsentRow.actor_id == actor_id)
        rows = self._session.scalars(query.order_by(ConsentRow.use))
        return tuple(
            Consent(**{name: getattr(row, name) for name in Consent.model_fields}) for row in rows
        )
