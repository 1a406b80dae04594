"""Challenges, actors, ties and rules one by one: listed, read, added, changed, removed."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.orm import Session, aliased

from data.store.paging import take_page
from data.store.tables import ActorRow, Base, ChallengeRow, RuleRow, TieRow
from models.callers import Caller
from models.clock import stamp_now
from models.errors import NotFound, Outdated, WrongState
from models.ids import new_id
from models.pages import Page

TABLES: Mapping[str, type[Base]] = {
    "actor": ActorRow,
    "challenge": ChallengeRow,
    "tie": TieRow,
    "rule": RuleRow,
}
Values = dict[str, Any]


class StoredParts:
    """The rows that go with seasons, as values by column.

    A tie's values have the codes of its actors, too, as `actor_a` and `actor_b`.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_page(
        self,
        kind: str,
        season_id: str,
        limit: int,
        cursor: str | None,
        where: Mapping[str, str] | None = None,
    ) -> Page[Values]:
        """List the rows of a season: actors by their codes, others in their order."""
        table: Any = TABLES[kind]
        conditions = [getattr(table, name) == value for name, value in (where or {}).items()]
        order = {
            "actor": (ActorRow.code, ActorRow.id),
            "challenge": (ChallengeRow.position, ChallengeRow.id),
            "rule": (RuleRow.position, RuleRow.id),
            "tie": (TieRow.actor_a_id, TieRow.actor_b_id, TieRow.id),
        }[kind]
        query = self._select(kind).where(table.season_id == season_id, *conditions)
        return take_page(self._session, query, order, limit, cursor, _to_values)

    def read_coded(self, kind: str, season_id: str, codes: Sequence[str]) -> list[Values]:
        """Read the rows of a season that have some codes, in the order of these."""
        table: Any = TABLES[kind]
        query = self._select(kind).where(table.season_id == season_id, table.code.in_(codes))
        found = {row[0].code: _to_values(row) for row in self._session.execute(query)}
        return [found[code] for code in codes if code in found]

    def read(self, kind: str, id_: str) -> Values:
        """Read a row.

        Raises
        ------
        NotFound
            `not_found`.
        """
        table: Any = TABLES[kind]
        row = self._session.execute(self._select(kind).where(table.id == id_)).first()
        if row is None:
            raise NotFound("not_found")
        return _to_values(row)

    def add(self, kind: str, season_id: str, values: Values, caller: Caller) -> str:
        """Add a row, and give its id.

        Raises
        ------
        WrongState
            `part_exists`: another has the same code, or ties the same two.
        """
        table: Any = TABLES[kind]
        if kind in ("challenge", "rule"):
            last = self._session.scalar(
                select(func.max(table.position)).where(table.season_id == season_id)
            )
            values = {"position": 0 if last is None else last + 1, **values}
        self._insist_unlike(kind, season_id, values)
        id_ = new_id()
        given = {"id": id_, "season_id": season_id, "version": 1, **_edit(caller), **values}
        self._session.execute(insert(table).values(given))
        return id_

    def change(
        self, kind: str, id_: str, values: Values, caller: Caller, version: int | None
    ) -> int:
        """Change a row that is at a version (any where None), and give its new version.

        Raises
        ------
        NotFound
            `not_found`.
        Outdated
            `stale`: somebody else changed it meanwhile.
        """
        row = self._lock(kind, id_, version)
        if any(getattr(row, name) != value for name, value in values.items()):
            for name, value in {**values, **_edit(caller), "version": row.version + 1}.items():
                setattr(row, name, value)
            self._session.flush()
        return int(row.version)

    def remove(self, kind: str, id_: str, version: int | None) -> None:
        """Remove a row that is at a version (any where None); raises as `change` does."""
        row = self._lock(kind, id_, version)
        table: Any = TABLES[kind]
        self._session.execute(delete(table).where(table.id == row.id))

    def codes_of(self, kind: str, season_id: str) -> list[tuple[str, str]]:
        """Give what actors or challenges are called: codes with names or titles, in order."""
        table: Any = TABLES[kind]
        name = table.name if kind == "actor" else table.title
        order = table.code if kind == "actor" else table.position
        rows = self._session.execute(
            select(table.code, name).where(table.season_id == season_id).order_by(order)
        )
        return [(code, told) for code, told in rows]

    def users_of(self, kind: str, season_id: str, code: str) -> list[str]:
        """Name what a thing can't go without: rules, and actors that wish for a challenge."""
        rules = self._session.scalars(select(RuleRow).where(RuleRow.season_id == season_id))
        users = []
        for rule in rules:
            named = [rule.keys.get("actor"), *(rule.keys.get("actors") or ())]
            if (kind == "actor" and code in named) or (
                kind == "challenge" and rule.challenge == code
            ):
                users.append(rule.kind)
        if kind == "challenge":
            wishing = self._session.execute(
                select(ActorRow.code, ActorRow.wishes).where(ActorRow.season_id == season_id)
            )
            users += [actor for actor, wishes in wishing if code in wishes]
        return users

    def _select(self, kind: str) -> Any:
        if kind != "tie":
            return select(TABLES[kind])
        one, other = aliased(ActorRow), aliased(ActorRow)
        return (
            select(TieRow, one.code.label("actor_a"), other.code.label("actor_b"))
            .join(one, one.id == TieRow.actor_a_id)
            .join(other, other.id == TieRow.actor_b_id)
        )

    def _lock(self, kind: str, id_: str, version: int | None) -> Any:
        table: Any = TABLES[kind]
        row = self._session.scalar(select(table).where(table.id == id_).with_for_update())
        if row is None:
            raise NotFound("not_found")
        if version is not None and row.version != version:
            raise Outdated("stale", version=row.version)
        return row

    def _insist_unlike(self, kind: str, season_id: str, values: Values) -> None:
        alike: list[ColumnElement[bool]]
        if kind == "tie":
            pair = ("actor_a_id", "actor_b_id")
            alike = [getattr(TieRow, name) == values[name] for name in pair]
        elif kind == "rule":
            return
        else:
            table: Any = TABLES[kind]
            alike = [table.season_id == season_id, table.code == values["code"]]
        table = TABLES[kind]
        if self._session.scalar(select(table.id).where(*alike)):
            raise WrongState("part_exists", name=values.get("code", ""), field="id")


def _to_values(row: Any) -> Values:
    """Give a row's values by column, and what stands beside it."""
    thing = row[0]
    own = {column.key: getattr(thing, column.key) for column in type(thing).__mapper__.column_attrs}
    beside = {key: value for key, value in row._mapping.items() if key in ("actor_a", "actor_b")}
    return {**own, **beside}


def _edit(caller: Caller) -> Values:
    return {"edited_by": caller.name or str(caller.kind), "edited_at": stamp_now()}
