"""Seasons with their challenges, actors, ties and rules."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "seasons",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("effort", sa.String(length=20), nullable=False),
        sa.Column("time_limit_s", sa.Double(), nullable=False),
        sa.Column("balance", sa.Double(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("host", sa.JSON(), nullable=False),
        sa.Column("settings_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seasons"),
        sa.UniqueConstraint("slug", name="uq_seasons_slug"),
    )
    op.create_table(
        "actors",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("season_version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=400), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sector", sa.String(length=20), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("offers", sa.Text(), nullable=False),
        sa.Column("seeks", sa.Text(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("capacity", sa.BigInteger(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("available", sa.JSON(), nullable=False),
        sa.Column("passed_over", sa.BigInteger(), nullable=False),
        sa.Column("visible", sa.Boolean(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("municipality", sa.Text(), nullable=True),
        sa.Column("county", sa.Text(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("edited_by", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_actors_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("season_id", "code", name="uq_actors_season_id"),
    )
    op.create_index("ix_actors_season_county", "actors", ["season_id", "county"])
    op.create_index("ix_actors_season_sector", "actors", ["season_id", "sector"])
    op.create_table(
        "challenges",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=400), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("min_size", sa.BigInteger(), nullable=False),
        sa.Column("max_size", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("coalitions", sa.BigInteger(), nullable=False),
        sa.Column("facets", sa.JSON(), nullable=False),
        sa.Column("areas", sa.BigInteger(), nullable=False),
        sa.Column("reference_km", sa.Double(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("municipality", sa.Text(), nullable=True),
        sa.Column("county", sa.Text(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("edited_by", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_challenges_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_challenges"),
        sa.UniqueConstraint("season_id", "code", name="uq_challenges_season_id"),
    )
    op.create_index("ix_challenges_season_id", "challenges", ["season_id"])
    op.create_table(
        "rules",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("challenge", sa.String(length=400), nullable=True),
        sa.Column("strength", sa.Double(), nullable=True),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("edited_by", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_rules_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_rules"),
    )
    op.create_index("ix_rules_season_id", "rules", ["season_id"])
    op.create_table(
        "ties",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("actor_a_id", sa.String(length=26), nullable=False),
        sa.Column("actor_b_id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("edited_by", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_a_id"],
            ["actors.id"],
            name="fk_ties_actor_a_id_actors",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["actor_b_id"],
            ["actors.id"],
            name="fk_ties_actor_b_id_actors",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_ties_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ties"),
        sa.UniqueConstraint("actor_a_id", "actor_b_id", name="uq_ties_actor_a_id"),
    )
    op.create_index("ix_ties_actor_b_id", "ties", ["actor_b_id"])
    op.create_index("ix_ties_season_id", "ties", ["season_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_ties_season_id", table_name="ties")
    op.drop_index("ix_ties_actor_b_id", table_name="ties")
    op.drop_table("ties")
    op.drop_index("ix_rules_season_id", table_name="rules")
    op.drop_table("rules")
    op.drop_index("ix_challenges_season_id", table_name="challenges")
    op.drop_table("challenges")
    op.drop_index("ix_actors_season_sector", table_name="actors")
    op.drop_index("ix_actors_season_county", table_name="actors")
    op.drop_table("actors")
    op.drop_table("seasons")
