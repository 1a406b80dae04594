"""The seasons of a store: found, read whole, added and replaced."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from data.store.season_rows import (
    actor_values,
    challenge_values,
    rule_values,
    season_values,
    to_kept,
)
from data.store.tables import ActorRow, ChallengeRow, RuleRow, SeasonRow, TieRow
from models.errors import NotFound, WrongState
from models.ids import new_id
from models.kept_seasons import KeptSeason, ListedSeason, SeasonContent


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
        challenges, actors, ties, rules = (
            self._session.scalars(select(table).where(table.season_id == row.id).order_by(*order))
            for table, order in (
                (ChallengeRow, (ChallengeRow.position,)),
                (ActorRow, (ActorRow.code,)),
                (TieRow, (TieRow.actor_a_id, TieRow.actor_b_id)),
                (RuleRow, (RuleRow.position,)),
            )
        )
        return to_kept(row, challenges, list(actors), ties, rules)  # type: ignore[arg-type]

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
        changed = self._session.execute(
            update(SeasonRow)
            .where(SeasonRow.slug == slug, SeasonRow.version == version)
            .values(version=version + 1, **season_values(content))
        )
        if changed.rowcount != 1:  # type: ignore[attr-defined]
            raise WrongState("season_moved", slug=slug)
        id_ = self._session.scalars(select(SeasonRow.id).where(SeasonRow.slug == slug)).one()
        ids, challenge_ids = self._ids(ActorRow, slug), self._ids(ChallengeRow, slug)
        for table in (TieRow, RuleRow, ActorRow, ChallengeRow):
            self._session.execute(delete(table).where(table.season_id == id_))
        self._insert_parts(id_, content, ids, challenge_ids)
        return KeptSeason(slug=slug, version=version + 1, content=content)

    def actor_ids(self, slug: str) -> dict[str, str]:
        """Give the store's own ids of a season's actors, by what they are called outside."""
        return self._ids(ActorRow, slug)

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
