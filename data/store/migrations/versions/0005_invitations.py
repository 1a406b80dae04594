"""Coalitions that were published, invitations to them, and ways to mend them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "coalitions",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("proposal_id", sa.String(length=26), nullable=False),
        sa.Column("code", sa.String(length=400), nullable=False),
        sa.Column("challenge", sa.String(length=400), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
            name="fk_coalitions_proposal_id_proposals",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_coalitions_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_coalitions"),
        sa.UniqueConstraint("season_id", "code", name="uq_coalitions_season_id"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("coalition_id", sa.String(length=26), nullable=False),
        sa.Column("actor_id", sa.String(length=26), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("is_reserve", sa.Boolean(), nullable=False),
        sa.Column("is_pending", sa.Boolean(), nullable=False),
        sa.Column("deadline", sa.String(length=24), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.String(length=24), nullable=True),
        sa.Column("reminded_at", sa.String(length=24), nullable=True),
        sa.Column("answered_at", sa.String(length=24), nullable=True),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name="fk_invitations_actor_id_actors", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalitions.id"],
            name="fk_invitations_coalition_id_coalitions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_invitations_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
    )
    op.create_index("ix_invitations_actor_id", "invitations", ["actor_id"], unique=False)
    op.create_index(
        "ix_invitations_coalition_state", "invitations", ["coalition_id", "state"], unique=False
    )
    op.create_index("ix_invitations_season_id", "invitations", ["season_id"], unique=False)
    op.create_table(
        "repairs",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("coalition_id", sa.String(length=26), nullable=False),
        sa.Column("proposal_id", sa.String(length=26), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("leaves", sa.JSON(), nullable=False),
        sa.Column("joins", sa.JSON(), nullable=False),
        sa.Column("changes", sa.BigInteger(), nullable=False),
        sa.Column("loss", sa.Double(), nullable=False),
        sa.Column("broken", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalitions.id"],
            name="fk_repairs_coalition_id_coalitions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
            name="fk_repairs_proposal_id_proposals",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_repairs_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_repairs"),
    )
    op.create_index("ix_repairs_coalition_id", "repairs", ["coalition_id"], unique=False)
    op.create_index("ix_repairs_season_id", "repairs", ["season_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_repairs_season_id", table_name="repairs")
    op.drop_index("ix_repairs_coalition_id", table_name="repairs")
    op.drop_table("repairs")
    op.drop_index("ix_invitations_season_id", table_name="invitations")
    op.drop_index("ix_invitations_coalition_state", table_name="invitations")
    op.drop_index("ix_invitations_actor_id", table_name="invitations")
    op.drop_table("invitations")
    op.drop_table("coalitions")
