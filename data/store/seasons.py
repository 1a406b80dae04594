"""The seasons of a store: found, read whole, added and replaced."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from data.store.season_rows import (
    actor_values,
    challenge_values,
    rule_values,
    season_values,
    to_kept,
)
from data.store.tables import ActorRow, Base, ChallengeRow, RuleRow, SeasonRow, TieRow
from models.errors import NotFound, WrongState
from models.ids import new_id
from models.kept_seasons import KeptSeason, ListedSeason, SeasonContent

Row = TypeVar("Row", bound=Base)


class StoredSeasons:
    """The seasons that one session reads or changes; see `models.ports.seasons`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_all(self) -> tuple[ListedSeason, ...]:
        """List every season by its slug."""
        counts = (
            select(ActorRow.season_id, func.count().label("actors"))
            .group_by(ActorRow.season_id)
            .subquery()
        )
        query = (
            select(SeasonRow, func.coalesce(counts.c.actors, 0))
            .outerjoin(counts, counts.c.season_id == SeasonRow.id)
            .order_by(SeasonRow.slug)
        )
        return tuple(
            ListedSeason(slug=row.slug, name=row.name, version=row.version, actors=actors)
            for row, actors in self._session.execute(query)
        )

    def find(self, slug: str) -> KeptSeason | None:
        """Read a season whole; None where there is none of this slug."""
        row = self._session.scalar(select(SeasonRow).where(SeasonRow.slug == slug))
        if row is None:
            return None
        return to_kept(
            row,
            self._parts(ChallengeRow, row.id, ChallengeRow.position),
            self._parts(ActorRow, row.id, ActorRow.code),
            self._parts(TieRow, row.id, TieRow.actor_a_id, TieRow.actor_b_id),
            self._parts(RuleRow, row.id, RuleRow.position),
        )

    def get(self, slug: str) -> KeptSeason:
        """Read a season whole.

        Raises
        ------
        NotFound
            `unknown_season`.
        """
        found = self.find(slug)
        if found is None:
            slugs = [each.slug for each in self.list_all()]
            raise NotFound("unknown_season", slug=slug, known=", ".join(slugs) or "-")
        return found

    def add(self, slug: str, content: SeasonContent) -> KeptSeason:
        """Keep a new season, at version 1.

        Raises
        ------
        WrongState
            `season_exists`.
        """
        if self._session.scalar(select(SeasonRow.id).where(SeasonRow.slug == slug)):
            raise WrongState("season_exists", slug=slug)
        id_ = new_id()
        own = {"id": id_, "slug": slug, "version": 1, **season_values(content)}
        self._session.execute(insert(SeasonRow).values(own))
        self._insert_parts(id_, content)
        return KeptSeason(slug=slug, version=1, content=content)

    def replace(self, slug: str, version: int, content: SeasonContent) -> KeptSeason:
        """Keep another content of a season; actors that stay keep their ids.

        Raises
        ------
        WrongState
            `season_moved`: it is not at this version any more.
        """
        id_ = self._session.scalar(
            update(SeasonRow)
            .where(SeasonRow.slug == slug, SeasonRow.version == version)
            .values(version=version + 1, **season_values(content))
            .returning(SeasonRow.id)
        )
        if id_ is None:
            raise WrongState("season_moved", slug=slug)
        ids, challenge_ids = self._ids(ActorRow, slug), self._ids(ChallengeRow, slug)
        for table in (TieRow, RuleRow, ActorRow, ChallengeRow):
            self._session.execute(delete(table).where(table.season_id == id_))
        self._insert_parts(id_, content, ids, challenge_ids)
        return KeptSeason(slug=slug, version=version + 1, content=content)

    def actor_ids(self, slug: str) -> dict[str, str]:
        """Give the store's own ids of a season's actors, by what they are called outside."""
        return self._ids(ActorRow, slug)

    def _parts(self, table: type[Row], season_id: str, *order: Any) -> Sequence[Row]:
        """Read a season's rows of one table in their order."""
        query = select(table).filter_by(season_id=season_id).order_by(*order)
        return self._session.scalars(query).all()

    def _ids(self, table: type[ActorRow] | type[ChallengeRow], slug: str) -> dict[str, str]:
        query = (
            select(table.code, table.id)
            .join(SeasonRow, SeasonRow.id == table.season_id)
            .where(SeasonRow.slug == slug)
        )
        return dict(self._session.execute(query).all())

    def _insert_parts(
        self,
        season_id: str,
        content: SeasonContent,
        actor_ids: Mapping[str, str] | None = None,
        challenge_ids: Mapping[str, str] | None = None,
    ) -> None:
        """Insert what goes with a season, under the ids that things had before."""
        season, people = content.season, content.people
        known, known_challenges = actor_ids or {}, challenge_ids or {}
        ids = {actor.id: known.get(actor.id) or new_id() for actor in season.actors}
        parts: list[tuple[type, list[dict[str, Any]]]] = [
            (
                ChallengeRow,
                [
                    {
                        "id": known_challenges.get(each.id) or new_id(),
                        "position": position,
                        **challenge_values(each),
                    }
                    for position, each in enumerate(season.challenges)
                ],
            ),
            (
                ActorRow,
                [
                    {"id": ids[each.id], **actor_values(each, people.email_of(each.id))}
                    for each in season.actors
                ],
            ),
            (
                TieRow,
                [
                    {
                        "actor_a_id": ids[tie.actor_a],
                        "actor_b_id": ids[tie.actor_b],
                        "kind": str(tie.kind),
                        "since": tie.since,
                    }
                    for tie in season.ties
                ],
            ),
            (
                RuleRow,
                [
                    {"id": new_id(), "position": position, **rule_values(each)}
                    for position, each in enumerate(season.rules)
                ],
            ),
        ]
        for table, rows in parts:
            if rows:
                self._session.execute(
                    insert(table), [{"season_id": season_id, **row} for row in rows]
                )
