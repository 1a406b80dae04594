"""Accounts and their keys."""

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from data.store.secrets import hash_secret, new_secret
from data.store.tables import AccountRow, ApiKeyRow, OrganiserRow, SeasonRow
from models.accounts import Account, Organiser, OwnSeason
from models.callers import Caller, CallerKind, KeyScope
from models.clock import stamp_now, to_stamp
from models.errors import NotFound, WrongState
from models.ids import new_id
from models.rights import SeasonRole
from models.text import Language

MARK = "kk_"
"""Begins every key, so that one is known as such wherever it turns up."""
PREFIX = 12
"""Letters of a key by which it is found; the others are a secret."""
USED_EVERY_S = 60
"""How exactly it is kept when a key was last used."""


class StoredPeople:
    """The accounts that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_account(
        self,
        email: str,
        name: str = "",
        lang: Language = Language.EN,
        *,
        is_admin: bool = False,
        may_organise: bool = False,
    ) -> str:
        """Add an account, and give its id.

        Raises
        ------
        WrongState
            `account_exists`.
        """
        known = email.strip().lower()
        if self._session.scalar(select(AccountRow.id).where(AccountRow.email == known)):
            raise WrongState("account_exists", email=known)
        id_ = new_id()
        self._session.execute(
            insert(AccountRow).values(
                id=id_,
                email=known,
                name=name,
                lang=str(lang),
                is_admin=is_admin,
                may_organise=may_organise,
                created_at=stamp_now(),
            )
        )
        return id_

    def find_account(self, email: str) -> Account | None:
        """Give the account that has an address, if there is one."""
        known = email.strip().lower()
        row = self._session.scalar(select(AccountRow).where(AccountRow.email == known))
        return None if row is None else _to_account(row)

    def read_account(self, id_: str) -> Account:
        """Give an account.

        Raises
        ------
        NotFound
            `not_found`.
        """
        row = self._session.get(AccountRow, id_)
        if row is None:
            raise NotFound("not_found")
        return _to_account(row)

    def list_accounts(self) -> tuple[Account, ...]:
        """List all accounts, by address."""
        rows = self._session.scalars(select(AccountRow).order_by(AccountRow.email))
        return tuple(map(_to_account, rows))

    def add_key(self, email: str, scopes: Iterable[KeyScope], days: int | None = None) -> str:
        """Make a key of an account, and give it: only its hash is kept.

        Raises
        ------
        NotFound
            `account_not_found`.
        """
        account = self._find_account(email)
        key = MARK + new_secret()
        ends = None if days is None else to_stamp(datetime.now(UTC) + timedelta(days=days))
        self._session.execute(
            insert(ApiKeyRow).values(
                id=new_id(),
                account_id=account,
                prefix=key[:PREFIX],
                hash=hash_secret(key),
                scopes=sorted(map(str, scopes)),
                created_at=stamp_now(),
                expires_at=ends,
                used_at=None,
            )
        )
        return key

    def end_keys(self, email: str) -> None:
        """End every key of an account, at once.

        Raises
        ------
        NotFound
            `account_not_found`.
        """
        self._session.execute(delete(ApiKeyRow).filter_by(account_id=self._find_account(email)))

    def find_caller(self, key: str) -> Caller | None:
        """Give who asks with a key; None for one that is unknown or over."""
        found = self._session.execute(
            select(AccountRow, ApiKeyRow)
            .join(ApiKeyRow, ApiKeyRow.account_id == AccountRow.id)
            .where(ApiKeyRow.prefix == key[:PREFIX])
        ).first()
        if found is None:
            return None
        account, own = found
        is_over = own.expires_at is not None and own.expires_at <= stamp_now()
        if is_over or not hmac.compare_digest(own.hash, hash_secret(key)):
            return None
        return Caller(
            kind=CallerKind.KEY,
            account=account.id,
            name=account.name,
            scopes=frozenset(map(KeyScope, own.scopes)),
            is_admin=account.is_admin,
            may_organise=account.may_organise,
        )

    def give_role(self, season_id: str, account_id: str, role: SeasonRole) -> None:
        """Let an account be something in a season, in the place of what it was."""
        self._session.execute(
            delete(OrganiserRow).filter_by(season_id=season_id, account_id=account_id)
        )
        self._session.execute(
            insert(OrganiserRow).values(season_id=season_id, account_id=account_id, role=str(role))
        )

    def take_role(self, season_id: str, account_id: str) -> None:
        """Let an account be nothing in a season any more."""
        self._session.execute(
            delete(OrganiserRow).filter_by(season_id=season_id, account_id=account_id)
        )

    def list_organisers(self, season_id: str) -> tuple[Organiser, ...]:
        """List who organises a season, by address."""
        query = (
            select(AccountRow.id, AccountRow.email, AccountRow.name, OrganiserRow.role)
            .join(OrganiserRow, OrganiserRow.account_id == AccountRow.id)
            .where(OrganiserRow.season_id == season_id)
        )
        return tuple(
            Organiser(account_id=id_, email=email, name=name, role=SeasonRole(role))
            for id_, email, name, role in self._session.execute(query.order_by(AccountRow.email))
        )

    def list_seasons_of(self, account_id: str) -> tuple[OwnSeason, ...]:
        """List the seasons that an account organises, by slug."""
        query = (
            select(SeasonRow.id, SeasonRow.slug, SeasonRow.name, SeasonRow.state, OrganiserRow.role)
            .join(OrganiserRow, OrganiserRow.season_id == SeasonRow.id)
            .where(OrganiserRow.account_id == account_id)
        )
        return tuple(
            OwnSeason(id=id_, slug=slug, name=name, state=state, role=SeasonRole(role))
            for id_, slug, name, state, role in self._session.execute(
                query.order_by(SeasonRow.slug)
            )
        )

    def note_use(self, key: str) -> None:
        """Keep that a key is in use, to the minute."""
        edge = to_stamp(datetime.now(UTC) - timedelta(seconds=USED_EVERY_S))
        self._session.execute(
            update(ApiKeyRow)
            .where(
                ApiKeyRow.prefix == key[:PREFIX],
                ApiKeyRow.used_at.is_(None) | (ApiKeyRow.used_at < edge),
            )
            .values(used_at=stamp_now())
        )

    def _find_account(self, email: str) -> str:
        known = email.strip().lower()
        account = self._session.scalar(select(AccountRow.id).where(AccountRow.email == known))
        if account is None:
            raise NotFound("account_not_found", email=known)
        return account


def _to_account(row: AccountRow) -> Account:
    return Account(**{name: getattr(row, name) for name in Account.model_fields})
