"""Runs, jobs, proposals, snapshots, boards and imports."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "boards",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("proposal_id", sa.String(length=26), nullable=True),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("bound", sa.Double(), nullable=True),
        sa.Column("bound_version", sa.BigInteger(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_boards_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_boards"),
    )
    op.create_index("ix_boards_season_id", "boards", ["season_id"], unique=False)
    op.create_table(
        "imports",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("base_version", sa.BigInteger(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("applied_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_imports_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
    )
    op.create_index("ix_imports_season_id", "imports", ["season_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=True),
        sa.Column("ref", sa.String(length=26), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("worker", sa.String(length=26), nullable=True),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("lease_until", sa.String(length=24), nullable=True),
        sa.Column("is_cancel_asked", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("ended_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_jobs_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
    )
    op.create_index("ix_jobs_ref", "jobs", ["ref"], unique=False)
    op.create_index("ix_jobs_season_id", "jobs", ["season_id"], unique=False)
    op.create_index("ix_jobs_state_due_at", "jobs", ["state", "due_at"], unique=False)
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("input_sha256", sa.String(length=64), nullable=False),
        sa.Column("objective", sa.Double(), nullable=False),
        sa.Column("gap", sa.Double(), nullable=False),
        sa.Column("parent_id", sa.String(length=26), nullable=True),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("run_id", sa.String(length=26), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_proposals_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    op.create_index("ix_proposals_content_sha256", "proposals", ["content_sha256"], unique=False)
    op.create_index(
        "ix_proposals_season_created", "proposals", ["season_id", "created_at", "id"], unique=False
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("board_id", sa.String(length=26), nullable=True),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("progress", sa.Double(), nullable=False),
        sa.Column("gap", sa.Double(), nullable=True),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("proposal_id", sa.String(length=26), nullable=True),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("error", sa.JSON(), nullable=False),
        sa.Column("caller", sa.String(length=26), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("ended_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_runs_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_board_id", "runs", ["board_id"], unique=False)
    op.create_index("ix_runs_season_id", "runs", ["season_id"], unique=False)
    op.create_table(
        "snapshots",
        sa.Column("input_sha256", sa.String(length=64), nullable=False),
        sa.Column("season_id", sa.String(length=26), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["season_id"], ["seasons.id"], name="fk_snapshots_season_id_seasons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("input_sha256", "season_id", name="pk_snapshots"),
    )
    op.create_table(
        "moves",
        sa.Column("board_id", sa.String(length=26), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("op", sa.String(length=20), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("step", sa.JSON(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("caller", sa.String(length=26), nullable=False),
        sa.Column("caller_name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name="fk_moves_board_id_boards", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "version", name="pk_moves"),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("moves")
    op.drop_table("snapshots")
    op.drop_index("ix_runs_board_id", table_name="runs")
    op.drop_index("ix_runs_season_id", table_name="runs")
    op.drop_table("runs")
    op.drop_index("ix_proposals_season_created", table_name="proposals")
    op.drop_index("ix_proposals_content_sha256", table_name="proposals")
    op.drop_table("proposals")
    op.drop_index("ix_jobs_state_due_at", table_name="jobs")
    op.drop_index("ix_jobs_season_id", table_name="jobs")
    op.drop_index("ix_jobs_ref", table_name="jobs")
    op.drop_table("jobs")
    op.drop_index("ix_imports_season_id", table_name="imports")
    op.drop_table("imports")
    op.drop_index("ix_boards_season_id", table_name="boards")
    op.drop_table("boards")
