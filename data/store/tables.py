"""The tables of the store, apart from the vocabulary that they hold.

A season's own values stand in its row; its challenges, actors, ties and rules are rows that
go with it. What an actor is called outside (`id` in its file) is its `code` here.
"""

from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Double,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped

from data.store.columns import personal, plain
from models.ids import new_id

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are named, so that migrations can tell which they change."""
CODE = 400
"""The longest code that is kept; cells of ids are shorter."""


class Base(DeclarativeBase):
    """Parent of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        float: Double(),
        int: BigInteger(),
        Any: JSON(),
    }


class SeasonRow(Base):
    """A season's own values; `settings_text` is its `season.toml` as it was handed in."""

    __tablename__ = "seasons"

    id: Mapped[str] = plain(String(26), primary_key=True, default=new_id)
    slug: Mapped[str] = plain(String(80), unique=True)
    version: Mapped[int] = plain()
    name: Mapped[str] = plain(Text())
    year: Mapped[int | None] = plain()
    country: Mapped[str] = plain(String(2))
    seed: Mapped[int] = plain()
    effort: Mapped[str] = plain(String(20))
    time_limit_s: Mapped[float] = plain()
    balance: Mapped[float] = plain()
    weights: Mapped[Any] = plain()
    host: Mapped[Any] = personal()
    settings_text: Mapped[str] = personal(Text())


class PlaceColumns:
    """Where a row is; for an actor in the whole country the point means nothing."""

    place: Mapped[str | None] = plain(Text())
    municipality: Mapped[str | None] = plain(Text())
    county: Mapped[str | None] = plain(Text())
    lat: Mapped[float | None] = plain()
    lon: Mapped[float | None] = plain()
    country: Mapped[str | None] = plain(String(2))


class ChallengeRow(PlaceColumns, Base):
    """A challenge; `position` is its place among the season's."""

    __tablename__ = "challenges"
    __table_args__ = (UniqueConstraint("season_id", "code"),)

    id: Mapped[str] = plain(String(26), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain()
    code: Mapped[str] = plain(String(CODE))
    title: Mapped[str] = plain(Text())
    description: Mapped[str] = plain(Text())
    scope: Mapped[str] = plain(String(20))
    radius_km: Mapped[float | None] = plain()
    min_size: Mapped[int] = plain()
    max_size: Mapped[int] = plain()
    size: Mapped[int | None] = plain()
    coalitions: Mapped[int] = plain()
    facets: Mapped[Any] = plain()
    areas: Mapped[int] = plain()
    reference_km: Mapped[float] = plain()


class ActorRow(PlaceColumns, Base):
    """An actor in its own words, with how to reach it."""

    __tablename__ = "actors"
    __table_args__ = (
        UniqueConstraint("season_id", "code"),
        Index("ix_actors_season_sector", "season_id", "sector"),
        Index("ix_actors_season_county", "season_id", "county"),
    )

    id: Mapped[str] = plain(String(26), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"))
    code: Mapped[str] = personal(String(CODE))
    name: Mapped[str] = personal(Text())
    sector: Mapped[str] = plain(String(20))
    description: Mapped[str] = personal(Text())
    offers: Mapped[str] = personal(Text())
    seeks: Mapped[str] = personal(Text())
    languages: Mapped[Any] = plain()
    wishes: Mapped[Any] = plain()
    capacity: Mapped[int] = plain()
    group: Mapped[str] = personal("group_name", Text())
    available: Mapped[Any] = plain()
    passed_over: Mapped[int] = plain()
    visible: Mapped[bool] = plain()
    attributes: Mapped[Any] = personal()
    email: Mapped[str] = personal(Text())


class TieRow(Base):
    """A tie between two actors of one season, in the order of their codes."""

    __tablename__ = "ties"

    actor_a_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True)
    actor_b_id: Mapped[str] = plain(
        ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = plain(String(40))
    since: Mapped[int | None] = plain()


class RuleRow(Base):
    """A stated rule; `position` is its place among the season's."""

    __tablename__ = "rules"

    id: Mapped[str] = plain(String(26), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain()
    kind: Mapped[str] = plain(String(80))
    challenge: Mapped[str | None] = plain(String(CODE))
    strength: Mapped[float | None] = plain()
    keys: Mapped[Any] = personal()
