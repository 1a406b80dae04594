"""Who speaks for which actor, and what each agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "consents",
        sa.Column("actor_id", sa.String(length=26), nullable=False),
        sa.Column("use", sa.String(length=20), nullable=False),
        sa.Column("wording", sa.String(length=20), nullable=False),
        sa.Column("given_at", sa.String(length=24), nullable=False),
        sa.Column("withdrawn_at", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name="fk_consents_actor_id_actors", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("actor_id", "use", name="pk_consents"),
    )
    op.create_table(
        "members",
        sa.Column("actor_id", sa.String(length=26), nullable=False),
        sa.Column("account_id", sa.String(length=26), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name="fk_members_account_id_accounts",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name="fk_members_actor_id_actors", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("actor_id", "account_id", name="pk_members"),
    )
    op.create_index("ix_members_account_id", "members", ["account_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_members_account_id", table_name="members")
    op.drop_table("members")
    op.drop_table("consents")
