"""Seasons, apart from the vocabulary that they hold.

A season's own values stand in its row; its challenges, actors, ties and rules are rows that
go with it. What an actor is called outside (`id` in its file) is its `code` here.
"""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from data.store.columns import personal, plain
from data.store.tables.base import CODE, ID, STAMP, Base
from models.ids import new_id


class SeasonRow(Base):
    """A season's own values; `settings_text` is its `season.toml` as it was handed in."""

    __tablename__ = "seasons"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    slug: Mapped[str] = plain(String(80), unique=True)
    state: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain()
    created_at: Mapped[str] = plain(String(STAMP))
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


class EditColumns:
    """Of what is edited by hand: how often it changed, and who changed it last and when.

    `version` counts from 1; `edited_by` is empty for what came from files alone.
    """

    version: Mapped[int] = plain()
    edited_by: Mapped[str] = personal(Text())
    edited_at: Mapped[str] = plain(String(STAMP))


class ChallengeRow(PlaceColumns, EditColumns, Base):
    """A challenge; `position` is its place among the season's."""

    __tablename__ = "challenges"
    __table_args__ = (UniqueConstraint("season_id", "code"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
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


class ActorRow(PlaceColumns, EditColumns, Base):
    """An actor in its own words, with how to reach it.

    `season_version` is the season's when the row last changed. Only actors in the state
    `active` take part.
    """

    __tablename__ = "actors"
    __table_args__ = (
        UniqueConstraint("season_id", "code"),
        Index("ix_actors_season_sector", "season_id", "sector"),
        Index("ix_actors_season_county", "season_id", "county"),
    )

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"))
    season_version: Mapped[int] = plain()
    state: Mapped[str] = plain(String(20))
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


class TieRow(EditColumns, Base):
    """A tie between two actors of one season, in the order of their codes."""

    __tablename__ = "ties"
    __table_args__ = (UniqueConstraint("actor_a_id", "actor_b_id"),)

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    actor_a_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"))
    actor_b_id: Mapped[str] = plain(ForeignKey("actors.id", ondelete="CASCADE"), index=True)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = plain(String(40))
    since: Mapped[int | None] = plain()


class RuleRow(EditColumns, Base):
    """A stated rule; `position` is its place among the season's."""

    __tablename__ = "rules"

    id: Mapped[str] = plain(String(ID), primary_key=True, default=new_id)
    season_id: Mapped[str] = plain(ForeignKey("seasons.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain()
    kind: Mapped[str] = plain(String(80))
    challenge: Mapped[str | None] = plain(String(CODE))
    strength: Mapped[float | None] = plain()
    keys: Mapped[Any] = personal()
