"""Plans of meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "meeting_plans",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("coalition_id", sa.String(length=26), nullable=False),
        sa.Column("run_id", sa.String(length=26), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["coalition_id"],
            ["coalitions.id"],
            name="fk_meeting_plans_coalition_id_coalitions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["season_id"],
            ["seasons.id"],
            name="fk_meeting_plans_season_id_seasons",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_plans"),
    )
    op.create_index(
        "ix_meeting_plans_coalition_created",
        "meeting_plans",
        ["coalition_id", "created_at"],
        unique=False,
    )
    op.create_index("ix_meeting_plans_season_id", "meeting_plans", ["season_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_meeting_plans_season_id", table_name="meeting_plans")
    op.drop_index("ix_meeting_plans_coalition_created", table_name="meeting_plans")
    op.drop_table("meeting_plans")
