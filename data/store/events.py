"""What happened: appended, never changed, each chained to the one before."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.secrets import new_secret
from data.store.tables import EventHeadRow, EventRow
from models.callers import Caller
from models.clock import stamp_now
from models.event_chains import (
    NOTHING_BEFORE,
    ChainedEvent,
    commit_to,
    find_breaks,
    link_event,
)
from models.kept_events import SERVICE, BrokenChain, KeptEvent
from models.pages import Page

AT_ONCE, MOST_TOLD = 500, 20


class StoredEvents:
    """The record of changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(
        self,
        name: str,
        caller: Caller,
        season_id: str | None,
        thing: str | None = None,
        plain: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> None:
        """Append one; `plain` says nothing of people, `body` may.

        Others who append to the same chain wait until this is kept, so that it never forks.
        """
        chain = season_id or SERVICE
        before, last = self._take_head(chain)
        values: dict[str, Any] = {
            "chain": chain,
            "sequence": last + 1,
            "season_id": season_id,
            "name": name,
            "at": stamp_now(),
            "caller": caller.id,
            "caller_name": caller.name,
            "thing": thing,
            "plain": dict(plain or {}),
            "body": dict(body or {}),
            "salt": new_secret(),
        }
        commitment = commit_to(values["salt"], personal_part(values))
        linked = link_event(before, last + 1, plain_part(values), commitment)
        self._session.execute(insert(EventRow).values(commitment=commitment, hash=linked, **values))
        self._session.execute(
            update(EventHeadRow)
            .where(EventHeadRow.chain == chain)
            .values(sequence=last + 1, hash=linked)
        )

    def list_page(self, season_id: str, limit: int, cursor: str | None) -> Page[KeptEvent]:
        """List what happened to a season, in order."""
        query = select(EventRow).where(EventRow.chain == season_id)
        return take_page(self._session, query, (EventRow.sequence,), limit, cursor, _to_kept_event)

    def erase_by(self, account_id: str) -> int:
        """Erase what the events that an account caused say of it; the chains stay good."""
        erased = self._session.execute(
            update(EventRow)
            .where(EventRow.caller == account_id, EventRow.salt.is_not(None))
            .values(caller_name="", body=None, salt=None)
            .returning(EventRow.number)
        )
        return len(erased.all())

    def find_broken(self) -> Iterator[BrokenChain]:
        """Look every chain through, some events at a time, and give those that are not whole."""
        heads = {row.chain: row for row in self._session.scalars(select(EventHeadRow))}
        chains = self._session.scalars(select(EventRow.chain).distinct()).all()
        for chain in sorted({*chains, *heads}):
            query = select(EventRow).where(EventRow.chain == chain).order_by(EventRow.sequence)
            walk = _Walk(self._session.scalars(query.execution_options(yield_per=AT_ONCE)))
            broken = tuple(find_breaks(walk))
            head = heads.get(chain)
            is_cut = head is None or (head.hash, head.sequence) != (walk.hash, walk.sequence)
            if broken or is_cut:
                missing = walk.sequence + 1 if is_cut else None
                yield BrokenChain(chain=chain, numbers=broken[:MOST_TOLD], missing_from=missing)

    def _take_head(self, chain: str) -> tuple[str, int]:
        """Give the hash and number of a chain's last event, and hold the chain."""
        query = select(EventHeadRow.hash, EventHeadRow.sequence).where(EventHeadRow.chain == chain)
        found = self._session.execute(query.with_for_update()).first()
        if found is not None:
            return found[0], found[1]
        begin_chain(self._session, chain)
        found = self._session.execute(query.with_for_update()).one()
        return found[0], found[1]


class _Walk:
    """Goes along a chain, and remembers how far it came."""

    def __init__(self, rows: Iterable[EventRow]) -> None:
        self._rows, self.hash, self.sequence = rows, NOTHING_BEFORE, 0

    def __iter__(self) -> Iterator[ChainedEvent]:
        for row in self._rows:
            self.hash, self.sequence = row.hash, row.sequence
            yield _to_chained(row)


def begin_chain(session: Session, chain: str) -> None:
    """Begin a chain, unless somebody else does at the same moment."""
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    fresh = {"chain": chain, "sequence": 0, "hash": NOTHING_BEFORE}
    adding = (insert_postgresql if is_postgresql else insert_sqlite)(EventHeadRow)
    session.execute(adding.values(**fresh).on_conflict_do_nothing())


def plain_part(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what of an event the chain holds itself."""
    return {name: values[name] for name in ("chain", "name", "at", "caller", "thing", "plain")}


def personal_part(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what of an event the chain holds a commitment to."""
    return {"by": values["caller_name"], "body": values["body"]}


def _to_chained(row: EventRow) -> ChainedEvent:
    values = {column.key: getattr(row, column.key) for column in EventRow.__table__.columns}
    is_erased = row.salt is None and row.body is None and not row.caller_name
    return ChainedEvent(
        sequence=row.sequence,
        plain=plain_part(values),
        commitment=row.commitment,
        hash=row.hash,
        salt=row.salt,
        body=None if is_erased else personal_part(values),
    )


def _to_kept_event(found: Any) -> KeptEvent:
    row = found[0]
    return KeptEvent(
        sequence=row.sequence,
        name=row.name,
        at=row.at,
        caller=row.caller,
        by=row.caller_name,
        thing=row.thing,
        body=row.body,
    )
