"""The seasons of a store: found, read whole, added, replaced and led from state to state."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.row_values import season_values
from data.store.season_rows import to_kept
from data.store.syncing import sync_parts
from data.store.tables import ActorRow, Base, ChallengeRow, OrganiserRow, RuleRow, SeasonRow, TieRow
from models.callers import Caller, CallerKind
from models.clock import stamp_now
from models.errors import NotFound, WrongState
from models.ids import new_id
from models.kept_seasons import KeptSeason, ListedSeason, SeasonContent
from models.lifecycles import SEASON, SeasonState
from models.pages import Page
from models.rights import SeasonRole
from models.season_places import SeasonPlace

Part = TypeVar("Part", bound=Base)
ACTIVE = "active"
"""The state of actors that take part."""


class StoredSeasons:
    """The seasons that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_all(self) -> tuple[ListedSeason, ...]:
        """List every season by its slug."""
        rows = self._session.execute(_listing().order_by(SeasonRow.slug)).all()
        return tuple(_to_listed(row, int(actors)) for row, actors in rows)

    def list_page(self, caller: Caller, limit: int, cursor: str | None) -> Page[ListedSeason]:
        """List those that a caller has a role in, by slug."""
        query = _listing()
        if not _sees_all(caller):
            mine = select(OrganiserRow.season_id).where(OrganiserRow.account_id == caller.account)
            query = query.where(SeasonRow.id.in_(mine))
        return take_page(
            self._session,
            query,
            (SeasonRow.slug, SeasonRow.id),
            limit,
            cursor,
            lambda row: _to_listed(row[0], int(row[1])),
        )

    def locate(
        self, id_or_slug: str, caller: Caller, *, to_change: bool = False
    ) -> SeasonPlace | None:
        """Give a season and the caller's role in it, which may be none; None for no season.

        Parameters
        ----------
        to_change : bool
            Whether others who want to change it, or what goes with it, then wait.
        """
        query = select(
            SeasonRow.id, SeasonRow.slug, SeasonRow.state, SeasonRow.version, OrganiserRow.role
        ).outerjoin(
            OrganiserRow,
            (OrganiserRow.season_id == SeasonRow.id) & (OrganiserRow.account_id == caller.account),
        )
        query = query.where(or_(SeasonRow.id == id_or_slug, SeasonRow.slug == id_or_slug))
        if to_change:
            query = query.with_for_update(of=SeasonRow, key_share=True)
        found = self._session.execute(query).first()
        if found is None:
            return None
        role = SeasonRole.OWNER if _sees_all(caller) else found.role
        return SeasonPlace(
            id=found.id,
            slug=found.slug,
            state=SeasonState(found.state),
            version=found.version,
            role=role and SeasonRole(role),
        )

    def summarise(self, season_id: str) -> dict[str, Any]:
        """Give what is told of a season beside its parts: its own values and how many it has."""
        row = self._session.get_one(SeasonRow, season_id)
        counts = {
            name: self._session.scalar(
                select(func.count()).select_from(table).filter_by(season_id=season_id, **only)
            )
            for name, table, only in (
                ("actors", ActorRow, {"state": ACTIVE}),
                ("challenges", ChallengeRow, {}),
                ("ties", TieRow, {}),
                ("rules", RuleRow, {}),
            )
        }
        return {
            **{column.key: getattr(row, column.key) for column in SeasonRow.__table__.columns},
            "counts": counts,
        }

    def find(self, slug: str) -> KeptSeason | None:
        """Read a season whole, by its slug or id; None where there is none."""
        row = self._session.scalar(
            select(SeasonRow).where(or_(SeasonRow.slug == slug, SeasonRow.id == slug))
        )
        if row is None:
            return None
        return to_kept(
            row,
            self._parts(ChallengeRow, row.id, ChallengeRow.position),
            [each for each in self._parts(ActorRow, row.id, ActorRow.code) if each.state == ACTIVE],
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

    def add(self, slug: str, content: SeasonContent, owner: str | None = None) -> KeptSeason:
        """Keep a new season, at version 1 and as a draft; `owner` is an account's id.

        Raises
        ------
        WrongState
            `season_exists`.
        """
        if self._session.scalar(select(SeasonRow.id).where(SeasonRow.slug == slug)):
            raise WrongState("season_exists", slug=slug, field="slug")
        id_ = new_id()
        own = {"slug": slug, "version": 1, "state": SEASON.first, "created_at": stamp_now()}
        self._session.execute(insert(SeasonRow).values(id=id_, **own, **season_values(content)))
        if owner is not None:
            self._session.execute(
                insert(OrganiserRow).values(
                    season_id=id_, account_id=owner, role=str(SeasonRole.OWNER)
                )
            )
        sync_parts(self._session, id_, 1, content)
        return KeptSeason(slug=slug, version=1, content=content)

    def replace(self, slug: str, version: int, content: SeasonContent) -> KeptSeason:
        """Keep another content of a season; what stays as it is keeps its row, what stays its id.

        Raises
        ------
        WrongState
            `season_moved`: it is not at this version any more.
        """
        id_ = self._session.scalar(
            update(SeasonRow)
            .where(or_(SeasonRow.slug == slug, SeasonRow.id == slug), SeasonRow.version == version)
            .values(version=version + 1, **season_values(content))
            .returning(SeasonRow.id)
        )
        if id_ is None:
            raise WrongState("season_moved", slug=slug)
        sync_parts(self._session, id_, version + 1, content)
        return KeptSeason(slug=slug, version=version + 1, content=content)

    def advance(self, place: SeasonPlace, event: str) -> SeasonState:
        """Lead a season to its next state.

        Raises
        ------
        WrongState
            `wrong_state`.
        """
        state = SeasonState(SEASON.advance(place.state, event))
        self._session.execute(
            update(SeasonRow)
            .where(SeasonRow.id == place.id)
            .values(state=str(state), version=SeasonRow.version + 1)
        )
        return state

    def bump(self, season_id: str) -> int:
        """Count a change of a season, and give its new version; others wait until this is kept."""
        version = self._session.scalar(
            update(SeasonRow)
            .where(SeasonRow.id == season_id)
            .values(version=SeasonRow.version + 1)
            .returning(SeasonRow.version)
        )
        if version is None:
            raise NotFound("not_found")
        return int(version)

    def change(self, season_id: str, values: dict[str, Any]) -> None:
        """Change a season's own values; the caller counts the change."""
        self._session.execute(update(SeasonRow).where(SeasonRow.id == season_id).values(values))

    def remove(self, season_id: str) -> None:
        """Remove a season with all that goes with it."""
        self._session.execute(delete(SeasonRow).where(SeasonRow.id == season_id))

    def actor_ids(self, slug: str) -> dict[str, str]:
        """Give the store's own ids of a season's actors, by what they are called outside."""
        query = (
            select(ActorRow.code, ActorRow.id)
            .join(SeasonRow, SeasonRow.id == ActorRow.season_id)
            .where(or_(SeasonRow.slug == slug, SeasonRow.id == slug))
        )
        return {row.code: row.id for row in self._session.execute(query)}

    def _parts(self, table: type[Part], season_id: str, *order: Any) -> Sequence[Part]:
        """Read a season's rows of one table in their order."""
        query = select(table).filter_by(season_id=season_id).order_by(*order)
        return self._session.scalars(query).all()


def _listing() -> Any:
    counts = (
        select(ActorRow.season_id, func.count().label("actors"))
        .group_by(ActorRow.season_id)
        .subquery()
    )
    return select(SeasonRow, func.coalesce(counts.c.actors, 0)).outerjoin(
        counts, counts.c.season_id == SeasonRow.id
    )


def _to_listed(row: SeasonRow, actors: int) -> ListedSeason:
    return ListedSeason(
        id=row.id,
        slug=row.slug,
        name=row.name,
        state=SeasonState(row.state),
        version=row.version,
        actors=actors,
    )


def _sees_all(caller: Caller) -> bool:
    return caller.kind in (CallerKind.LOCAL, CallerKind.SYSTEM)
